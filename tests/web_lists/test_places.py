"""Assisted places on the organiser's desk: a named helper, a card to print, counts of their own."""

import pytest
from django.test import Client

from hoithi.entries.actions.places import open_place
from hoithi.entries.models import AssistedPlace
from hoithi.people.models import RoleName
from tests import make
from tests.results import rows
from tests.web_lists.steps import address, cells, enter
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def helper(here):
    return make.holder(RoleName.HELPER, over=here.body)


def made():
    return list(AssistedPlace.objects.values_list("name", "helper__full_name", "unit__code"))


def test_a_place_is_made_once_under_its_helpers_name(desk, here, helper):
    unit = here.body.units.get(code="thon-dong").pk
    form = {"name": "Nhà văn hóa thôn Đông", "helper": helper.pk, "unit": unit}
    for _ in range(2):
        assert desk.post(address(here, "diem-ho-tro/"), form).status_code == 302
    assert made() == [("Nhà văn hóa thôn Đông", helper.full_name, "thon-dong")]
    own = browser(helper).get(f"/{here.slug}/diem-ho-tro/").content.decode()
    assert "Nhà văn hóa thôn Đông" in own


@pytest.mark.parametrize("wrong", [{"name": " "}, {"helper": ""}, {"helper": 10**9}, {"unit": "x"}])
def test_a_place_without_name_or_helper_is_not_made(desk, here, helper, wrong):
    form = {"name": "Điểm 1", "helper": helper.pk, "unit": "", **wrong}
    assert desk.post(address(here, "diem-ho-tro/"), form).status_code == 422
    assert made() == []


def test_a_helper_of_another_body_cannot_be_named(desk, here):
    other = make.holder(RoleName.HELPER, over=make.body())
    form = {"name": "Điểm 1", "helper": other.pk}
    assert desk.post(address(here, "diem-ho-tro/"), form).status_code == 422


@pytest.fixture
def place(here, helper):
    return open_place(here, "Điểm 1", unit=None, helper=helper, at=make.AT)


def test_what_was_sat_there_is_counted_and_taken_away(desk, here, place):
    for number in (1, 2):
        paper = rows.sit(enter(here, phone=f"091234567{number}"), here.rounds.get(), rows.Sat(80))
        paper.sitting.place = place
        paper.sitting.save()
    found = cells(desk.get(address(here, "diem-ho-tro/danh-sach.xlsx")))
    assert found[-1][:5] == ["Điểm 1", place.helper.full_name, 2, 2, 2]


def test_the_card_is_a_pdf_and_the_place_is_closed_once(desk, here, place):
    card = desk.get(address(here, f"diem-ho-tro/{place.pk}.pdf"))
    assert card.content.startswith(b"%PDF")
    for _ in range(2):
        assert desk.post(address(here, f"diem-ho-tro/{place.pk}/dong/")).status_code == 302
    assert make.deeds().count("entries.place_closed") == 1


def test_a_secretary_prints_but_does_not_close_and_a_stranger_neither(
    here, place, secretary: Client, stranger: Client
):
    card, close = f"diem-ho-tro/{place.pk}.pdf", f"diem-ho-tro/{place.pk}/dong/"
    readers = (secretary, stranger)
    assert [who.get(address(here, card)).status_code for who in readers] == [200, 404]
    assert [who.post(address(here, close)).status_code for who in readers] == [404, 404]
