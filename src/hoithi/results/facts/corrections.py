"""What another key changes in the result of a round: two rankings side by side."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

import msgspec

from hoithi.results.facts.snapshot import CollectiveShown, Line, TableShown

MOST_LINES = 200
"""So many changed lines are kept; all are counted."""


class LineChange(msgspec.Struct, frozen=True, array_like=True):
    """Somebody whose points or place change; place 0 is none."""

    entrant: int
    name: str
    unit: str
    place_before: int
    place_after: int
    points_before: Decimal | None
    points_after: Decimal | None


class PrizeChange(msgspec.Struct, frozen=True, kw_only=True):
    """A prize that somebody gains, or loses."""

    gained: bool
    table: str
    prize: str
    name: str
    unit: str
    key: tuple[str, str, int, int]
    """Keys of the table and of the prize, the entrant, the unit: as certificates go by."""


class UnitChange(msgspec.Struct, frozen=True, array_like=True):
    """A unit whose place in a collective ranking changes."""

    ranking: str
    name: str
    place_before: int
    place_after: int


class Marked(msgspec.Struct, frozen=True, array_like=True):
    """How many sheets there are, how many had the question, and how many marks change."""

    sittings: int = 0
    concerned: int = 0
    raised: int = 0
    lowered: int = 0


class RoundPreview(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a correction changes in a round."""

    marked: Marked
    people: int = 0
    """People whose points change."""
    moved: int = 0
    """People whose place changes."""
    lines: tuple[LineChange, ...] = ()
    prizes: tuple[PrizeChange, ...] = ()
    units: tuple[UnitChange, ...] = ()
    undecided: int = 0
    """People between whom lots or the committee have to decide anew."""
    unverified: int = 0
    """New winners whom nobody has verified yet."""


class Side(NamedTuple):
    """The tables of one of the two results."""

    lines: Iterable[Line]
    units: Mapping[int, str]
    """Names of units by their index in the lines."""
    tables: Iterable[TableShown]
    collectives: Iterable[CollectiveShown]


def preview(before: Side, after: Side, marked: Marked) -> RoundPreview:
    """The changes from one result to another; lines in the order of the new places."""
    old = {line.entrant: line for line in before.lines}
    shown: list[LineChange] = []
    people = moved = 0
    for line in after.lines:
        was = old.pop(line.entrant, None)
        people += was is None or was.points != line.points
        moved += was is None or was.place != line.place
        if was is None or (was.place, was.points) != (line.place, line.points):
            shown.append(_change(was, line, after.units))
    gone = [_change(line, None, before.units) for line in old.values()]
    return RoundPreview(
        marked=marked,
        people=people + len(gone),
        moved=moved + len(gone),
        lines=tuple([*shown, *gone][:MOST_LINES]),
        prizes=tuple(_prizes(before.tables, after.tables)),
        units=tuple(_units(before.collectives, after.collectives)),
    )


def _change(before: Line | None, after: Line | None, units: Mapping[int, str]) -> LineChange:
    lines = [line for line in (after, before) if line]
    return LineChange(
        lines[0].entrant,
        lines[0].name,
        units.get(lines[0].unit, ""),
        before.place if before else 0,
        after.place if after else 0,
        before.points if before else None,
        after.points if after else None,
    )


def _won(tables: Iterable[TableShown]) -> dict[tuple[str, str, int, int], PrizeChange]:
    return {
        key: PrizeChange(
            gained=True,
            table=table.title,
            prize=prize.title,
            name=winner.name,
            unit=winner.unit,
            key=key,
        )
        for table in tables
        for prize in table.prizes
        for winner in prize.winners
        for key in [(table.key, prize.key, winner.entrant, winner.unit_id)]
    }


def _prizes(before: Iterable[TableShown], after: Iterable[TableShown]) -> Iterator[PrizeChange]:
    old, new = _won(before), _won(after)
    for key in old:
        if key not in new:
            yield msgspec.structs.replace(old[key], gained=False)
    for key in new:
        if key not in old:
            yield new[key]


def _units(
    before: Iterable[CollectiveShown], after: Iterable[CollectiveShown]
) -> Iterator[UnitChange]:
    old = {(table.key, line.unit): line.place for table in before for line in table.lines}
    for table in after:
        for line in table.lines:
            was = old.get((table.key, line.unit), 0)
            if was != line.place:
                yield UnitChange(table.title, line.name, was, line.place)
