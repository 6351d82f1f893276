"""Lists in .xls, in the fonts before Unicode and as plain text come through their screens whole."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from hoithi.entries.models import ListedExclusion, ListedPerson
from hoithi.people.models import RoleName, Unit
from tests import make
from tests.documents.foreign import foreign_files
from tests.documents.old_excel import KINDS, as_sent
from tests.web_lists.steps import address, reference
from tests.web_organiser.conftest import browser

pytestmark = [pytest.mark.django_db, pytest.mark.long]
LINES = [
    ["STT", "Họ và tên", "Ngày sinh", "Số điện thoại", "Chức vụ"],
    [1, "Nguyễn Thị Hồng Ngọc", "05/03/1985", "0912345678", "Công chức"],
    [2, "Đặng Quốc Vượng", 1979, "0987654321", "Trưởng thôn"],
]
EXCLUDED = [
    ["STT", "Họ và tên", "Năm sinh", "Điện thoại"],
    [1, "Nguyễn Thị Hồng Ngọc", 1985, "0912345678"],
    [2, "Đặng Quốc Vượng", 1979, "0987654321"],
]
MASKED = ["Nguyễn T. H. N**", "Đặng Q. V**"]
GROUNDS = {"rule": "btc", "source": "Quyết định 12/QĐ-UBND"}


@dataclass(frozen=True)
class Door:
    """A screen at which a table is dropped."""

    lines: list[list[object]]
    drop: Callable[..., object]
    """Who, contest, file: what comes back at once."""
    take: Callable[..., object]
    """Who, contest, what came back: the table is taken, where that is a step of its own."""
    rows: Callable[[], list[str]]


def _people() -> list[str]:
    return list(ListedPerson.objects.order_by("line").values_list("masked_name", flat=True))


def _excluded() -> list[str]:
    return list(ListedExclusion.objects.order_by("pk").values_list("masked_name", flat=True))


UNIT_LISTS = Door(
    LINES,
    lambda who, here, file: who.post(address(here, "danh-sach-don-vi/tu-tep/"), {"tep": [file]}),
    lambda who, here, seen: who.post(
        address(here, "danh-sach-don-vi/nhan/"), {"tep": reference(seen, -1)}
    ),
    _people,
)
EXCLUSIONS = Door(
    EXCLUDED,
    lambda who, here, file: who.post(
        address(here, "khong-du-thi/tu-tep/"), {**GROUNDS, "tep": file}
    ),
    lambda who, here, seen: who.post(
        address(here, "khong-du-thi/nhan/"), {**GROUNDS, "tep": reference(seen)}
    ),
    _excluded,
)
CONTACT = Door(
    LINES,
    lambda _who, here, file: contact_of(here).post(
        f"/don-vi/{here.slug}/thon-dong/", {"tep": file}
    ),
    lambda _who, _here, seen: seen,
    _people,
)
DOORS = [
    pytest.param(UNIT_LISTS, id="unit lists"),
    pytest.param(EXCLUSIONS, id="exclusions"),
    pytest.param(CONTACT, id="the contact's list"),
]


def contact_of(here) -> Client:
    """The browser of the contact of Thôn Đông."""
    person = make.person("Đầu mối thôn Đông")
    unit = Unit.objects.get(body=here.body, code="thon-dong")
    make.role(person, RoleName.UNIT_CONTACT, unit=unit)
    return browser(person)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(("ending", "encoding"), KINDS)
def test_names_come_in_as_they_are_read(desk, here, door, ending, encoding):
    data = as_sent(ending, encoding, door.lines)
    seen = door.drop(desk, here, SimpleUploadedFile(f"Danh sách thôn Đông.{ending}", data))
    assert door.take(desk, here, seen).status_code == 302
    assert sorted(door.rows()) == sorted(MASKED)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("encoding", ["unicode", "tcvn3", "vni"])
def test_half_a_file_of_excel_97_is_refused_in_words(desk, here, door, encoding):
    data = as_sent("xls", encoding, door.lines)
    for end in (len(data) // 3, len(data) // 2, 600):
        file = SimpleUploadedFile("Danh sách thôn Đông.xls", data[:end])
        answer = door.drop(desk, here, file)
        assert (answer.status_code, door.rows()) == (422, [])
        assert "tệp" in answer.content.decode().lower()


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("path", foreign_files())
def test_files_of_other_programs_change_nothing(desk, here, door, path):
    file = SimpleUploadedFile(f"Danh sách thôn Đông{path.suffix}", path.read_bytes())
    assert (door.drop(desk, here, file).status_code, door.rows()) == (422, [])
