"""Small builders for the tests of entries and of the contestant's pages."""

from datetime import date, datetime
from itertools import count

from hoithi.contests.actions import announce, create, put_in_force
from hoithi.contests.models import Contest
from hoithi.core.rulebook.document import ContestKind, Round, Rulebook, Window
from hoithi.core.rulebook.parts import Draw, PaperPart
from hoithi.core.vietnamese.text import words_key
from hoithi.people.models import OrganisingBody, Unit, UnitVersion
from tests import make

_numbers = count(1)
AN = {
    "full_name": "Nguyễn Thị An",
    "birth_year": "1985",
    "phone": "0912345678",
    "consent": "yes",
}
CHILD = {
    **AN,
    "full_name": "Lê Bảo",
    "birth_year": "2014",
    "phone": "",
    "guardian_name": "Trần Thị Bình",
    "guardian_phone": "0987654321",
    "guardian_consent": "yes",
}


def rulebook(**changes: object) -> Rulebook:
    """Rules of a contest of one week that is open at `make.AT`."""
    week = Round(
        key="tuan-1",
        title="Tuần 1",
        window=Window(opens="2026-11-02T08:30", closes="2026-11-08T16:30"),
        publishes="2026-11-09T08:00",
    )
    paper = PaperPart(
        key="bai-thi", title="Bài thi", minutes=15, blueprint=(Draw(field="cchc", count=10),)
    )
    usual = {
        "kind": ContestKind.ONLINE,
        "key": "cuoc-thi",
        "title": "Cuộc thi trực tuyến “Tìm hiểu công tác cải cách hành chính” năm 2026",
        "organiser": "UBND xã Hòa Sơn",
        "rounds": (week,),
        "parts": (paper,),
    }
    return Rulebook(**{**usual, **changes})


def contest(
    rules: Rulebook | None = None, *, of: OrganisingBody | None = None, at: datetime = make.AT
) -> Contest:
    """A contest announced at a moment, with these rules in force."""
    owner = of or make.body("UBND xã Hòa Sơn")
    slug = f"cuoc-thi-{next(_numbers)}"
    made = create(rules or rulebook(), body=owner, slug=slug, by=None, at=at)
    put_in_force(made, by=None, at=at)
    announce(made, by=None, at=at)
    made.refresh_from_db()
    return made


def unit(
    name: str,
    *,
    of: OrganisingBody | None,
    kind: str = "thon",
    code: str = "",
    parent: Unit | None = None,
) -> UnitVersion:
    """A unit of the body, or of the national register, as it has been since 2025."""
    row = Unit.objects.create(body=of, code=code or words_key(name).replace(" ", "-"))
    return UnitVersion.objects.create(
        unit=row,
        kind=kind,
        name=name,
        search=words_key(name),
        parent=parent,
        valid_from=date(2025, 7, 1),
    )
