"""How far contests have come: rows of several features put together for the list of steps."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta

from hoithi.contests import queries as contests
from hoithi.contests.facts import findings_of, rulebook_of, state_at
from hoithi.contests.models import Contest, ContestState, Round
from hoithi.contests.queries import Standing
from hoithi.core.key_waiting import KeyWaiting
from hoithi.core.next_steps import ContestFacts, ResultFacts, RoundFacts
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.checks import Grade
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import UnknownKey, is_trial, parts_in, round_of
from hoithi.entries.queries.corrections import waiting_corrections
from hoithi.judging.facts import hand_parts
from hoithi.judging.queries import confirmed_parts
from hoithi.questions import queries as questions
from hoithi.results import queries as results
from hoithi.results.queries.corrections import waiting_keys
from hoithi.results.queries.remarks import waiting_remarks
from hoithi.sittings.queries.outdated import Outdated, outdated
from hoithi.sittings.queries.papers import PapersDone, papers_done

_AHEAD = frozenset({RoundState.COMING, RoundState.OPEN, RoundState.PAUSED})
"""States of rounds whose papers somebody will still sit."""


def facts_of(rows: Sequence[Contest], at: datetime) -> list[ContestFacts]:
    """What the list of next steps goes by; the number of queries does not grow with the rows."""
    standings, numbers = contests.standings(rows, at=at), [row.pk for row in rows]
    banks = questions.readiness(numbers)
    ids = [round_.pk for row in rows for round_ in row.rounds.all()]
    papers = papers_done(ids)
    sealed = [one for row in rows for one in row.rounds.all() if one.pk in papers.sealed]
    ways = Ways(
        papers=papers,
        outdated=outdated([one for one in sealed if state_at(one, at) in _AHEAD], at=at),
        results=results.progress(ids),
        points=confirmed_parts(ids),
        corrections=waiting_corrections(numbers),
        remarks=waiting_remarks(numbers),
        keys=waiting_keys(numbers),
    )
    return [_facts(row, standings[row.pk], banks.get(row.pk), ways, at) for row in rows]


@dataclass(frozen=True)
class Ways:
    """What several features know of the rounds and contests, by their numbers."""

    papers: PapersDone
    outdated: Mapping[int, Sequence[Outdated]]
    """Questions of sealed papers whose document no longer holds, by round."""
    results: Mapping[int, results.Progress]
    points: Mapping[int, Mapping[str, bool]]
    """By part: whether the newest sheet of points counts."""
    corrections: Mapping[int, int]
    """How many requests to stand for another unit wait, by contest."""
    remarks: Mapping[int, tuple[int, datetime]]
    """Remarks without an answer, and when the oldest was filed, by contest."""
    keys: Mapping[int, tuple[KeyWaiting, ...]]
    """Corrections of keys that wait for the second person, by contest."""


def _facts(
    contest: Contest,
    standing: Standing,
    bank: questions.Readiness | None,
    ways: Ways,
    at: datetime,
) -> ContestFacts:
    found = [finding.grade for finding in findings_of(standing.newest)]
    rules = rulebook_of(standing.in_force or standing.newest)
    remarks, since = ways.remarks.get(contest.pk, (0, None))
    return ContestFacts(
        slug=contest.slug,
        title=contest.title,
        contradictions=found.count(Grade.CONTRADICTION),
        open_points=found.count(Grade.OPEN),
        has_draft=standing.has_draft,
        is_in_force=standing.in_force is not None,
        is_announced=contest.state != ContestState.DRAFT,
        is_rehearsed=any(one.is_known for one in contest.rehearsals.all()),
        has_bank=bank is not None,
        to_review=bank.proposed if bank else 0,
        corrections=ways.corrections.get(contest.pk, 0),
        remarks=remarks,
        remarks_due=_answered_by(since, rules),
        keys_waiting=ways.keys.get(contest.pk, ()),
        rounds=tuple(_round(row, rules, ways, at) for row in contest.rounds.all()),
    )


def _answered_by(since: datetime | None, rules: Rulebook) -> datetime | None:
    """By when a remark filed then is to be answered; None where the rules give no days."""
    if since is None or rules.remarks is None:
        return None
    return since + timedelta(days=rules.remarks.answer_days)


def _round(row: Round, rules: Rulebook, ways: Ways, at: datetime) -> RoundFacts:
    try:
        stated = round_of(rules, row.key)
    except UnknownKey:
        return RoundFacts(row.key, row.title, state_at(row, at), needs_papers=False)
    confirmed = [ways.points.get(row.pk, {}).get(one.key) for one in hand_parts(rules, row.key)]
    return RoundFacts(
        key=row.key,
        title=row.title,
        state=state_at(row, at),
        by_hand=bool(confirmed),
        points_missing=confirmed.count(None),
        points_unconfirmed=confirmed.count(False),
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        publishes_at=row.publishes_at,
        publishes_on_approval=row.publishes_on_approval,
        is_trial=is_trial(stated),
        needs_papers=any(isinstance(part, PaperPart) for part in parts_in(rules, row.key)),
        is_sealed=row.pk in ways.papers.sealed,
        seal_is_broken=row.pk in ways.papers.broken,
        outdated=len(ways.outdated.get(row.pk, ())),
        papers_unseen=row.pk not in ways.papers.looked_at,
        result=ResultFacts(**asdict(ways.results.get(row.pk, results.Progress()))),
    )
