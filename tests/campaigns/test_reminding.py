"""Holders are reminded once of each task and step, and only while they have not finished."""

from datetime import date, datetime, timedelta, timezone

import pytest
from django.core import mail

from hoithi.campaigns import actions, queries
from hoithi.campaigns.actions import Report
from hoithi.campaigns.models import Holding, HoldingStatus, Task
from hoithi.campaigns.queries import RemindingTold
from hoithi.core.tasks.due import until
from hoithi.core.units.kinds import UnitKind
from hoithi.notices import jobs as notices
from hoithi.notices.models import Notice
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from hoithi.web.reminding import reminders_due
from tests import make
from tests.campaigns.make import campaign

pytestmark = pytest.mark.django_db
DEADLINE = date(2026, 12, 20)
VIETNAM = timezone(timedelta(hours=7))


def morning(days: int, hour: int = 7) -> datetime:
    """So many days from the deadline, in the morning."""
    day = DEADLINE + timedelta(days=days)
    return datetime(day.year, day.month, day.day, hour, tzinfo=VIETNAM)


def tick(days: int, hour: int = 7) -> list[str]:
    """What the worker tells people at that hour."""
    known = set(Notice.objects.values_list("pk", flat=True))
    for deed in reminders_due(morning(days, hour)):
        deed()
    return list(Notice.objects.exclude(pk__in=known).values_list("text", flat=True))


@pytest.fixture
def founded():
    """A campaign of one dated task, led by a unit whose contact has a mail address."""
    made = campaign().campaign
    made.tasks.all().delete()
    agency = made.agencies.first()
    version = add_unit(
        made.body, NewUnit("p1", "Phòng Văn hóa - Xã hội", UnitKind.DEPARTMENT), by=None, at=make.AT
    )
    agency.unit = version.unit
    agency.save()
    contact = make.person("Lê Văn Bình", of=made.body)
    contact.email = "binh@example.vn"
    contact.save()
    make.role(contact, RoleName.UNIT_CONTACT, over=made.body, unit=version.unit)
    new = actions.NewTask("Chuẩn bị tài liệu", until(DEADLINE), leads=(agency,))
    actions.add_task(made, new, by=make.person(), at=make.AT)
    return made


@pytest.mark.usefixtures("founded")
def test_the_contact_hears_at_each_step_once():
    told = {days: tick(days) for days in range(-9, 35)}
    assert [days for days, texts in told.items() if texts] == [-7, -3, -1, 0, 1]
    assert "Còn 07 ngày (hạn 20/12/2026): Chuẩn bị tài liệu" in told[-7][0]
    assert "Hôm nay là hạn" in told[0][0]
    assert "Quá hạn 01 ngày" in told[1][0]


@pytest.mark.usefixtures("founded")
def test_nobody_hears_before_seven_or_twice_a_day():
    assert (len(tick(-7, 6)), len(tick(-7, 7)), len(tick(-7, 9))) == (0, 1, 0)


@pytest.mark.usefixtures("founded")
def test_the_worker_that_slept_catches_up_with_the_step_that_holds():
    assert "Còn 05 ngày" in tick(-5)[0]
    assert tick(-4) == []


@pytest.mark.usefixtures("founded")
def test_whoever_has_finished_hears_nothing():
    holding = Holding.objects.get()
    actions.report(holding, Report(HoldingStatus.DONE), by=make.person(), at=make.AT)
    assert tick(-3) == []


@pytest.mark.usefixtures("founded")
def test_a_deadline_that_moved_is_reminded_of_anew():
    tick(-7)
    later = DEADLINE + timedelta(days=7)
    actions.change_due(Task.objects.get(), until(later), by=make.person(), at=make.AT)
    assert "hạn 27/12/2026" in tick(0)[0]


def test_days_are_chosen_and_reminding_is_switched_off(founded):
    by = make.person()
    actions.set_reminding(founded, RemindingTold((10, 2)), by=by, at=make.AT)
    first = [days for days in range(-12, 0) if tick(days)]
    actions.set_reminding(founded, RemindingTold((10, 2), is_on=False), by=by, at=make.AT)
    assert (first, tick(0), tick(1)) == ([-10, -2], [], [])


def test_two_tasks_of_a_day_are_one_message(founded):
    new = actions.NewTask("In phông", until(DEADLINE), leads=(founded.agencies.first(),))
    actions.add_task(founded, new, by=make.person(), at=make.AT)
    [text] = tick(-7)
    assert text.count("\n- ") == 2


def test_who_only_cooperates_and_contacts_of_others_hear_nothing(founded):
    agency = founded.agencies.first()
    Holding.objects.update(leads=False)
    assert tick(-7) == []
    stranger = make.person(of=make.body())
    make.role(stranger, RoleName.UNIT_CONTACT, over=stranger.body, unit=agency.unit)
    Holding.objects.update(leads=True)
    make.role(stranger, RoleName.UNIT_CONTACT, contest_id=5, unit=agency.unit)
    tick(-6)
    assert set(Notice.objects.values_list("person__full_name", flat=True)) == {"Lê Văn Bình"}


@pytest.mark.usefixtures("founded")
def test_the_message_goes_by_mail_too():
    tick(-7)
    for deed in notices.due(morning(-7)):
        deed()
    assert [one.to for one in mail.outbox] == [["binh@example.vn"]]
    assert "Chuẩn bị tài liệu" in mail.outbox[0].body


def test_a_campaign_looked_at_is_left_alone_until_tomorrow(founded):
    tick(-8)
    assert list(queries.campaigns_to_look_at(DEADLINE - timedelta(days=8))) == []
    assert list(queries.campaigns_to_look_at(DEADLINE - timedelta(days=7))) == [founded]
