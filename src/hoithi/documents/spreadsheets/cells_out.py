"""Writes single cells so that no text is computed and dates and numbers stay what they are."""

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from hoithi.core.vietnamese.moments import VIETNAM_TIME
from hoithi.documents.spreadsheets.records import Kind

Out = str | int | float | Decimal | bool | date | datetime | time | None

LONGEST_CELL = 32_767
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?")
_FORMATS = {
    Kind.TEXT: "@",
    Kind.LINES: "@",
    Kind.PHONE: "@",
    Kind.IDENTITY: "@",
    Kind.DATE: "dd/mm/yyyy",
    Kind.WHOLE: "#,##0",
}


def number_format(kind: Kind) -> str:
    """How Excel shows cells of this kind; "@" keeps the leading zeros of what is typed there."""
    return _FORMATS.get(kind, "General")


def put(cell: Any, value: Out) -> None:
    """Put a value into a cell of openpyxl. A text is stored as a text whatever it begins with."""
    if isinstance(value, str):
        cell.value = plain_text(value) or None
        if cell.value:
            cell.data_type = "s"
        return
    if isinstance(value, datetime) and value.tzinfo is not None:
        # Cells have no time zone; what people read is the time in Vietnam.
        value = value.astimezone(VIETNAM_TIME).replace(tzinfo=None)
    cell.value = value


def plain_text(text: str) -> str:
    """The text without the signs that a spreadsheet file cannot hold."""
    return _FORBIDDEN.sub("", text)[:LONGEST_CELL]


def typed(text: str, kind: Kind) -> Out:
    """A value of `Row.values` as the type that a spreadsheet should hold."""
    if kind is Kind.DATE and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    if kind in {Kind.NUMBER, Kind.WHOLE} and re.fullmatch(r"-?\d{1,15}(?:\.\d+)?", text):
        return Decimal(text)
    return text


def guarded(text: str) -> str:
    """A text for CSV that no program takes for a formula; plain numbers stay as they are."""
    if text.startswith(_FORMULA_SIGNS) and not _PLAIN_NUMBER.fullmatch(text):
        return "'" + text
    return text
