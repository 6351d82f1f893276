"""The sheets of an .xlsx or .xlsm file: stored values only; nothing is computed, no macro runs."""

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import openpyxl
from openpyxl.utils.cell import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from hoithi.documents.spreadsheets.grid import Area, Cell, Grid, make_grid

# What openpyxl raises on broken files of every sort, found by feeding it damaged ones.
BROKEN = (
    AssertionError,
    AttributeError,
    EOFError,
    IndexError,
    InvalidFileException,
    KeyError,
    NotImplementedError,  # zipfile says so of packings that it does not know
    OSError,
    OverflowError,
    RecursionError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
    zlib.error,
)
MAX_SHEETS = 50
MAX_LINES = 50_000
MAX_CELLS = 1_500_000
_STYLES = "xl/styles.xml"
_MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\s[^>]{0,200}?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"'
)
_VALUE_TAGS = (b"<v>", b"<is>")

# Openpyxl warns of parts it does not keep (validations, printer settings); they carry no values.
warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")


class TooManyRowsError(Exception):
    """The sheets hold more lines or cells than are read."""


def read_xlsx(data: bytes) -> list[Grid]:
    """Every visible sheet. Raises one of `BROKEN` or `TooManyRowsError`."""
    workbook = opened(data)
    try:
        sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        return [_read_sheet(sheet, data) for sheet in sheets[:MAX_SHEETS]]
    finally:
        workbook.close()


def opened(data: bytes, *, computed: bool = True) -> Any:
    """The workbook; with malformed styles (a frequent fault) it is opened without them."""
    try:
        return openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=computed)
    except (TypeError, ValueError, AttributeError, IndexError):
        plain = without_styles(data)
        return openpyxl.load_workbook(io.BytesIO(plain), read_only=True, data_only=computed)


def without_styles(data: bytes) -> bytes:
    """The same file without its styles."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for member in old.infolist():
            if member.filename != _STYLES:
                new.writestr(member.filename, old.read(member), zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _read_sheet(sheet: Any, data: bytes) -> Grid:
    with sheet._get_source() as stream:  # noqa: SLF001 - the only way to the part's bytes
        source = stream.read()
    filled = 0 if b":v>" in source else sum(source.count(tag) for tag in _VALUE_TAGS)
    lines = _read_lines(sheet, filled)
    if b"<f" in source:
        _mark_uncomputed(sheet.title, lines, data)
    merged = tuple(
        Area(top, left, bottom, right)
        for left, top, right, bottom in map(range_boundaries, _merged_ranges(source))
    )
    return make_grid(sheet.title, lines, merged)


def _merged_ranges(source: bytes) -> Iterator[str]:
    return (found[1].decode("ascii") for found in _MERGED.finditer(source))


def _read_lines(sheet: Any, filled: int) -> dict[int, dict[int, Cell]]:
    """The filled cells. Ends with the last of the `filled` values, so that a million empty but
    formatted lines below a table cost nothing; `filled` is 0 where it is not known."""
    sheet.reset_dimensions()
    lines: dict[int, dict[int, Cell]] = {}
    seen = visited = 0
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        visited += len(cells) + 1
        kept = {cell.column: _cell(cell) for cell in cells if cell.value is not None}
        seen += len(kept)
        if kept:
            lines[number] = kept
        if len(lines) > MAX_LINES or visited > MAX_CELLS:
            raise TooManyRowsError
        if filled and seen >= filled:
            break
    return lines


def _cell(cell: Any) -> Cell:
    return Cell(
        value=cell.value if cell.data_type != "e" else str(cell.value),
        font=_font_name(cell),
        number_format="%" if "%" in cell.number_format else "",
        is_error=cell.data_type == "e",
    )


def _font_name(cell: Any) -> str:
    """The font decides the encoding of old texts; it matters for texts beyond ASCII only."""
    if not isinstance(cell.value, str) or cell.value.isascii():
        return ""
    try:
        return cell.font.name or ""
    except (IndexError, AttributeError):  # The style is not in the file.
        return ""


def _mark_uncomputed(title: str, lines: dict[int, dict[int, Cell]], data: bytes) -> None:
    """Put a marked cell wherever a formula stands whose result was never stored."""
    workbook = opened(data, computed=False)
    try:
        sheet = workbook[title]
        sheet.reset_dimensions()
        last = max(lines, default=0) + 1
        cells = (cell for row in sheet.iter_rows(max_row=last) for cell in row)
        for cell in cells:
            if cell.data_type == "f" and cell.column not in lines.get(cell.row, {}):
                lines.setdefault(cell.row, {})[cell.column] = Cell("", is_uncomputed=True)
    finally:
        workbook.close()
