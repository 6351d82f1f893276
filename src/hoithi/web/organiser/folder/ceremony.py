"""Papers of the day on which prizes are given: programme and backdrop."""

from collections.abc import Iterator

from hoithi.campaigns.models import Activity
from hoithi.core.vietnamese.dates import long_date_text
from hoithi.documents.official import BLANK, Paper, Table, Text
from hoithi.plans.queries.folders import FolderFacts
from hoithi.web.organiser.folder.frame import (
    committee_name,
    lowered,
    of_committee,
    recipients,
)
from hoithi.web.organiser.folder.sheets import Missing, Sheet
from hoithi.web.organiser.folder.times import when_said

CEREMONIES = ("review", "conference", "festival")


def programme(facts: FolderFacts) -> Iterator[Sheet]:
    """Chương trình lễ tổng kết, trao giải in its usual course."""
    event = ceremony(facts)
    rows = [(str(n), "", what, who) for n, (what, who) in enumerate(_COURSE, 1)]
    blocks = (
        Text(f"Thời gian: {_when(event)}.", align="left"),
        Text(f"Địa điểm: {(event.place if event else '') or BLANK}.", align="left"),
        Table(("TT", "Thời gian", "Nội dung", "Người thực hiện"), rows, widths=(1, 3, 8, 5)),
    )
    paper = Paper(
        kind="CHƯƠNG TRÌNH",
        subject=f"Tổng kết, trao giải {lowered(facts.campaign.title)}",
        blocks=blocks,
        copies_to=recipients(facts),
        **of_committee(facts, "CTr", committee_name(facts)),
    )
    lacks = [Missing("Giờ và người thực hiện từng nội dung của chương trình")]
    if event is None:
        lacks.append(Missing("Ngày, địa điểm lễ tổng kết, trao giải"))
    yield Sheet(
        "chuong-trinh-le-trao-giai",
        "Chương trình lễ tổng kết, trao giải",
        "Trưởng Ban Tổ chức",
        paper,
        tuple(lacks),
    )


_COURSE = (
    ("Đón tiếp đại biểu, ổn định tổ chức", "Tổ thư ký"),
    ("Văn nghệ chào mừng", ""),
    ("Tuyên bố lý do, giới thiệu đại biểu", "Người dẫn chương trình"),
    ("Phát biểu khai mạc", "Trưởng Ban Tổ chức"),
    ("Báo cáo tổng kết", "Cơ quan thường trực"),
    ("Công bố quyết định công nhận kết quả, tặng giải", "Tổ thư ký"),
    ("Trao giải thưởng", "Lãnh đạo, Ban Tổ chức"),
    ("Phát biểu của đại diện tập thể, cá nhân đạt giải", ""),
    ("Phát biểu chỉ đạo", "Lãnh đạo"),
    ("Bế mạc", "Ban Tổ chức"),
)


def ceremony(facts: FolderFacts) -> Activity | None:
    """The review or conference at which prizes are given: the last one of the campaign."""
    found = [one for one in facts.activities if one.kind in CEREMONIES]
    return found[-1] if found else None


def _when(event: Activity | None) -> str:
    return when_said(event) if event else BLANK


def backdrop(facts: FolderFacts) -> Iterator[Sheet]:
    """Phông: agency in capitals, the event, its title, place and day in italics."""
    event = ceremony(facts)
    body = facts.campaign.body
    day = event.first_day if event and not event.is_open else None
    said = long_date_text(day) if day else f"ngày {BLANK}"
    blocks = (
        Text(body.name.upper(), align="center", bold=True),
        Text(
            (event.title if event else "LỄ TỔNG KẾT, TRAO GIẢI").upper(), align="center", bold=True
        ),
        Text(facts.campaign.title, align="center", bold=True),
        Text(f"{body.place or BLANK}, {said}", align="center", italic=True),
    )
    paper = Paper(
        kind="NỘI DUNG PHÔNG",
        subject="(chữ in trên phông sân khấu)",
        blocks=blocks,
        **of_committee(facts, "MK", committee_name(facts)) | {"signature": None},
    )
    lacks = () if day else (Missing("Ngày tổ chức lễ tổng kết, trao giải"),)
    yield Sheet("noi-dung-phong", "Nội dung phông (maket)", "Không ký", paper, lacks)
