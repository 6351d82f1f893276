"""Why a line stands where it stands, and how a unit came to its place, from the stored values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from hoithi.contests.facts import rulebook_of
from hoithi.core.explain import LineExplanation, explain_line, why_above
from hoithi.core.ranking.placings import Placing
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.ranking import Aggregate, By, Direction, RankingKey
from hoithi.core.rulebook.windows import parts_in
from hoithi.entries.models import Entrant
from hoithi.results.facts.judged import UnitJudged
from hoithi.results.facts.snapshot import CollectiveShown, Head, KeyShown, Line, Section, UnitLine
from hoithi.results.facts.values import compared
from hoithi.results.models import Draft
from hoithi.results.queries import stored
from hoithi.results.queries.marks import key_state
from hoithi.sittings.models import Mark

_WINDOW = 64


@dataclass(frozen=True)
class SittingShown:
    """A sitting of the person in the round, as its mark stands."""

    receipt: str
    started_at: datetime
    submitted_at: datetime
    points: Decimal
    most: Decimal
    paper: str
    """What its paper is called."""


@dataclass(frozen=True)
class LineSheet:
    """What the explanation sheet of a line says."""

    head: Head
    line: Line
    unit: str
    explanation: LineExplanation
    names: dict[int, str]
    """Of the line, and of those it is compared with."""
    sittings: tuple[SittingShown, ...]
    papers: tuple[str, ...] = ()
    """What the papers of the round are called, in order; none for a result over the contest."""

    @property
    def unsat(self) -> tuple[str, ...]:
        """Papers of the round that the person did not sit, where there is a sitting at all."""
        sat = {one.paper for one in self.sittings}
        return tuple(title for title in self.papers if sat and title not in sat)


@dataclass(frozen=True)
class UnitSheet:
    """What the explanation sheet of a unit says."""

    head: Head
    table: CollectiveShown
    line: UnitLine
    above: UnitLine | None
    judged: tuple[UnitJudged, ...] = ()
    """What the committee gave the unit and the one above it, under keys of this ranking."""


@dataclass(frozen=True)
class Comparison:
    """Two lines of a ranking side by side, the upper first."""

    head: Head
    upper: Line
    lower: Line
    decisive: int | None
    """Which key decides, counted from 0; None where the two share a place."""


def comparison(draft: Draft, one: int, other: int) -> Comparison | None:
    """Any two lines by their positions from 0; None where there are no two such lines."""
    head = stored.head(draft.pk)
    first, second = sorted((one, other))
    if first == second or first < 0 or second >= head.lines:
        return None
    if head.section_at(first) != head.section_at(second):
        # They stand in rankings of their own: nothing puts the one above the other.
        return None
    upper, lower = (stored.lines(draft.pk, n, n + 1)[0] for n in (first, second))
    explanation = why_above(
        _placing(head.keys, upper), _placing(head.keys, lower), [_key(key) for key in head.keys]
    )
    decisive = explanation.number - 1 if explanation.number else None
    return Comparison(head, upper, lower, decisive)


def line_sheet(draft: Draft, entrant: Entrant) -> LineSheet | None:
    """The sheet of an entrant's line; None where it is not ranked."""
    position = stored.position_of_entrant(draft.pk, entrant.pk)
    if position is None:
        return None
    head = stored.head(draft.pk)
    first, lines = _around(draft.pk, position, head.section_at(position))
    placings = [_placing(head.keys, line) for line in lines]
    keys = [_key(key) for key in head.keys]
    line = lines[position - first]
    titles = _paper_titles(draft)
    return LineSheet(
        head=head,
        line=line,
        unit=head.units[line.unit].name if line.unit >= 0 else "",
        explanation=explain_line(placings, position - first, keys),
        names={one.entrant: one.name for one in lines},
        sittings=_sittings(draft, entrant, titles),
        papers=tuple(titles.values()),
    )


def _around(draft_id: int, position: int, within: Section) -> tuple[int, list[Line]]:
    """Lines around a position, so many that the places above and below it are among them."""
    end = within.first + within.lines
    width = _WINDOW
    while True:
        first = max(within.first, position - width)
        lines = stored.lines(draft_id, first, min(end, position + width))
        place = lines[position - first].place
        above = first == within.first or lines[0].place != place
        below = first + len(lines) >= end or lines[-1].place != place
        if above and below:
            return first, lines
        width *= 4


def _placing(keys: tuple[KeyShown, ...], line: Line) -> Placing:
    values = [compared(key, value) for key, value in zip(keys, line.values, strict=True)]
    return Placing(line.place, line.entrant, line.points, tuple(values))


def _key(key: KeyShown) -> RankingKey:
    return RankingKey(
        by=By(key.by), first=Direction(key.first), title=key.title or None, part=key.part or None
    )


def _paper_titles(draft: Draft) -> dict[str, str]:
    """By key what the papers of the round are called; nothing for a result over the contest."""
    if draft.round is None:
        return {}
    parts = parts_in(rulebook_of(draft.version), draft.round.key)
    return {part.key: part.title for part in parts if isinstance(part, PaperPart)}


def _sittings(
    draft: Draft, entrant: Entrant, titles: Mapping[str, str]
) -> tuple[SittingShown, ...]:
    """The entrant's sittings of the round, oldest first; none for a result over the contest."""
    if draft.round is None:
        return ()
    marks = Mark.objects.filter(
        submission__sitting__entrant=entrant,
        submission__sitting__round=draft.round,
        key_state=key_state(draft.round),
    ).order_by("submission__submitted_at")
    rows = marks.values_list(
        "submission__receipt", "submission__sitting__started_at", "submission__submitted_at",
        "points", "most", "submission__sitting__part_key",
    )  # fmt: skip
    return tuple(SittingShown(*row[:-1], titles.get(row[-1], "")) for row in rows)


def unit_sheet(draft: Draft, table_key: str, code: str) -> UnitSheet | None:
    """The sheet of a unit in a collective ranking; None where it is not in it."""
    tables = (table for table in stored.collectives(draft.pk) if table.key == table_key)
    for table in tables:
        codes = [line.code for line in table.lines]
        if code in codes:
            place = codes.index(code)
            line = table.lines[place]
            above = table.lines[place - 1] if place and line.place else None
            judged = _judged(draft, table, [one for one in (above, line) if one])
            return UnitSheet(stored.head(draft.pk), table, line, above, judged)
    return None


def _judged(
    draft: Draft, table: CollectiveShown, lines: Sequence[UnitLine]
) -> tuple[UnitJudged, ...]:
    titles = {key.title for key in table.columns if key.by == Aggregate.JUDGED}
    titles |= {one.title for line in lines for one in line.working if one.by == Aggregate.JUDGED}
    numbers = [line.unit for line in lines]
    found = [one for one in stored.judged(draft.pk) if one.unit in numbers and one.title in titles]
    return tuple(sorted(found, key=lambda one: (one.title, numbers.index(one.unit))))
