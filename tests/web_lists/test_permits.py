"""Attempts given back to a whole unit: once for an order, shown to whom it concerns."""

import time
from datetime import timedelta

import pytest

from hoithi.entries.facts import entrant_token
from hoithi.entries.models import Entrant
from hoithi.kit.ids import new_id, new_token
from hoithi.people.models import UnitVersion
from hoithi.sittings.actions.deciding import Grounds, PaperIn
from hoithi.sittings.actions.giving_back import Given, give_back
from hoithi.sittings.models import SittingDecision
from hoithi.sittings.queries.orders import entrants_of_unit
from tests import make
from tests.results import rows
from tests.web_contestant.test_way import text_of
from tests.web_lists.steps import address, cells, enter

pytestmark = pytest.mark.django_db


def order(**changes):
    """The form of an order for Thôn Đông."""
    unit = UnitVersion.objects.get(name="Thôn Đông").unit_id
    usual = {"unit": unit, "round": "tuan-1", "who": "all", "reason": "Mất điện toàn thôn"}
    return {**usual, "document_number": "17/TB-BTC", **changes}


def given():
    return list(SittingDecision.objects.values_list("entrant__name", "reason", "document_number"))


def test_everybody_of_the_unit_gets_one_attempt_and_nobody_else(desk, here):
    enter(here), enter(here, phone="0912345670")
    enter(here, "Thôn Tây", phone="0912345671", full_name="Lê Bảo")
    for _ in range(2):
        assert desk.post(address(here, "them-luot/"), order()).status_code == 302
    assert given() == [("Nguyễn T. A**", "Mất điện toàn thôn", "17/TB-BTC")] * 2


def test_only_those_who_began_get_it_where_the_order_says_so(desk, here):
    began = enter(here)
    enter(here, phone="0912345670", full_name="Lê Bảo")
    rows.sit(began, here.rounds.get(), rows.Sat(80))
    desk.post(address(here, "them-luot/"), order(who="begun"))
    assert [name for name, *_ in given()] == ["Nguyễn T. A**"]


def test_another_order_gives_another_attempt(desk, here):
    enter(here)
    for number in ("17/TB-BTC", "18/TB-BTC"):
        desk.post(address(here, "them-luot/"), order(document_number=number))
    assert len(given()) == 2


@pytest.mark.parametrize(
    "wrong",
    [{"reason": " "}, {"document_number": ""}, {"unit": "x"}, {"unit": 10**9}, {"round": "x"}],
)
def test_an_order_without_its_grounds_gives_nothing(desk, here, wrong):
    enter(here)
    assert desk.post(address(here, "them-luot/"), order(**wrong)).status_code == 422
    assert given() == []


def test_the_contestant_reads_it_at_once(desk, here, client):
    entrant = enter(here)
    desk.post(address(here, "them-luot/"), order())
    client.cookies[f"du-thi-{here.pk}"] = entrant_token(entrant)
    page = text_of(client.get(f"/{here.slug}/cua-toi/"))
    assert "Được thêm một lượt thi trong Tuần 1: Mất điện toàn thôn (17/TB-BTC)" in page


def test_a_secretary_looks_only_and_a_stranger_sees_nothing(here, secretary, stranger):
    enter(here)
    page = address(here, "them-luot/")
    assert [who.get(page).status_code for who in (secretary, stranger)] == [200, 404]
    assert [who.post(page, order()).status_code for who in (secretary, stranger)] == [404, 404]
    assert given() == []


def test_orders_are_taken_away_a_line_each(desk, here):
    enter(here), enter(here, phone="0912345670")
    desk.post(address(here, "them-luot/"), order(reason="=1+1"))
    csv = desk.get(address(here, "them-luot/danh-sach.csv")).content.decode("utf-8-sig")
    assert csv.splitlines()[1].split(",")[1:7] == [
        *("Tuần 1", "", "Cho thêm một lượt thi", "'=1+1", "17/TB-BTC", "2")
    ]
    assert cells(desk.get(address(here, "them-luot/danh-sach.xlsx")))[-1][6] == 2


def test_three_thousand_people_take_seconds_not_a_minute(here):
    first = enter(here)
    Entrant.objects.bulk_create(
        Entrant(
            id=new_id(),
            token=new_token(),
            contest=here,
            key_hash=f"{number}",
            unit=first.unit,
            consented_at=make.AT,
            registered_at=make.AT,
        )
        for number in range(2_999)
    )
    people = entrants_of_unit(here, first.unit.unit_id)
    facts = {"grounds": Grounds("Mất điện", "17"), "by": make.person(), "at": make.AT}
    began = time.monotonic()
    paper = PaperIn(here.rounds.get(), "paper")
    assert give_back(people, paper, **facts) == Given(3_000, 0)
    assert give_back(people, paper, **facts) == Given(0, 3_000)
    assert time.monotonic() - began < 60


def over(here):
    """The week is over."""
    here.rounds.update(opens_at=make.AT - timedelta(days=8), closes_at=make.AT - timedelta(days=1))
    return "Tuần 1 đã kết thúc nên không cho thêm lượt thi được."


def test_nobody_gets_an_attempt_in_a_round_that_is_over(desk, here):
    entrant, told = enter(here), over(here)
    alone = {"round": "tuan-1", "reason": "Mất điện", "document_number": "17/TB-BTC"}
    for path, form in (("them-luot/", order()), (f"nguoi/{entrant.token}/them-luot/", alone)):
        refused = desk.post(address(here, path), form)
        assert (refused.status_code, told in text_of(refused)) == (422, True)
        assert "(đã đóng)" in text_of(refused)
    assert given() == []


def test_who_may_not_take_part_gets_no_attempt(desk, here):
    entrant, other = enter(here), enter(here, phone="0912345670", full_name="Lê Bảo")
    Entrant.objects.filter(pk=entrant.pk).update(effect="barred")
    page = address(here, f"nguoi/{entrant.token}/")
    refused = desk.post(f"{page}them-luot/", {"round": "tuan-1", "reason": "Mất điện"})
    told = "có trong danh sách không được dự thi nên không cho thêm lượt thi được"
    assert (refused.status_code, told in text_of(refused)) == (422, True)
    assert "Cho thêm lượt</button>" not in desk.get(page).content.decode()

    whole = desk.post(address(here, "them-luot/"), order(), follow=True)
    assert "Đã cho 1 người thêm một lượt thi" in text_of(whole)
    assert "1 người trong danh sách không được dự thi nên không được cho thêm." in text_of(whole)
    assert [name for name, *_ in given()] == [other.name]
