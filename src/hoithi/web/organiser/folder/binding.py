"""A folder as one file: every paper in order, before them the list of what is missing."""

import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from hoithi.documents.official import Paper, Table, Text, to_docx
from hoithi.files.queries import opened
from hoithi.plans.queries.folders import FolderFacts
from hoithi.web.organiser.folder.frame import file_word
from hoithi.web.organiser.folder.sheets import Sheet

FIRST = "00-can-bo-sung.docx"
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')


def file_names(sheets: Sequence[Sheet]) -> list[str]:
    """ "01-to-trinh….docx", "02-…": papers that cannot be made yet have no number.

    An uploaded file keeps its own name behind the number.
    """
    names: list[str] = []
    for sheet in sheets:
        number = sum(bool(name) for name in names) + 1
        names.append(f"{number:02d}-{_own_name(sheet)}" if sheet.is_there else "")
    return names


def _own_name(sheet: Sheet) -> str:
    if sheet.file is not None:
        return _NOT_IN_NAMES.sub("-", sheet.file.name).strip(" .") or "ke-hoach"
    return f"{file_word(sheet.name, most=90)}.docx"


def missing_paper(facts: FolderFacts, sheets: Sequence[Sheet], title: str) -> Paper:
    """The first sheet: each paper with what is not known yet and where it is filled in."""
    campaign = facts.campaign
    rows = [
        (str(number), name or "chưa có", sheet.title, one.what, one.page or "ghi vào văn bản")
        for number, (sheet, name, one) in enumerate(
            (
                (sheet, name, one)
                for sheet, name in zip(sheets, file_names(sheets), strict=True)
                for one in sheet.missing
            ),
            1,
        )
    ]
    table = Table(
        ("TT", "Tệp", "Văn bản", "Nội dung còn thiếu", "Ghi tại trang"),
        [(n, name[:2] if name != "chưa có" else name, *rest) for n, name, *rest in rows],
        widths=(1, 2, 5, 7, 4),
    )
    told = "Các văn bản sau còn chỗ để trống; hãy bổ sung trên hệ thống rồi lấy lại hồ sơ:"
    return Paper(
        kind="DANH MỤC",
        subject=f"Nội dung cần bổ sung – {title}\n{campaign.title}",
        issuer=campaign.body.name,
        superior=campaign.body.superior,
        place=campaign.body.place,
        signed_on=facts.today,
        blocks=(Text(told), table) if rows else (Text("Hồ sơ không còn nội dung nào bị thiếu./."),),
    )


def bound(facts: FolderFacts, sheets: Sequence[Sheet], title: str, *, at: datetime) -> bytes:
    """The .zip with the first sheet and every paper that can be made."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as folder:
        _put(folder, FIRST, to_docx(missing_paper(facts, sheets, title)), at)
        for sheet, name in zip(sheets, file_names(sheets), strict=True):
            if sheet.is_there:
                _put(folder, name, bytes_of(sheet), at)
    return target.getvalue()


def bytes_of(sheet: Sheet) -> bytes:
    """The file of one paper; what was uploaded is as it was."""
    if sheet.file is not None:
        with opened(sheet.file) as uploaded:
            return uploaded.read()
    return to_docx(sheet.paper) if sheet.paper else b""


def _put(folder: zipfile.ZipFile, name: str, data: bytes, at: datetime) -> None:
    moment = (at.year, at.month, at.day, at.hour, at.minute, at.second)
    folder.writestr(zipfile.ZipInfo(name, moment), data, zipfile.ZIP_DEFLATED)
