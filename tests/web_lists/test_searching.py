"""People found by what they say of themselves: masked, with a trace, never in an address."""

import pytest

from hoithi.journal.models import Entry
from tests.web_contestant.test_way import text_of
from tests.web_lists.steps import address, enter

pytestmark = pytest.mark.django_db


def search(browser, contest, **wanted):
    return browser.post(address(contest, "tim-nguoi/thong-tin/"), wanted)


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        pytest.param({"full_name": "NGUYEN THI AN"}, 2, id="name without diacritics"),
        pytest.param({"full_name": "Nguyễn Thị An", "birth_year": "1990"}, 1, id="and birth year"),
        pytest.param({"phone": "+84 912 345 678"}, 1, id="telephone however written"),
        pytest.param({"full_name": "Lê Bảo", "phone": "0912345678"}, 0, id="all must hold"),
        pytest.param({"full_name": "Nguyễn"}, 0, id="half a name"),
    ],
)
def test_people_are_found_by_all_they_say(desk, here, wanted, found):
    enter(here)
    enter(here, phone="0912345670", birth_year="1990")
    page = search(desk, here, **wanted).content.decode()
    assert page.count("Nguyễn T. A**") == found


def test_what_is_found_is_masked_and_the_journal_has_no_values(desk, here):
    enter(here)
    page = search(desk, here, phone="0912345678").content.decode()
    assert "Nguyễn Thị An" not in page
    trace = Entry.objects.get(deed="entries.people_searched")
    assert trace.facts == {"fields": ["phone"], "found": 1}


@pytest.mark.parametrize(
    "wanted", [{}, {"birth_year": "1985"}, {"phone": "12"}, {"phone": "x" * 9}]
)
def test_half_a_question_is_asked_back(desk, here, wanted):
    answer = search(desk, here, **wanted)
    assert (answer.status_code, "Người tìm thấy" in text_of(answer)) == (422, False)


def test_a_secretary_searches_and_a_stranger_does_not(here, secretary, stranger):
    enter(here)
    found = [search(who, here, phone="0912345678").status_code for who in (secretary, stranger)]
    assert found == [200, 404]
