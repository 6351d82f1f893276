"""Reads the asked columns out of a spreadsheet as it really comes from an office."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from hoithi.documents.spreadsheets.dates import is_day_first_text
from hoithi.documents.spreadsheets.grid import Cell, Grid
from hoithi.documents.spreadsheets.headings import Heading, find_heading
from hoithi.documents.spreadsheets.lines import LineKind, Table, make_table, sort_lines
from hoithi.documents.spreadsheets.records import (
    Column,
    Doubt,
    Kind,
    Reason,
    Row,
    TableReading,
    refused,
)
from hoithi.documents.spreadsheets.source import open_source
from hoithi.documents.spreadsheets.template import CHOICES_SHEET, NOTES_SHEET
from hoithi.documents.spreadsheets.values import read_value, shown

NOT_TABLES = frozenset({NOTES_SHEET, CHOICES_SHEET})
"""The sheets that our own empty forms have beside their table."""
_SHOWN_IN_FACTS = 80
_ENOUGH_DATES = 3


def read_table(data: bytes, name: str, columns: Sequence[Column]) -> TableReading:
    """Read the sheet that fits the columns best; bad input is answered with doubts, never raised.

    A missing required column, or a file that is no spreadsheet, refuses the whole file. A line with
    a `Weight.LINE` doubt is still among the rows, with "" where its value could not be read.
    """
    source = open_source(data, name)
    if isinstance(source, TableReading):
        return source
    asked = [grid for grid in source.grids if grid.name not in NOT_TABLES] or source.grids
    found = [(grid, heading) for grid in asked if (heading := find_heading(grid, columns))]
    if not found:
        wanted = "; ".join(column.heading for column in columns if column.required)
        return refused(Reason.NO_HEADING, sheets=len(source.grids), columns=wanted)
    grid, heading = max(found, key=lambda pair: pair[1].score)
    if missing := _missing(columns, heading):
        return TableReading(doubts=missing, sheet=grid.name, heading_row=heading.bottom)
    notes = [doubt for doubt in source.doubts if doubt.facts["sheet"] == grid.name]
    notes += _doubts_of_heading(heading)
    others = sum(1 for other, beside in found if other is not grid and len(beside.places) > 1)
    if others:
        notes.append(Doubt(Reason.OTHER_SHEETS, facts={"sheet": grid.name, "others": others}))
    return _read(make_table(grid, heading, columns), notes)


def _missing(columns: Sequence[Column], heading: Heading) -> tuple[Doubt, ...]:
    return tuple(
        Doubt(Reason.MISSING_COLUMN, heading.top, column.key, {"heading": column.heading})
        for column in columns
        if column.required and column.key not in heading.places
    )


def _doubts_of_heading(heading: Heading) -> list[Doubt]:
    return [
        Doubt(
            Reason.HEADING_TWICE, heading.bottom, key, {"taken": heading.places[key], "left": place}
        )
        for key, place in heading.twice.items()
    ]


@dataclass
class _Gathering:
    """Rows and doubts while the lines of a table are read."""

    doubts: list[Doubt]
    rows: list[Row] = field(default_factory=list)
    below_end: list[int] = field(default_factory=list)


def _read(table: Table, notes: list[Doubt]) -> TableReading:
    gathering = _Gathering(notes)
    for line, kind in sort_lines(table):
        if kind is LineKind.DATA:
            _read_line(table, line, gathering)
        elif kind is LineKind.SECTION:
            facts = {"text": _text_of_line(table.grid, line)}
            gathering.doubts.append(Doubt(Reason.SECTION_LINE, line, facts=facts))
        elif kind is LineKind.END:
            gathering.below_end.append(line)
    if below := gathering.below_end:
        facts_of_end: dict[str, str | int] = {"lines": len(below)}
        gathering.doubts.append(Doubt(Reason.ROWS_BELOW_END, below[0], facts=facts_of_end))
    if not gathering.rows:
        gathering.doubts.append(Doubt(Reason.NO_ROWS, table.heading.bottom))
    gathering.doubts.extend(_swapped_dates(table, gathering.rows))
    return TableReading(
        tuple(gathering.rows), tuple(gathering.doubts), table.grid.name, table.heading.bottom
    )


def _read_line(table: Table, line: int, gathering: _Gathering) -> None:
    cells = table.grid.lines[line]
    values: dict[str, str] = {}
    for column in table.columns:
        place = table.heading.places.get(column.key)
        cell = cells.get(place) if place is not None else None
        values[column.key], doubt = _read_cell(cell, column)
        if doubt is not None:
            facts = {"heading": column.heading, "value": _shown(cell)}
            gathering.doubts.append(Doubt(doubt, line, column.key, facts))
    gathering.rows.append(Row(line, values))


def _read_cell(cell: Cell | None, column: Column) -> tuple[str, Reason | None]:
    if cell is None or (
        isinstance(cell.value, str) and not cell.is_uncomputed and not shown(cell.value)
    ):
        return "", Reason.REQUIRED_EMPTY if column.required else None
    return read_value(cell, column)


def _shown(cell: Cell | None) -> str:
    return "" if cell is None else shown(cell.value)[:_SHOWN_IN_FACTS]


def _text_of_line(grid: Grid, line: int) -> str:
    cells = grid.lines[line]
    return " ".join(shown(cells[place].value) for place in sorted(cells))[:_SHOWN_IN_FACTS]


def _swapped_dates(table: Table, rows: Sequence[Row]) -> Iterator[Doubt]:
    """A computer set to American dates takes 05/03 for the 3rd of May, and leaves 25/03 a text.

    So real dates that all have a day of at most 12, beside texts with a later day, are suspected.
    """
    for column in table.columns:
        place = table.heading.places.get(column.key)
        if column.kind is not Kind.DATE or place is None:
            continue
        cells = [table.grid.lines[row.line].get(place) for row in rows]
        values = [cell.value for cell in cells if cell is not None]
        real = [value for value in values if isinstance(value, date)]
        texts = [value for value in values if isinstance(value, str) and is_day_first_text(value)]
        if texts and len(real) >= _ENOUGH_DATES and all(value.day <= 12 for value in real):
            facts: dict[str, str | int] = {"heading": column.heading, "dates": len(real)}
            yield Doubt(Reason.DATES_MAY_BE_SWAPPED, 0, column.key, facts)
