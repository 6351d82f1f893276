"""Requests to stand for another unit: decided one or many at once, never twice."""

import pytest

from hoithi.entries import queries
from hoithi.entries.actions.corrections import ask_correction
from hoithi.entries.facts import entrant_token
from hoithi.entries.models import Entrant, UnitCorrection
from hoithi.entries.queries.corrections import Moved, corrections, moved
from hoithi.people.models import UnitVersion
from tests import make
from tests.web_contestant.test_way import text_of
from tests.web_lists.steps import address, cells, enter

pytestmark = pytest.mark.django_db


def ask(contest, number=1, unit="Thôn Tây"):
    """Somebody of Thôn Đông asks to stand for the other thôn."""
    entrant = enter(contest, phone=f"091234567{number}")
    wanted = UnitVersion.objects.get(name=unit).unit_id
    door = queries.current_door(contest, at=make.AT)
    return ask_correction(entrant, door, wanted, reason="Bấm nhầm", at=make.AT)


def units():
    return sorted(Entrant.objects.values_list("unit__name", flat=True))


def sent(*asked, deed="accept", answer=""):
    return {"deed": deed, "answer": answer, "asked": [row.pk for row in asked]}


def test_many_are_accepted_at_once(desk, here):
    rows = [ask(here, number) for number in (1, 2, 3)]
    page = address(here, "doi-don-vi/")
    assert "Bấm nhầm" in desk.get(page).content.decode()
    assert desk.post(page, sent(*rows[:2])).status_code == 302
    assert units() == ["Thôn Tây", "Thôn Tây", "Thôn Đông"]


def test_the_home_says_how_many_wait_and_leads_there_who_decides(desk, secretary, here):
    ask(here, 1), ask(here, 2)
    page = address(here, "doi-don-vi/")
    for browser, leads_to in ((desk, page), (secretary, "")):
        home = browser.get(f"/quan-tri/{here.body.slug}/viec-can-lam/")
        waiting = [one for one in home.context["steps"] if one.step.key == "decide_corrections"]
        assert [(one.step.count, one.href) for one in waiting] == [(2, leads_to)]
        assert "2 đề nghị đang chờ" in home.content.decode()


def test_a_refusal_needs_its_reason_which_the_contestant_reads(desk, here, client):
    row, page = ask(here), address(here, "doi-don-vi/")
    assert desk.post(page, sent(row, deed="decline")).status_code == 422
    assert desk.post(page, sent(row, deed="decline", answer="Hết hạn")).status_code == 302
    row.refresh_from_db()
    assert (row.accepted, units()) == (False, ["Thôn Đông"])
    client.cookies[f"du-thi-{here.pk}"] = entrant_token(row.entrant)
    assert "Lý do: Hết hạn" in text_of(client.get(f"/{here.slug}/cua-toi/"))


def test_a_second_decision_changes_nothing(desk, here):
    row, page = ask(here), address(here, "doi-don-vi/")
    desk.post(page, sent(row))
    again = desk.post(page, sent(row, deed="decline", answer="Không"))
    assert (again.status_code, UnitCorrection.objects.get().accepted) == (422, True)


@pytest.mark.parametrize(
    "form", [{}, {"deed": "accept"}, {"deed": "x", "asked": "1"}, {"deed": "accept", "asked": "x"}]
)
def test_a_broken_form_decides_nothing(desk, here, form):
    ask(here)
    assert desk.post(address(here, "doi-don-vi/"), form).status_code == 422
    assert units() == ["Thôn Đông"]


def test_requests_of_another_body_are_out_of_reach(here, stranger):
    row = ask(here)
    page = address(here, "doi-don-vi/")
    assert stranger.post(page, sent(row)).status_code == 404
    assert units() == ["Thôn Đông"]


def test_a_secretary_looks_only(here, secretary):
    row, page = ask(here), address(here, "doi-don-vi/")
    looked = secretary.get(page)
    assert ("Chấp nhận</button>" in looked.content.decode(), looked.status_code) == (False, 200)
    assert secretary.post(page, sent(row)).status_code == 404


def test_what_accepting_changes_is_counted_for_both_units(here):
    ask(here, 1), ask(here, 2)
    enter(here, unit="Thôn Tây", phone="0912345679")
    rows = list(corrections(here, waiting=True))
    assert moved(here, rows) == [Moved("Thôn Tây", 1, 2, 0), Moved("Thôn Đông", 2, -2, 0)]


def test_all_requests_are_taken_away(desk, here):
    ask(here)
    rows = cells(desk.get(address(here, "doi-don-vi/danh-sach.xlsx")))
    assert rows[-1][:4] == ["Nguyễn T. A**", "Thôn Đông", "Thôn Tây", "Bấm nhầm"]


@pytest.mark.parametrize("people", [1, 3])
def test_the_queue_costs_the_same_whatever_its_length(
    desk, here, people, django_assert_num_queries
):
    for number in range(people):
        ask(here, number)
    desk.get(address(here, "doi-don-vi/"))
    with django_assert_num_queries(13):
        assert "Thôn Tây" in text_of(desk.get(address(here, "doi-don-vi/")))
