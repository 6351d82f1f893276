"""How a report of a unit is shown, to those who fill it in and to those who read it."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoithi.core.reporting.answers import Answer, cell_said
from hoithi.core.reporting.outlines import AskedTable, Outline, Section

_FIRST_LINES, _MORE_LINES = 3, 1
_MOST_CELLS = 600
"""Cells that a page shows as boxes; a longer table is filled in by spreadsheet."""


@dataclass(frozen=True)
class TableShown:
    """A table with its cells as documents write them."""

    number: int
    table: AskedTable
    rows: list[list[str]]
    boxes: list[list[str]]
    """The same with empty lines to write in; none where the table is too long for a page."""


@dataclass(frozen=True)
class ReportShown:
    """A version with its headings and tables."""

    sections: list[tuple[Section, str]]
    tables: list[TableShown]


def said_rows(table: AskedTable, rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Kept cells as documents write them."""
    return [
        [cell_said(column.kind, text) for column, text in zip(table.columns, row, strict=True)]
        for row in rows
    ]


def report_shown(outline: Outline, answer: Answer, more: int = 0) -> ReportShown:
    """The version beside what was asked; `more` empty lines are added to each table."""
    tables = [
        _table_shown(number, table, said_rows(table, answer.tables[number]), more)
        for number, table in enumerate(outline.tables)
    ]
    return ReportShown(list(zip(outline.sections, answer.texts, strict=True)), tables)


def _table_shown(number: int, table: AskedTable, rows: list[list[str]], more: int) -> TableShown:
    width = len(table.columns)
    empty = [[""] * width for _ in range(max(more, _MORE_LINES if rows else _FIRST_LINES))]
    too_long = len(rows) * width > _MOST_CELLS
    return TableShown(number, table, rows, [] if too_long else rows + empty)
