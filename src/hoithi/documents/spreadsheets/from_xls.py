"""The sheets of an .xls file of Excel 5 to 2003."""

import io
import struct
from datetime import datetime
from typing import Any

import xlrd
from xlrd.compdoc import CompDocError

from hoithi.documents.spreadsheets.from_xlsx import MAX_LINES, TooManyRowsError
from hoithi.documents.spreadsheets.grid import Area, Cell, Grid, Value, make_grid

# What xlrd raises on broken files of every sort, found by feeding it damaged ones.
BROKEN = (
    AssertionError,
    AttributeError,
    CompDocError,
    EOFError,
    IndexError,
    KeyError,
    LookupError,
    MemoryError,
    NotImplementedError,  # xlrd says so of records that it does not read
    OverflowError,
    RecursionError,
    TypeError,
    UnboundLocalError,
    ValueError,
    struct.error,
    xlrd.XLRDError,
)


class PasswordError(Exception):
    """The workbook is encrypted."""


def read_xls(data: bytes) -> list[Grid]:
    """Every visible sheet. Raises `PasswordError`, `TooManyRowsError` or one of `BROKEN`."""
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO()
        )
    except xlrd.XLRDError as error:
        if "encrypted" in str(error):
            raise PasswordError from error
        raise
    sheets = [book.sheet_by_index(index) for index in range(book.nsheets)]
    return [_read_sheet(book, sheet) for sheet in sheets if sheet.visibility == 0]


def _read_sheet(book: Any, sheet: Any) -> Grid:
    lines: dict[int, dict[int, Cell]] = {}
    for number in range(sheet.nrows):
        kept = {
            place + 1: cell
            for place, raw in enumerate(sheet.row(number))
            if (cell := _cell(book, raw)) is not None
        }
        if kept:
            lines[number + 1] = kept
        if len(lines) > MAX_LINES:
            raise TooManyRowsError
    merged = tuple(
        Area(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells
    )
    return make_grid(sheet.name, lines, merged)


def _cell(book: Any, raw: Any) -> Cell | None:
    if raw.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or raw.value == "":
        return None
    is_error = raw.ctype == xlrd.XL_CELL_ERROR
    value = xlrd.error_text_from_code.get(raw.value, "#N/A") if is_error else _value(book, raw)
    style = book.xf_list[raw.xf_index] if raw.xf_index is not None else None
    if style is None:
        return Cell(value, is_error=is_error)
    number_format = book.format_map[style.format_key].format_str
    font = book.font_list[style.font_index].name
    return Cell(value, font, "%" if "%" in number_format else "", is_error)


def _value(book: Any, raw: Any) -> Value:
    if raw.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(raw.value)
    if raw.ctype == xlrd.XL_CELL_DATE:
        return _moment(raw.value, book.datemode)
    return raw.value if isinstance(raw.value, str) else float(raw.value)


def _moment(serial: float, datemode: int) -> datetime | float:
    """A date cell as a moment; a number that no calendar holds stays a number."""
    try:
        moment = xlrd.xldate_as_datetime(serial, datemode)
    except (ValueError, OverflowError, xlrd.XLDateError):
        return serial
    return moment if isinstance(moment, datetime) else serial
