"""Reads dated tables of units: those kept beside this module, or a fuller one of an authority."""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Generic, TypeVar

from hoithi.core.units.kinds import Level, UnitKind
from hoithi.core.units.records import Share, Source, Succession, UnitRecord
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean

T = TypeVar("T")
Cells = Mapping[str, str]

UNIT_COLUMNS = ("code", "kind", "name", "parent", "valid_from", "valid_to", "source")
SUCCESSION_COLUMNS = ("before", "after", "on", "share", "source")
SOURCE_COLUMNS = ("key", "number", "issued_on", "issuer", "title", "in_force_on", "note")


class Flaw(StrEnum):
    """What is wrong with a line."""

    COLUMNS = "columns"
    EMPTY = "empty"
    KIND = "kind"
    DATE = "date"
    SHARE = "share"
    CHARACTERS = "characters"
    DAYS_REVERSED = "days_reversed"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A line that was not taken, counted from 1 with the heading, and why."""

    line: int
    flaw: Flaw
    column: str


@dataclass(frozen=True, slots=True)
class TableRead(Generic[T]):
    """The rows understood, and a doubt for each line that was not."""

    rows: tuple[T, ...]
    doubts: tuple[Doubt, ...]


@dataclass(eq=False)
class _Flawed(ValueError):
    flaw: Flaw
    column: str


def read_units(lines: Iterable[str]) -> TableRead[UnitRecord]:
    """Reads a CSV table of `UNIT_COLUMNS`; no beginning means unknown, no end means still.

    The province is not in the table: give all tables together to `with_provinces`.
    """
    return _read(lines, UNIT_COLUMNS, _unit)


def read_successions(lines: Iterable[str]) -> TableRead[Succession]:
    """Reads a CSV table of `SUCCESSION_COLUMNS`; the share is empty (whole) or "part"."""
    return _read(lines, SUCCESSION_COLUMNS, _succession)


def read_sources(lines: Iterable[str]) -> TableRead[Source]:
    """Reads a CSV table of `SOURCE_COLUMNS`."""
    return _read(lines, SOURCE_COLUMNS, _source)


def with_provinces(records: Iterable[UnitRecord]) -> tuple[UnitRecord, ...]:
    """The records with the province each lies in, found by climbing to the top on its own days.

    A unit whose parents are not among the records keeps an empty province.
    """
    units = tuple(records)
    by_code: dict[str, list[UnitRecord]] = {}
    for unit in units:
        by_code.setdefault(unit.code, []).append(unit)
    return tuple(replace(unit, province=_province(unit, by_code)) for unit in units)


def _province(unit: UnitRecord, by_code: Mapping[str, list[UnitRecord]]) -> str:
    day = unit.valid_from or (unit.valid_to or date.max) - timedelta(days=1)
    climbed: UnitRecord | None = unit
    while climbed is not None and climbed.level is not Level.PROVINCE:
        above = by_code.get(climbed.parent, ())
        climbed = next((parent for parent in above if parent.in_force(day)), None)
    return climbed.code if climbed is not None else ""


def _read(
    lines: Iterable[str], columns: tuple[str, ...], row: Callable[[Cells], T]
) -> TableRead[T]:
    reader = csv.DictReader(lines, restkey="", restval="")
    if tuple(reader.fieldnames or ()) != columns:
        return TableRead((), (Doubt(1, Flaw.COLUMNS, ",".join(columns)),))
    rows: list[T] = []
    doubts: list[Doubt] = []
    for cells in reader:
        try:
            rows.append(row(_cleaned(cells)))
        except _Flawed as flawed:
            doubts.append(Doubt(reader.line_num, flawed.flaw, flawed.column))
    return TableRead(tuple(rows), tuple(doubts))


def _cleaned(cells: Mapping[str, str]) -> Cells:
    if "" in cells:
        raise _Flawed(Flaw.COLUMNS, "")
    try:
        return {column: clean(cell) for column, cell in cells.items()}
    except ControlCharacterRefused:
        raise _Flawed(Flaw.CHARACTERS, "") from None


def _unit(cells: Cells) -> UnitRecord:
    try:
        kind = UnitKind(cells["kind"])
    except ValueError:
        raise _Flawed(Flaw.KIND, "kind") from None
    began, ended = _day(cells, "valid_from"), _day(cells, "valid_to")
    if began is not None and ended is not None and began >= ended:
        raise _Flawed(Flaw.DAYS_REVERSED, "valid_to")
    return UnitRecord(
        code=_stated(cells, "code"),
        kind=kind,
        name=_stated(cells, "name"),
        province="",
        parent=cells["parent"] if kind.level is Level.PROVINCE else _stated(cells, "parent"),
        valid_from=began,
        valid_to=ended,
        source=_stated(cells, "source"),
    )


def _succession(cells: Cells) -> Succession:
    try:
        share = Share(cells["share"])
    except ValueError:
        raise _Flawed(Flaw.SHARE, "share") from None
    before, after = _stated(cells, "before"), _stated(cells, "after")
    return Succession(before, after, _known_day(cells, "on"), share, _stated(cells, "source"))


def _source(cells: Cells) -> Source:
    return Source(
        key=_stated(cells, "key"),
        number=_stated(cells, "number"),
        issued_on=_known_day(cells, "issued_on"),
        issuer=_stated(cells, "issuer"),
        title=_stated(cells, "title"),
        in_force_on=_known_day(cells, "in_force_on"),
        note=cells["note"],
    )


def _stated(cells: Cells, column: str) -> str:
    if not cells[column]:
        raise _Flawed(Flaw.EMPTY, column)
    return cells[column]


def _day(cells: Cells, column: str) -> date | None:
    try:
        return date.fromisoformat(cells[column]) if cells[column] else None
    except ValueError:
        raise _Flawed(Flaw.DATE, column) from None


def _known_day(cells: Cells, column: str) -> date:
    day = _day(cells, column)
    if day is None:
        raise _Flawed(Flaw.EMPTY, column)
    return day
