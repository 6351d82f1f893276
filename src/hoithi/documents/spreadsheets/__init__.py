"""Tables out of spreadsheets as offices send them, and back into spreadsheets."""

from hoithi.documents.spreadsheets.cells_out import Out
from hoithi.documents.spreadsheets.give_back import give_back
from hoithi.documents.spreadsheets.read import read_table
from hoithi.documents.spreadsheets.records import (
    Column,
    Doubt,
    Kind,
    Reason,
    Row,
    TableReading,
    Weight,
)
from hoithi.documents.spreadsheets.template import template
from hoithi.documents.spreadsheets.write import Sheet, write_csv, write_sheets, write_table

__all__ = [
    "Column",
    "Doubt",
    "Kind",
    "Out",
    "Reason",
    "Row",
    "Sheet",
    "TableReading",
    "Weight",
    "give_back",
    "read_table",
    "template",
    "write_csv",
    "write_sheets",
    "write_table",
]
