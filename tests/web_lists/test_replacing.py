"""A new list of a unit shows first whom it changes; nothing that was said is lost unseen."""

import pytest

from hoithi.entries.models import ListedPerson, UnitList
from hoithi.people.models import Identity, RoleName, Unit
from tests import make
from tests.web_lists.steps import confirmed, replaced, table
from tests.web_lists.test_contact import HEAD, LINES, say, text
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db
AN, BINH, CHI = LINES
NEW = (AN, [2, "Trần Văn Bình", "1979", "Chủ tịch", ""], [3, "Lê Mới", "1990", "", ""])


@pytest.fixture
def contact(here):
    person = make.person("Đầu mối thôn Đông")
    unit = Unit.objects.get(body=here.body, code="thon-dong")
    make.role(person, RoleName.UNIT_CONTACT, unit=unit)
    return browser(person)


@pytest.fixture
def page(here, contact):
    path = f"/don-vi/{here.slug}/thon-dong/"
    assert contact.post(path, {"tep": table("ds.xlsx", HEAD, *LINES)}).status_code == 302
    return path


def new_file():
    return {"tep": table("moi.xlsx", HEAD, *NEW)}


def names():
    newest = UnitList.objects.filter(whole=True).latest("pk")
    return sorted(newest.people.values_list("masked_name", "post", "exempt_reason"))


def test_what_changes_is_shown_and_nothing_is_taken_yet(contact, page):
    before = names()
    answer = contact.post(page, new_file())
    changes = answer.context["changes"]
    assert [one.name for one in changes.added] == ["Lê Mới"]
    assert [(one.name, one.exempt_reason) for one in changes.removed] == [
        ("Lê Thị Chi", "Nghỉ thai sản")
    ]
    assert [(one.before.post, one.after.post) for one in changes.changed] == [
        ("Lãnh đạo", "Chủ tịch")
    ]
    assert changes.unchanged == 1
    assert "Miễn: Nghỉ thai sản" in text(answer)
    assert (names(), UnitList.objects.count()) == (before, 1)


def test_confirming_replaces_it_once(contact, page):
    shown = contact.post(page, new_file())
    for _ in range(2):
        assert confirmed(contact, page, shown).status_code == 302
    assert UnitList.objects.count() == 2
    assert [post for _, post, _ in names()] == ["", "Công chức", "Chủ tịch"]


def test_what_is_said_after_the_preview_makes_it_stale(contact, page):
    shown = contact.post(page, new_file())
    say(contact, page, "Trần", "mien", **{"ly-do": "Đi học"})
    answer = confirmed(contact, page, shown)
    assert answer.status_code == 422
    assert "vừa được thay hoặc ghi thêm" in text(answer)
    assert "Đi học" in text(contact.get(page))


def test_a_list_that_another_replaced_meanwhile_makes_it_stale(contact, page):
    shown = contact.post(page, new_file())
    replaced(contact, page, table("khac.xlsx", HEAD, AN))
    assert confirmed(contact, page, shown).status_code == 422
    assert len(names()) == 1


def test_a_button_of_the_replaced_list_says_nothing_any_more(contact, page):
    old = ListedPerson.objects.filter(masked_name__startswith="Trần").get()
    replaced(contact, page, table("khac.xlsx", HEAD, *NEW))
    data = {"viec": "mien", "ly-do": "Đi học"}
    assert contact.post(f"{page}dong/{old.pk}/", data).status_code == 404


def test_namesakes_lose_an_exemption_only_with_a_warning(contact, page):
    twins = ([3, "Lê Thị Chi", "", "", ""], [4, "Lê Thị Chi", "", "Kế toán", ""])
    answer = contact.post(page, {"tep": table("trung.xlsx", HEAD, AN, BINH, *twins)})
    assert "Mất lý do miễn" in text(answer)


def test_strangers_replace_nothing(contact, page, stranger):
    shown = contact.post(page, new_file())
    assert confirmed(stranger, page, shown).status_code == 404
    assert Identity.objects.count() == len(LINES)
