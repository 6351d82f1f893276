"""Tables of reports as spreadsheets: what a unit's file says, and what all units say together."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from hoithi.core.reporting.answers import (
    LONGEST_CELL,
    MOST_ROWS,
    Rows,
    day_kept,
    number_kept,
    sums,
)
from hoithi.core.reporting.outlines import AskedTable, CellKind
from hoithi.documents.spreadsheets import (
    Column,
    Doubt,
    Kind,
    Out,
    Reason,
    Sheet,
    read_table,
)
from hoithi.people.facts.tables import TableRead
from hoithi.people.queries.tables import doubts_by_line

_KINDS = {CellKind.TEXT: Kind.TEXT, CellKind.NUMBER: Kind.NUMBER, CellKind.DATE: Kind.DATE}


def columns_of(table: AskedTable) -> tuple[Column, ...]:
    """The columns of the table as a spreadsheet has them; the first one must be filled in."""
    return tuple(
        Column(f"c{place}", (column.title,), required=place == 0, kind=_KINDS[column.kind])
        for place, column in enumerate(table.columns)
    )


def read_rows(data: bytes, name: str, table: AskedTable) -> TableRead[tuple[str, ...]]:
    """The lines of a unit's file, and what is wrong with each."""
    columns = columns_of(table)
    reading = read_table(data, name, columns)
    faults = {line: list(found) for line, found in doubts_by_line(reading).items()}
    rows: list[tuple[str, ...]] = []
    for row in reading.rows:
        cells = tuple(row.values[column.key] for column in columns)
        for column, text in zip(columns, cells, strict=True):
            if reason := _fault(column, text):
                facts = {"heading": column.heading, "value": text[:80]}
                faults.setdefault(row.line, []).append(Doubt(reason, row.line, column.key, facts))
        rows.append(cells)
    if len(rows) > MOST_ROWS:
        faults.setdefault(0, []).append(Doubt(Reason.TOO_MANY_ROWS))
    return TableRead(tuple(rows), {line: tuple(each) for line, each in faults.items()}, reading)


def _fault(column: Column, text: str) -> Reason | None:
    """What a report refuses beyond what a spreadsheet holds: whole days, texts that fit."""
    if len(text) > LONGEST_CELL:
        return Reason.TOO_LONG
    if text and column.kind is Kind.DATE and day_kept(text) is None:
        return Reason.NOT_A_DATE
    if text and column.kind is Kind.NUMBER and number_kept(text) is None:
        return Reason.NOT_A_NUMBER
    return None


def merged_sheet(
    table: AskedTable, answers: Sequence[tuple[str, Rows]], unit_heading: str, total: str
) -> Sheet:
    """All units' lines of one table with the unit before each, and the sums at the end."""
    columns = (Column("unit", (unit_heading,)), *columns_of(table))
    return Sheet(table.title, columns, list(_merged_rows(table, answers, total)))


def _merged_rows(
    table: AskedTable, answers: Iterable[tuple[str, Rows]], total: str
) -> Iterator[list[Out]]:
    every: list[tuple[str, ...]] = []
    for name, rows in answers:
        for row in rows:
            every.append(row)
            yield [name, *(_out(c.kind, text) for c, text in zip(table.columns, row, strict=True))]
    yield [total, *sums(table, every)]


def _out(kind: CellKind, kept: str) -> Out:
    if not kept:
        return None
    found: Decimal | Out = kept
    if kind is CellKind.NUMBER:
        found = number_kept(kept)
    elif kind is CellKind.DATE:
        found = day_kept(kept)
    return kept if found is None else found
