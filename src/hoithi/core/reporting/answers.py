"""What a unit fills in: its cells as they are kept, what is doubtful, and what all units sum to."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from msgspec import Struct

from hoithi.core.reporting.outlines import AskedTable, CellKind, Outline, TableColumn
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.numbers import NotANumber, decimal_text, read_decimal
from hoithi.core.vietnamese.text import fold
from hoithi.core.vietnamese.typed_dates import NotADate, read_partial_date

MOST_ROWS = 500
LONGEST_TEXT = 20_000
LONGEST_CELL = 1_000
_LAST = date(2100, 12, 31)
_LARGEST = Decimal(10) ** 15
_COUNTING = ("so ", "tong so ")
"""How the heading of a column begins, without marks, that counts; others may hold differences."""
_NUMBER = re.compile(r"-?\d{1,30}(\.\d{1,30})?", re.ASCII)

Rows = tuple[tuple[str, ...], ...]


class Answer(Struct, frozen=True):
    """A text for each heading, and the lines of each table, in the order of the outline.

    Numbers are kept with a point ("1234.5") and days as "2026-11-02"; what could not be read is
    kept as it was typed, so that nobody types it again.
    """

    texts: tuple[str, ...] = ()
    tables: tuple[Rows, ...] = ()


class Fault(StrEnum):
    """Why a report cannot be sent as it stands."""

    NOTHING_WRITTEN = "nothing_written"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    BELOW_NOTHING = "below_nothing"
    """What the column counts cannot be fewer than none."""
    FIRST_EMPTY = "first_empty"
    """A line whose first column is empty says of nothing what it tells."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A fault with its place: a heading, or a cell of a table; counted from 1, 0 where none."""

    fault: Fault
    where: str
    """The heading, or the title of the column."""
    table: str = ""
    row: int = 0
    text: str = ""


def fitted(
    outline: Outline, texts: Sequence[str], tables: Sequence[Iterable[Sequence[str]]]
) -> Answer:
    """What was filled in, cut to the outline; lines without a word in them are left out."""
    kept = tuple(
        tuple(_row(table, row) for row in rows if any(cell.strip() for cell in row))[:MOST_ROWS]
        for table, rows in zip(outline.tables, _padded(tables, len(outline.tables)), strict=True)
    )
    words = [text.strip()[:LONGEST_TEXT] for text in texts][: len(outline.sections)]
    words += [""] * (len(outline.sections) - len(words))
    return Answer(tuple(words), kept)


def _padded(
    tables: Sequence[Iterable[Sequence[str]]], length: int
) -> list[Iterable[Sequence[str]]]:
    given = list(tables)[:length]
    return given + [()] * (length - len(given))


def _row(table: AskedTable, cells: Sequence[str]) -> tuple[str, ...]:
    padded = [*cells, *[""] * len(table.columns)]
    return tuple(
        cell_kept(column.kind, text) for column, text in zip(table.columns, padded, strict=False)
    )


def cell_kept(kind: CellKind, typed: str) -> str:
    """A typed cell as it is kept; what is no number or day stays as it was typed."""
    text = " ".join(typed.split())[:LONGEST_CELL]
    try:
        if kind is CellKind.NUMBER and text:
            number = read_decimal(text)
            return f"{number:f}" if abs(number) < _LARGEST else text
        if kind is CellKind.DATE and text:
            whole = read_partial_date(text, latest=_LAST).whole
            return whole.isoformat() if whole else text
    except (NotANumber, NotADate):
        return text
    return text


def number_kept(kept: str) -> Decimal | None:
    """The number of a kept cell; None for what was typed and is none."""
    if not _NUMBER.fullmatch(kept) or abs(Decimal(kept)) >= _LARGEST:
        return None
    return Decimal(kept)


def day_kept(kept: str) -> date | None:
    """The day of a kept cell; None for what was typed and is none."""
    return date.fromisoformat(kept) if _is_day(kept) else None


def _is_day(kept: str) -> bool:
    try:
        date.fromisoformat(kept)
    except ValueError:
        return False
    return True


def cell_said(kind: CellKind, kept: str) -> str:
    """A kept cell as documents write it, and as a person may type it again."""
    if kind is CellKind.NUMBER:
        number = number_kept(kept)
        return kept if number is None else decimal_text(number)
    if kind is CellKind.DATE:
        day = day_kept(kept)
        return kept if day is None else date_text(day)
    return kept


def _is_read(kind: CellKind, kept: str) -> bool:
    if not kept or kind is CellKind.TEXT:
        return True
    return number_kept(kept) is not None if kind is CellKind.NUMBER else _is_day(kept)


def doubts(outline: Outline, answer: Answer) -> list[Doubt]:
    """Everything that keeps the report from being sent, in the order of the outline."""
    found = [
        Doubt(Fault.NOTHING_WRITTEN, section.heading)
        for section, text in zip(outline.sections, answer.texts, strict=True)
        if not text
    ]
    for table, rows in zip(outline.tables, answer.tables, strict=True):
        for number, row in enumerate(rows, start=1):
            found += _row_doubts(table, row, number)
    return found


def empty_tables(outline: Outline, answer: Answer) -> list[str]:
    """The titles of the tables that have no line."""
    tables = zip(outline.tables, answer.tables, strict=True)
    return [table.title for table, rows in tables if not rows]


def _row_doubts(table: AskedTable, row: Sequence[str], number: int) -> Iterable[Doubt]:
    if not row[0]:
        yield Doubt(Fault.FIRST_EMPTY, table.columns[0].title, table.title, number)
    for column, text in zip(table.columns, row, strict=True):
        if fault := _fault(column, text):
            yield Doubt(fault, column.title, table.title, number, text)


def _fault(column: TableColumn, kept: str) -> Fault | None:
    if not _is_read(column.kind, kept):
        return Fault.NOT_A_DATE if column.kind is CellKind.DATE else Fault.NOT_A_NUMBER
    counts = column.kind is CellKind.NUMBER and fold(column.title).startswith(_COUNTING)
    return Fault.BELOW_NOTHING if counts and kept.startswith("-") else None


def sums(table: AskedTable, rows: Iterable[Sequence[str]]) -> tuple[Decimal | None, ...]:
    """The sum of every column of numbers; None for the others."""
    totals: list[Decimal | None] = [
        Decimal(0) if column.kind is CellKind.NUMBER else None for column in table.columns
    ]
    for row in rows:
        for place, (column, text) in enumerate(zip(table.columns, row, strict=True)):
            total = totals[place]
            number = number_kept(text) if column.kind is CellKind.NUMBER else None
            if total is not None and number is not None:
                totals[place] = total + number
    return tuple(totals)
