"""Every list can be taken away: as .xlsx for an office, as CSV for other programs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import register_converter
from django.urls.converters import StringConverter

from hoithi.documents.spreadsheets import Column, Out, write_csv, write_table
from hoithi.web.files import download

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_CSV = "text/csv; charset=utf-8"


class TableFileConverter(StringConverter):
    """In which form a table is taken away."""

    regex = "xlsx|csv"


register_converter(TableFileConverter, "table_file")
TABLE_FILE = "<table_file:kind>"
"""The end of an address under which a table is taken away."""


@dataclass(frozen=True)
class TableOut:
    """A list as it leaves the house; texts that a program would compute are guarded."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Out]]
    remarks: Sequence[str] = ()


def taken_away(table: TableOut, name: str, kind: str) -> HttpResponse:
    """The list as a file of this name, `xlsx` or `csv`."""
    if kind == "csv":
        return download(write_csv(table.columns, table.rows), f"{name}.csv", _CSV)
    data = write_table(table.title, table.columns, table.rows, table.remarks)
    return download(data, f"{name}.xlsx", _XLSX)
