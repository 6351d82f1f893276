"""Somebody who lost the entry code telephones the committee and gets a new one."""

import re

import pytest

from hoithi.entries import queries
from hoithi.journal.models import Entry
from tests import make
from tests.entries.make import AN
from tests.web_contestant.test_way import text_of
from tests.web_lists.steps import address, enter

pytestmark = pytest.mark.django_db


def renew(browser, contest, entrant, **sent):
    return browser.post(address(contest, f"nguoi/{entrant.token}/cap-lai-ma/"), sent)


def shown_in(answer) -> str:
    found = re.search(r'code-card__code">([^<]+)<', answer.content.decode())
    return found[1] if found else ""


def test_a_secretary_gives_a_new_code_that_opens(here, secretary):
    entrant = enter(here)
    answer = renew(secretary, here, entrant, reason="Gọi điện, đúng họ tên, năm sinh")

    door = queries.current_door(here, at=make.AT)
    code = shown_in(answer)
    assert queries.return_by_code(door, AN, code, at=make.AT) == entrant
    assert "no-store" in answer["Cache-Control"]


def test_the_code_shows_once_and_the_journal_keeps_why(here, desk):
    entrant = enter(here)
    code = shown_in(renew(desk, here, entrant, reason="Mất điện thoại"))

    trace = Entry.objects.get(deed="entries.code_renewed")
    assert trace.facts == {"reason": "Mất điện thoại", "number": 2}
    again = text_of(desk.get(address(here, f"nguoi/{entrant.token}/")))
    assert (code in again, "Cấp lại mã dự thi" in again) == (False, True)


@pytest.mark.parametrize("reason", ["", "   "])
def test_without_a_reason_the_old_code_stays(here, desk, reason):
    entrant = enter(here)
    before = entrant.code_hash
    assert renew(desk, here, entrant, reason=reason).status_code == 422
    entrant.refresh_from_db()
    assert entrant.code_hash == before


def test_a_stranger_renews_nothing(here, stranger):
    assert renew(stranger, here, enter(here), reason="Mất").status_code == 404
    assert not Entry.objects.filter(deed="entries.code_renewed").exists()
