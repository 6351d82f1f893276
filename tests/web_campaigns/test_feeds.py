"""Calendars of tasks under secret addresses."""

import re

import pytest
from django.test import Client

from hoithi.campaigns.models import Holding, HoldingStatus, TaskFeed
from hoithi.people.models import RoleName, Unit
from tests import make
from tests.campaigns.make import campaign
from tests.web_campaigns.conftest import home
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def founded(organiser):
    return campaign(organiser.body).campaign


def unfolded(answer) -> str:
    return answer.content.decode().replace("\r\n ", "")


def opened(desk, organiser, founded, agency, deed="open"):
    where = home(organiser, f"{founded.pk}/nhiem-vu/dia-chi-lich/")
    page = desk.post(where, {"agency": agency.pk, "deed": deed}, follow=True).content.decode()
    return re.findall(r"/lich-viec/[\w-]+\.ics", page)


def test_an_agency_subscribes_without_an_account(desk, organiser, founded):
    [address] = opened(desk, organiser, founded, founded.agencies.first())
    answer = Client().get(address)
    text = unfolded(answer)
    assert answer["content-type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["cache-control"]
    assert text.count("BEGIN:VEVENT") == 3
    assert "SUMMARY:Dự thảo bài phát biểu kết luận (chưa ấn định ngày)" in text
    assert "DTSTART;VALUE=DATE:20261214\r\nDTEND;VALUE=DATE:20261225" in text
    assert "Chuẩn bị hội trường" not in text


def test_what_is_done_says_so_and_each_agency_is_named_once(desk, organiser, founded):
    task = founded.tasks.first()
    [agency] = {one.agency for one in task.holdings.all()}
    unit = Unit.objects.create(body=founded.body, code="t1")
    Holding.objects.create(task=task, agency=agency, leads=True, unit=unit)
    task.holdings.update(status=HoldingStatus.DONE)
    [address] = opened(desk, organiser, founded, agency)
    text = unfolded(Client().get(address))
    assert "SUMMARY:Đã xong: Dự thảo bài phát biểu kết luận\r\n" in text
    assert f"Chủ trì: {agency.name}\r\n" in text


def test_a_revoked_address_is_gone_and_a_new_one_differs(desk, organiser, founded):
    agency = founded.agencies.first()
    [old] = opened(desk, organiser, founded, agency)
    [new] = opened(desk, organiser, founded, agency)
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    assert opened(desk, organiser, founded, agency, "close") == []
    assert Client().get(new).status_code == 404


def test_the_same_task_keeps_its_key(desk, organiser, founded):
    [address] = opened(desk, organiser, founded, founded.agencies.first())
    keys = re.findall(r"UID:(.*)\r", unfolded(Client().get(address)))
    task = founded.tasks.first()
    task.text = "Khác"
    task.save()
    assert re.findall(r"UID:(.*)\r", unfolded(Client().get(address))) == keys


def mine(client) -> str:
    page = client.post("/lich-viec/", {"deed": "open"}, follow=True).content.decode()
    [address] = re.findall(r"/lich-viec/[\w-]+\.ics", page)
    return unfolded(Client().get(address))


@pytest.mark.usefixtures("founded")
def test_ones_own_calendar_holds_the_campaigns_whose_tasks_one_keeps(desk):
    assert mine(desk).count("BEGIN:VEVENT") == 3


def test_others_have_an_empty_calendar(founded):
    assert "VEVENT" not in mine(browser(make.holder(RoleName.ORGANISER, over=make.body())))
    assert "VEVENT" not in mine(browser(make.holder(RoleName.AUDITOR, over=founded.body)))


@pytest.mark.usefixtures("founded")
def test_a_closed_account_takes_its_calendar_along(desk, organiser):
    mine(desk)
    organiser.is_active = False
    organiser.save()
    assert Client().get(f"/lich-viec/{TaskFeed.objects.get().token}.ics").status_code == 404


def test_an_auditor_does_not_see_the_addresses(desk, organiser, founded):
    opened(desk, organiser, founded, founded.agencies.first())
    auditor = browser(make.holder(RoleName.AUDITOR, over=organiser.body))
    page = auditor.get(home(organiser, f"{founded.pk}/nhiem-vu/dia-chi-lich/")).content.decode()
    assert ".ics" not in page


@pytest.mark.parametrize("agency", ["", "x", "0", "9" * 40, "٣"])
def test_an_agency_that_is_not_there_has_no_calendar(desk, organiser, founded, agency):
    where = home(organiser, f"{founded.pk}/nhiem-vu/dia-chi-lich/")
    assert desk.post(where, {"agency": agency, "deed": "open"}).status_code == 404
