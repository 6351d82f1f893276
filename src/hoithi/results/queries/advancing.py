"""Who goes on to a round, by the newest drafts of the rounds that lead to it."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.lots import Lot, TieDecision
from hoithi.core.ranking.advance import (
    GroupRankings,
    Rankings,
    joint_rankings,
    qualified,
    seats_of,
)
from hoithi.core.ranking.placings import Placing
from hoithi.core.rulebook.document import Advance, Rulebook
from hoithi.core.rulebook.windows import joint_keys
from hoithi.results.facts.joining import Joined, tells
from hoithi.results.facts.snapshot import Line, Section
from hoithi.results.models import Draft
from hoithi.results.queries import drafts, sources, stored

_MORE = 100


def qualified_for(round_: Round, *, at: datetime) -> frozenset[int] | None:
    """The entrants who go on to the round; None where the drafts do not say so.

    The best over all rounds (`best_overall`) are known once each of these rounds has its draft.
    """
    rules = rules_of_round(round_, at=at)
    leading = [one for one in rules.rounds if one.advance and one.advance.to == round_.key]
    known = drafts.round_drafts(round_.contest)
    found = {one.key: known[one.key] for one in leading if one.key in known}
    if not found:
        return None
    records = _parted(round_, found)
    joint: Rankings | None = ()
    if any(one.advance and one.advance.best_overall for one in leading):
        joint = _joint(round_, rules, found, records)
    if joint is None:
        return None
    rankings = {
        one.key: _rankings(found[one.key], one.advance)
        for one in leading
        if one.key in found and one.advance
    }
    outcome = qualified(round_.key, leading, rankings, joint, records)
    equals = (who for tie in outcome.open_ties for who in tie.entrants)
    return frozenset((*outcome.entrants, *equals))


def _parted(round_: Round, found: Mapping[str, Draft]) -> tuple[Lot | TieDecision, ...]:
    """Lots and decisions of these rounds, and of the whole contest."""
    rounds = [None, *(draft.round for draft in found.values())]
    rows = [row for one in rounds for row in drafts.lots(round_.contest, one)]
    return sources.parted(rows, of_units=False)


def _rankings(draft: Draft, advance: Advance) -> GroupRankings:
    """The upper end of each ranking in a draft; who has no group among ranked groups has none."""
    head = stored.head(draft.pk)
    sections = [one for one in head.sections if one.group] or [head.section_at(0)]
    return {
        one.group or None: [
            Placing(line.place, line.entrant, line.points, ())
            for line in _top(draft.pk, one, seats)
        ]
        for one in sections
        if (seats := seats_of(advance, one.group))
    }


def _top(draft_id: int, section: Section, seats: int) -> list[Line]:
    """The first so many lines of a ranking, with all who are equal to the last of them."""
    end = section.first + section.lines
    lines = stored.lines(draft_id, section.first, min(end, section.first + seats + _MORE))
    while section.first + len(lines) < end and lines[-1].place == lines[seats - 1].place:
        start = section.first + len(lines)
        lines += stored.lines(draft_id, start, min(end, start + len(lines)))
    return lines


def _joint(
    round_: Round,
    rules: Rulebook,
    found: Mapping[str, Draft],
    records: Sequence[Lot | TieDecision],
) -> Rankings | None:
    """The ranking over all rounds that lead here; None while one of them has no draft."""
    leading = {one.key for one in rules.rounds if one.advance and one.advance.to == round_.key}
    keys = joint_keys(rules, round_.key)
    heads = {draft.pk: stored.head(draft.pk) for draft in found.values()}
    waiting = leading.intersection(drafts.rounds_unprepared(round_.contest, dict(found)))
    if waiting or not keys or not all(tells(head, keys) for head in heads.values()):
        return None
    joined = Joined()
    for draft_id, head in heads.items():
        joined.add(head, stored.lines(draft_id, 0, head.lines))
    grounds = joined.grounds(sources.lots_of(records))
    return joint_rankings(rules, round_.key, joined.results, grounds)
