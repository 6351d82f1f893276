"""Makes the empty form of a table: what to fill in, how, and an example that is not read."""

import io
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from hoithi.documents.spreadsheets.cells_out import number_format, put, typed
from hoithi.documents.spreadsheets.records import Column, Kind
from hoithi.documents.spreadsheets.write import (
    FONT,
    Prototypes,
    head_lines,
    prototypes,
    set_up_page,
    sheet_name,
    styled,
)

NOTES_SHEET = "Hướng dẫn"
CHOICES_SHEET = "Danh mục"
ORDINAL_HEADING = "STT"
# The reader passes over lines that begin so.
EXAMPLE_MARK = "Ví dụ"
_REMARK = "Cột có dấu (*) bắt buộc phải có. Dòng “Ví dụ” không được đọc, có thể xóa hoặc để lại."
_FILLABLE_ROWS = 2_000
_HOW_TO_FILL = {
    Kind.TEXT: "Chữ Unicode (ví dụ phông Times New Roman)",
    Kind.LINES: "Chữ Unicode, xuống dòng trong ô bằng Alt+Enter",
    Kind.NUMBER: "Số, phần thập phân sau dấu phẩy: 92,83",
    Kind.WHOLE: "Số nguyên",
    Kind.DATE: "Ngày/tháng/năm: 05/3/1990; chỉ biết năm thì ghi năm",
    Kind.PHONE: "Đủ các chữ số, kể cả số 0 đầu: 0912345678",
    Kind.IDENTITY: "Đủ 12 chữ số, kể cả số 0 đầu",
    Kind.MARK: "Ghi x nếu có, để trống nếu không",
}


def template(
    columns: Sequence[Column], title: str, examples: Sequence[Mapping[str, str]] = ()
) -> bytes:
    """An .xlsx form with headings, example lines, lists to choose from and a sheet of notes.

    Examples are written as `Row.values` are: {"born": "1990-03-05"}.
    """
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet(sheet_name(title))
    looks = prototypes(sheet)
    heading_row = 4
    _size(sheet, columns)
    sheet.freeze_panes = f"B{heading_row + 1}"
    set_up_page(sheet, heading_row)
    for number, column in enumerate(columns, start=2):
        if column.choices:
            _offer(sheet, column, number, heading_row)
    for line in head_lines(sheet, looks, title, [_REMARK]):
        sheet.append(line)
    headings = [ORDINAL_HEADING, *(_heading(column) for column in columns)]
    sheet.append([styled(sheet, looks.heading, heading) for heading in headings])
    for example in examples:
        sheet.append(_example_line(sheet, columns, example))
    _write_choices(book, columns)
    _write_notes(book, looks, columns)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _heading(column: Column) -> str:
    return f"{column.heading} (*)" if column.required else column.heading


def _size(sheet: Any, columns: Sequence[Column]) -> None:
    """Widths, and a format for whole columns, so that Excel leaves zeros and dates alone."""
    sheet.column_dimensions["A"].width = 8
    for number, column in enumerate(columns, start=2):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = max(14, min(len(_heading(column)) + 4, 32))
        dimension.number_format = number_format(column.kind)
        dimension.font = Font(name=FONT, size=12)


def _offer(sheet: Any, column: Column, number: int, heading_row: int) -> None:
    """A list to choose from; its entries stand in a sheet, because a list holds 255 signs."""
    letter = get_column_letter(number)
    entries = f"'{CHOICES_SHEET}'!${letter}$1:${letter}${len(column.choices)}"
    validation = DataValidation(type="list", formula1=entries, allow_blank=True)
    validation.errorTitle = column.heading[:32]
    validation.error = "Hãy chọn một giá trị trong danh sách."
    validation.showErrorMessage = True
    validation.add(f"{letter}{heading_row + 1}:{letter}{heading_row + _FILLABLE_ROWS}")
    sheet.data_validations.append(validation)


def _example_line(sheet: Any, columns: Sequence[Column], example: Mapping[str, str]) -> list[Any]:
    texts = [(EXAMPLE_MARK, Kind.TEXT)]
    texts += [(example.get(column.key, ""), column.kind) for column in columns]
    cells = []
    for text, kind in texts:
        cell = openpyxl.cell.WriteOnlyCell(sheet)
        put(cell, typed(text, kind))
        cell.font = Font(name=FONT, size=12, italic=True, color="7F7F7F")
        cell.number_format = number_format(kind)
        cells.append(cell)
    return cells


def _write_choices(book: Any, columns: Sequence[Column]) -> None:
    longest = max((len(column.choices) for column in columns), default=0)
    if not longest:
        return
    sheet = book.create_sheet(CHOICES_SHEET)
    sheet.sheet_state = "hidden"
    for index in range(longest):
        line = [""] + [
            column.choices[index] if index < len(column.choices) else "" for column in columns
        ]
        cells = []
        for text in line:
            cell = openpyxl.cell.WriteOnlyCell(sheet)
            put(cell, text)
            cells.append(cell)
        sheet.append(cells)


def _write_notes(book: Any, looks: Prototypes, columns: Sequence[Column]) -> None:
    sheet = book.create_sheet(NOTES_SHEET)
    for letter, width in zip("ABCD", (30, 14, 50, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    names = ("Cột", "Bắt buộc", "Cách ghi", "Ghi chú")
    sheet.append([styled(sheet, looks.heading, name) for name in names])
    for column in columns:
        how = "Chọn trong danh sách" if column.choices else _HOW_TO_FILL[column.kind]
        texts = (column.heading, "Có" if column.required else "Không", how, column.note)
        cells = [styled(sheet, looks.kinds[Kind.TEXT], text) for text in texts]
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
        sheet.append(cells)
