"""Makes spreadsheets as offices send them."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

import openpyxl
from openpyxl.styles import Font

from hoithi.documents.spreadsheets.records import Column, Kind, Reason, TableReading

PEOPLE = (
    Column("name", ("Họ và tên",), required=True),
    Column("born", ("Ngày sinh", "Ngày, tháng, năm sinh"), kind=Kind.DATE),
    Column("phone", ("Số điện thoại",), kind=Kind.PHONE),
)
HEADING = ["STT", "Họ và tên", "Ngày sinh", "Số điện thoại"]
AN = {"name": "Nguyễn Văn An", "born": "1990-03-05", "phone": "0912345678"}
HA = {"name": "Trần Thị Hà", "born": "1988-12-20", "phone": "0987654321"}
AN_CELLS = [1, "Nguyễn Văn An", "05/3/1990", "0912345678"]
HA_CELLS = [2, "Trần Thị Hà", "20/12/1988", "0987654321"]


def xlsx(
    lines: Iterable[Sequence[object]],
    merged: Iterable[str] = (),
    fonts: Mapping[str, str] | None = None,
    title: str = "Sheet1",
) -> bytes:
    """One sheet with these lines from A1 on."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for line in lines:
        sheet.append(list(line))
    for area in merged:
        sheet.merge_cells(area)
    for place, font in (fonts or {}).items():
        sheet[place].font = Font(name=font)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def opened(data: bytes):
    return openpyxl.load_workbook(io.BytesIO(data))


def replaced(data: bytes, member: str, old: bytes, new: bytes) -> bytes:
    """The file with bytes of one part replaced."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(target, "w") as after:
        for item in before.infolist():
            content = before.read(item)
            if item.filename == member:
                assert old in content
                content = content.replace(old, new)
            after.writestr(item.filename, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def values(reading: TableReading) -> list[dict[str, str]]:
    return [dict(row.values) for row in reading.rows]


def doubts(reading: TableReading) -> list[tuple[Reason, int, str]]:
    return [(doubt.reason, doubt.line, doubt.column) for doubt in reading.doubts]


def moment(year: int, month: int, day: int) -> datetime:
    """A date cell as Excel stores it, without a time zone."""
    return datetime(year, month, day)  # noqa: DTZ001 - cells have none
