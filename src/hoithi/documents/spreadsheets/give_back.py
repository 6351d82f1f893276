"""Gives a faulty spreadsheet back to its sender with the reason beside each line."""

import io
from collections.abc import Mapping
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from hoithi.documents.spreadsheets import from_xlsx
from hoithi.documents.spreadsheets.cells_out import put
from hoithi.documents.spreadsheets.container import is_zip
from hoithi.documents.spreadsheets.grid import Grid
from hoithi.documents.spreadsheets.headings import plain
from hoithi.documents.spreadsheets.records import TableReading
from hoithi.documents.spreadsheets.source import Source, open_source

REASON_HEADING = "Lý do"
_COLOUR = "FFFDE2DD"
_FAULTY = PatternFill("solid", fgColor=_COLOUR)
_NO_FILL = PatternFill()
_REASON_WIDTH = 60
_WIDEST_TABLE = 200


def give_back(
    data: bytes, name: str, reasons: Mapping[int, str], reading: TableReading | None = None
) -> bytes:
    """The file as .xlsx with a column "Lý do" right of the table and its faulty lines coloured.

    `reasons` maps lines as the spreadsheet counts them to sentences; line 0 is the whole file.
    `reading` tells which sheet and heading; without it they are guessed. A file that cannot be
    opened comes back as a list of the reasons alone. Pictures, drawn lines and macros are left out.
    """
    source = open_source(data, name)
    if isinstance(source, TableReading):
        return _only_reasons(reasons)
    grid = _chosen(source, reading)
    book = _open_again(data, grid)
    sheet = book[grid.name] if grid.name in book.sheetnames else book.active
    heading_row = reading.heading_row if reading and reading.heading_row else _guess(grid, reasons)
    _mark(sheet, grid, heading_row, reasons)
    return _saved(book)


def _chosen(source: Source, reading: TableReading | None) -> Grid:
    named = [grid for grid in source.grids if reading and grid.name == reading.sheet]
    return named[0] if named else max(source.grids, key=lambda grid: len(grid.lines))


def _guess(grid: Grid, reasons: Mapping[int, str]) -> int:
    """The last line above the first faulty one with as many texts as any other there."""
    first = min((line for line in reasons if line), default=max(grid.lines) + 1)
    above = [line for line in grid.lines if line < first]
    return max(above, key=lambda line: (_texts(grid, line), -line), default=1)


def _texts(grid: Grid, line: int) -> int:
    return sum(isinstance(cell.value, str) for cell in grid.lines[line].values())


def _open_again(data: bytes, grid: Grid) -> Any:
    if not is_zip(data):
        return _from_grid(grid)
    try:
        return openpyxl.load_workbook(io.BytesIO(data))
    except from_xlsx.BROKEN:
        # Read well enough for its values, but openpyxl cannot keep the rest of it.
        return _from_grid(grid)


def _from_grid(grid: Grid) -> Any:
    """A new workbook with the values of a sheet in their places."""
    book = openpyxl.Workbook()
    sheet = book.active
    for line, cells in grid.lines.items():
        for place, cell in cells.items():
            put(sheet.cell(line, place), cell.value)
    for area in grid.merged:
        if area.right <= _WIDEST_TABLE and (area.bottom, area.right) != (area.top, area.left):
            sheet.merge_cells(None, area.top, area.left, area.bottom, area.right)
    return book


def _mark(sheet: Any, grid: Grid, heading_row: int, reasons: Mapping[int, str]) -> None:
    earlier = _earlier_place(grid, heading_row)
    place = earlier or _place_beside(grid, heading_row)
    sheet.column_dimensions[get_column_letter(place)].width = _REASON_WIDTH
    put(sheet.cell(heading_row, place), REASON_HEADING)
    sheet.cell(heading_row, place).font = Font(bold=True)
    if earlier:
        for line in (number for number in grid.lines if number > heading_row):
            _uncolour(sheet, line, place)
    for line, reason in reasons.items():
        # A reason for the whole file stands below everything, where no line is.
        row = line or max(grid.lines) + 2
        cell = sheet.cell(row, place)
        put(cell, reason)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        for column in range(1, place + 1):
            sheet.cell(row, column).fill = _FAULTY


def _earlier_place(grid: Grid, heading_row: int) -> int:
    """Where the reasons stand if the file was given back before, else 0."""
    for place, cell in grid.lines.get(heading_row, {}).items():
        if plain(str(cell.value)) == plain(REASON_HEADING):
            return place
    return 0


def _place_beside(grid: Grid, heading_row: int) -> int:
    """Right of all that stands in the table."""
    last = max((max(cells) for line, cells in grid.lines.items() if line >= heading_row), default=0)
    covered = [area.right for area in grid.merged if area.bottom >= heading_row]
    return min(max([last, *covered]), _WIDEST_TABLE) + 1


def _uncolour(sheet: Any, line: int, place: int) -> None:
    """Take away the reason and the colour of an earlier return."""
    sheet.cell(line, place).value = None
    for column in range(1, place + 1):
        if sheet.cell(line, column).fill.fgColor.rgb == _COLOUR:
            sheet.cell(line, column).fill = _NO_FILL


def _only_reasons(reasons: Mapping[int, str]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    for number, (line, reason) in enumerate([(0, REASON_HEADING), *sorted(reasons.items())], 1):
        put(sheet.cell(number, 1), "Dòng" if number == 1 else line or "Cả tệp")
        put(sheet.cell(number, 2), reason)
    sheet.column_dimensions["B"].width = _REASON_WIDTH
    return _saved(book)


def _saved(book: Any) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
