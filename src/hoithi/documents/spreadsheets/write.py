"""Writes tables as .xlsx and CSV."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, islice
from typing import Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from hoithi.documents.spreadsheets.cells_out import Out, guarded, number_format, plain_text, put
from hoithi.documents.spreadsheets.records import Column, Kind

FONT = "Times New Roman"
_THIN = Side(style="thin", color="999999")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_HEADING_FILL = PatternFill("solid", fgColor="E8EEF4")
_A4 = 9
_NARROWEST, _WIDEST = 6, 60
_MEASURED_ROWS = 200
_FORBIDDEN_IN_NAMES = str.maketrans("", "", "[]:*?/\\'")


@dataclass(frozen=True, slots=True)
class Prototypes:
    """One ready cell of each look; the others share its style, which is many times quicker."""

    title: Any
    remark: Any
    heading: Any
    kinds: dict[Kind, Any]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of a workbook that holds several."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Sequence[Out]]
    remarks: Sequence[str] = ()


def write_table(
    title: str,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Out]],
    remarks: Sequence[str] = (),
) -> bytes:
    """An .xlsx with the title, lines of remarks below it, a frozen heading and typed cells.

    Rows are written as they come, so that hundreds of thousands do not fill the memory.
    """
    return write_sheets([Sheet(title, columns, rows, remarks)])


def write_sheets(sheets: Iterable[Sheet]) -> bytes:
    """An .xlsx of several tables, each as `write_table` writes one."""
    book = openpyxl.Workbook(write_only=True)
    for one in sheets:
        _write_sheet(book.create_sheet(sheet_name(one.title)), one)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _write_sheet(sheet: Any, one: Sheet) -> None:
    flow = iter(one.rows)
    measured = list(islice(flow, _MEASURED_ROWS))
    heading_row = 2 + len(one.remarks) + 1
    for place, width in enumerate(_widths(one.columns, measured), start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = f"A{heading_row + 1}"
    set_up_page(sheet, heading_row)
    looks = prototypes(sheet)
    for line in head_lines(sheet, looks, one.title, one.remarks):
        sheet.append(line)
    sheet.append([styled(sheet, looks.heading, column.heading) for column in one.columns])
    styles = [looks.kinds[column.kind] for column in one.columns]
    for row in chain(measured, flow):
        sheet.append([styled(sheet, look, value) for look, value in zip(styles, row, strict=True)])


def write_csv(columns: Sequence[Column], rows: Iterable[Sequence[Out]]) -> bytes:
    """CSV as Excel opens it: UTF-8 with its mark, CRLF, no text that would be computed."""
    target = io.StringIO(newline="")
    writer = csv.writer(target)
    writer.writerow([guarded(column.heading) for column in columns])
    for row in rows:
        writer.writerow([_csv_text(value) for value in row])
    return target.getvalue().encode("utf-8-sig")


def _csv_text(value: Out) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime | date):
        return value.isoformat()
    return guarded(plain_text(value)) if isinstance(value, str) else str(value)


def head_lines(
    sheet: Any, looks: Prototypes, title: str, remarks: Sequence[str]
) -> Iterator[list[Any]]:
    """The title, the remarks and an empty line."""
    yield [styled(sheet, looks.title, title)]
    for remark in remarks:
        yield [styled(sheet, looks.remark, remark)]
    yield []


def styled(sheet: Any, look: Any, value: Out) -> Any:
    """A new cell that looks like the prototype."""
    cell = WriteOnlyCell(sheet)
    put(cell, value)
    cell._style = look._style  # noqa: SLF001 - setting the four parts of a style is ten times slower
    return cell


def prototypes(sheet: Any) -> Prototypes:
    """The looks of a table: title, remark, heading and a cell of each kind."""
    kinds = {}
    for kind in Kind:
        is_text = kind in {Kind.TEXT, Kind.LINES}
        cell = _look(sheet, Font(name=FONT, size=12))
        cell.border = _BORDER
        cell.alignment = Alignment(vertical="top", wrap_text=is_text)
        cell.number_format = number_format(kind)
        # Set in Excel's own files for texts that begin like a formula: editing keeps them texts.
        cell.quotePrefix = is_text
        kinds[kind] = cell
    heading = _look(sheet, Font(name=FONT, size=12, bold=True))
    heading.border, heading.fill = _BORDER, _HEADING_FILL
    heading.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    return Prototypes(
        title=_look(sheet, Font(name=FONT, size=14, bold=True)),
        remark=_look(sheet, Font(name=FONT, size=12, italic=True)),
        heading=heading,
        kinds=kinds,
    )


def _look(sheet: Any, font: Font) -> Any:
    cell = WriteOnlyCell(sheet)
    cell.font = font
    return cell


def set_up_page(sheet: Any, heading_row: int) -> None:
    """A4 across, as wide as the page, the heading on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{heading_row}:{heading_row}"


def sheet_name(title: str) -> str:
    """A name that Excel accepts: at most 31 signs, none of those with a meaning in formulas."""
    return plain_text(title).translate(_FORBIDDEN_IN_NAMES).strip()[:31].strip() or "Danh sách"


def _widths(columns: Sequence[Column], rows: Sequence[Sequence[Out]]) -> list[int]:
    """Wide enough for the longest word of the heading and most of the first rows, in letters."""
    widths = []
    for place, column in enumerate(columns):
        word = max((len(word) for word in column.heading.split()), default=0)
        lengths = sorted(len(_csv_text(row[place])) for row in rows)
        usual = lengths[len(lengths) * 9 // 10] if lengths else len(column.heading) // 2
        widths.append(min(max(_NARROWEST, word + 2, round(usual * 1.15) + 2), _WIDEST))
    return widths
