"""The tables of a draft, written one after the other."""

from hoithi.results.actions.storing import DraftWriter
from hoithi.results.facts import showing, snapshot
from hoithi.results.facts.reckoning import Reckoned
from hoithi.results.facts.showing_units import collective_shown
from hoithi.results.facts.snapshot import Table
from hoithi.results.facts.values import key_shown
from hoithi.results.queries import drafts, marks
from hoithi.results.queries.reading import Read, Subject


def write(writer: DraftWriter, subject: Subject, found: Read, outcome: Reckoned) -> None:
    """Writes every table; the head last, since it counts the others."""
    people, units = showing.prize_titles(outcome)
    ranking = showing.lines(outcome, found.faces, found.groups, people)
    lines, shards = writer.put_lines(ranking)
    rules = subject.rulebook
    writer.put(
        Table.PRIZES,
        [
            showing.table_shown(table, allotment, found.faces, found.reasons.get(table.key, {}))
            for table, allotment in outcome.allotments
        ],
    )
    writer.put(
        Table.UNITS,
        [
            collective_shown(collective, ranked, found.faces, rules, units)
            for collective, ranked in outcome.collectives
        ],
    )
    if found.judged:
        writer.put(Table.JUDGED, found.judged)
    figures = showing.statistics_shown(found.given, outcome, found.faces, found.handed_in)
    writer.put(Table.STATISTICS, figures)
    writer.put(Table.HEAD, _head(subject, found, outcome, (lines, shards)))


def _head(
    subject: Subject, found: Read, outcome: Reckoned, counts: tuple[int, int]
) -> snapshot.Head:
    contest, round_, rules = subject.contest, subject.round, subject.rulebook
    versions = {(subject.version.number, subject.version.sha256)}
    for one in subject.rounds:
        versions.update(marks.versions_used(one))
    return snapshot.Head(
        contest=contest.title,
        slug=contest.slug,
        body=contest.body.name,
        kind=contest.kind,
        round_key=round_.key if round_ else "",
        round_title=round_.title if round_ else "",
        closed_at=found.given.closed_on.isoformat(),
        versions=tuple(sorted(versions)),
        keys=tuple(key_shown(key) for key in outcome.keys),
        groups=tuple((group.key, group.title) for group in rules.groups),
        units=found.faces.units,
        lines=counts[0],
        shards=counts[1],
        ranked_lines=rules.publication.ranked_lines,
        unit_figures=rules.publication.unit_figures,
        predicted=_predicted(outcome),
        rounds=() if round_ else _rounds_used(subject),
        entrant=rules.entry.entrant,
        sections=showing.sections(outcome, found.groups),
        in_shares=outcome.in_shares,
    )


def _predicted(outcome: Reckoned) -> tuple[snapshot.Predicted, ...]:
    return tuple(
        snapshot.Predicted(
            group=truth.group,
            target=truth.prediction.target,
            population=truth.prediction.population,
            truth=truth.number,
        )
        for truth in outcome.truths
    )


def _rounds_used(subject: Subject) -> tuple[snapshot.RoundUsed, ...]:
    used = drafts.round_drafts(subject.contest)
    return tuple(
        snapshot.RoundUsed(key=one.key, title=one.title, sha256=used[one.key].sha256)
        for one in subject.rounds
        if one.key in used
    )
