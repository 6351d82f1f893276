"""Rows of the bank to records of the rules, and back; the columns of its table."""

from hoithi.questions.facts.rows import answer_of, fill, right_as_stored, text_of
from hoithi.questions.facts.table import (
    COLUMNS,
    USUAL_OPTIONS,
    columns_for,
    columns_of,
    table_row,
)

__all__ = [
    "COLUMNS",
    "USUAL_OPTIONS",
    "answer_of",
    "columns_for",
    "columns_of",
    "fill",
    "right_as_stored",
    "table_row",
    "text_of",
]
