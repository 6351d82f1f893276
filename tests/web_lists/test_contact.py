"""The contact's own page: birth dates, doubts settled and taken back, requests, taken away."""

import pytest

from hoithi.entries.models import Entrant, ListedPerson, UnitCorrection
from hoithi.people.models import RoleName, Unit
from tests import make
from tests.results import rows
from tests.web_lists.steps import cells, enter, replaced, table
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
HEAD = ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Lý do miễn"]
LINES = [
    [1, "Nguyễn Thị An", "05/03/1985", "Công chức", ""],
    [2, "Trần Văn Bình", "1979", "Lãnh đạo", ""],
    [3, "Lê Thị Chi", "", "", "Nghỉ thai sản"],
]


@pytest.fixture
def contact(here):
    """The browser of the contact of Thôn Đông."""
    person = make.person("Đầu mối thôn Đông")
    make.role(
        person, RoleName.UNIT_CONTACT, unit=Unit.objects.get(body=here.body, code="thon-dong")
    )
    return browser(person)


@pytest.fixture
def page(here, contact):
    """The address of the page, with a list on it."""
    path = f"/don-vi/{here.slug}/thon-dong/"
    contact.post(path, {"tep": table("ds.xlsx", HEAD, *LINES)})
    return path


def text(answer):
    return " ".join(answer.content.decode().split())


def say(contact, page, name, deed, **more):
    """The contact presses a button beside a person."""
    line = ListedPerson.objects.filter(masked_name__startswith=name).last()
    return contact.post(f"{page}dong/{line.pk}/", {"viec": deed, **more})


def test_the_page_shows_names_births_and_how_each_stands(contact, page, here):
    rows.sit(enter(here), here.rounds.get(), rows.Sat(80))
    shown = text(contact.get(page))
    for said in ("05/03/1985", "1979", "Đã dự thi", "Chưa dự thi", "Nghỉ thai sản", "1/2", "50%"):
        assert said in shown
    assert "Trần Văn Bình" not in text(contact.get(f"{page}?xem=roi"))


def test_a_misspelt_contestant_is_settled_and_that_is_taken_back(contact, page, here):
    meant = enter(here, full_name="Trần Văn Binh", birth_year="1979", phone="0900000001")
    assert "Cần đối chiếu" in text(contact.get(page))
    say(contact, page, "Trần", "dung", nguoi=meant.pk)
    assert "Đã đăng ký, chưa nộp bài" in text(contact.get(page))
    say(contact, page, "Trần", "bo")
    say(contact, page, "Trần", "khac", nguoi=meant.pk)
    assert "Đúng người này" not in text(contact.get(page))


def test_every_wrong_namesake_can_be_declined(contact, page, here):
    names = [{"phone": f"090000000{n}", "birth_year": "1979"} for n in (1, 2)]
    both = [enter(here, full_name="Trần Văn Bình", **one) for one in names]
    for one in both:
        say(contact, page, "Trần", "khac", nguoi=one.pk)
    assert "Đúng người này" not in text(contact.get(page))


def test_nobody_but_who_may_be_meant_is_named(contact, page, here):
    stranger = enter(here, full_name="Phạm Văn Dũng", phone="0900000005")
    for deed in ("dung", "khac", "cap-ma", "xin"):
        assert say(contact, page, "Trần", deed, nguoi=stranger.pk).status_code == 404
    assert say(contact, page, "Trần", "xoa").status_code == 404
    assert not ListedPerson.objects.exclude(match="none").exists()


def test_the_contact_asks_for_somebody_who_picked_the_wrong_unit(contact, page, here):
    lost = enter(here, "Thôn Tây", full_name="Trần Văn Bình", birth_year="1979", phone="0900000001")
    assert say(contact, page, "Trần", "xin", nguoi=lost.pk).status_code == 422
    for _ in range(2):
        say(contact, page, "Trần", "xin", **{"nguoi": lost.pk, "ly-do": "Bấm nhầm"})
    asked = UnitCorrection.objects.get()
    assert (asked.unit.name, asked.asked_by.full_name) == ("Thôn Đông", "Đầu mối thôn Đông")
    assert Entrant.objects.get().unit.name == "Thôn Tây"
    assert "đang chờ Ban Tổ chức" in text(contact.get(page))


def test_a_new_list_keeps_what_was_settled(contact, page):
    say(contact, page, "Trần", "mien", **{"ly-do": "Đi học"})
    file = table("moi.xlsx", HEAD, *LINES[:2], [3, "Lê Mới", "1990", "", ""])
    replaced(contact, page, file)
    assert "Đi học" in text(contact.get(page))


def test_the_list_is_taken_away_by_its_own_unit_only(contact, page, stranger):
    found = cells(contact.get(f"{page}danh-sach.xlsx"))
    assert found[-2][:4] == ["Trần Văn Bình", "1979", "Lãnh đạo", "Chưa dự thi"]
    assert stranger.get(f"{page}danh-sach.csv").status_code == 404
    assert make.deeds()[-1] == "entries.list_taken_away"


@pytest.mark.parametrize("people", [1, 3])
def test_the_page_costs_the_same_whatever_its_length(
    contact, page, here, people, django_assert_num_queries
):
    replaced(contact, page, table("x.xlsx", HEAD, *LINES[:people]))
    for number in range(people):
        entrant = enter(here, full_name=LINES[number][1], phone=f"090000000{number}")
        rows.sit(entrant, here.rounds.get(), rows.Sat(80))
    contact.get(page)
    with django_assert_num_queries(23):
        contact.get(page)
