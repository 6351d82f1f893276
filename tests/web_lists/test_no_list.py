"""Before a unit has given its list, its contact sees figures, days left, reminders, the poster."""

import pytest

from hoithi.people.models import RoleName, StaffCount, Unit
from hoithi.sittings.jobs import due
from tests import make
from tests.results import rows
from tests.web_lists.steps import cells, enter
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def contact(here):
    """The browser of the contact of Thôn Đông."""
    person = make.person("Đầu mối thôn Đông")
    unit = Unit.objects.get(body=here.body, code="thon-dong")
    make.role(person, RoleName.UNIT_CONTACT, unit=unit)
    return browser(person)


@pytest.fixture
def page(here):
    return f"/don-vi/{here.slug}/thon-dong/"


def text(answer):
    return " ".join(answer.content.decode().split())


def counted(here):
    """One person of the unit has taken part twice, one of another unit once."""
    round_ = here.rounds.get()
    for entrant in (enter(here), enter(here, "Thôn Tây", full_name="Lê B", phone="0900000001")):
        rows.sit(entrant, round_, rows.Sat(80))
    for deed in due(make.AT):
        deed()


def test_the_figures_are_the_units_own_with_the_share_of_its_people(here, page, contact):
    counted(here)
    unit = Unit.objects.get(body=here.body, code="thon-dong")
    staff = {"people": 8, "supplier": "UBND xã", "as_of": "2026-11-01"}
    StaffCount.objects.create(body=here.body, unit=unit, **staff)
    shown = text(contact.get(page))
    for said in ("1/8", "12% số người của đơn vị", "Lượt thi", "Số liệu tính đến", "6 ngày"):
        assert said in shown
    assert "Chưa có số người" not in shown


def test_without_a_staff_count_no_share_is_told(here, page, contact):
    counted(here)
    shown = text(contact.get(page))
    assert "Chưa có số người của đơn vị nên chưa tính tỷ lệ." in shown
    assert "% số người" not in shown


def test_reminders_the_poster_and_the_way_to_give_a_list_are_there(page, contact):
    shown = text(contact.get(page))
    for said in ("Kính thưa bà con Thôn Đông", "poster.pdf", "Gửi danh sách", "nguoi-dan"):
        assert said in shown
    assert "đồng chí" not in shown


def test_the_empty_table_of_residents_is_called_so(contact):
    residents = cells(contact.get("/don-vi/mau.xlsx?cua=nguoi-dan"))
    officials = cells(contact.get("/don-vi/mau.xlsx"))
    assert "DÂN" in str(residents).upper()
    assert ("Công chức" in str(officials), "Công chức" in str(residents)) == (True, False)
