"""All who wait for a moved activity are told, once."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.actions import told_of
from hoithi.campaigns.facts import standing_of
from hoithi.campaigns.models import Activity
from hoithi.conferences import actions, jobs
from hoithi.conferences.actions import NewGuest
from hoithi.conferences.queries import waiting_for
from hoithi.core.tasks.moments import Moment, set_on, some_day
from hoithi.notices.models import Notice
from hoithi.plans.models import CampaignOrigin
from tests import make
from tests.conferences.conftest import DAY, invited
from tests.make import AT

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=2)
WAITING_QUERIES = 4


def moved(activity, moment: Moment, by):
    """The move of the activity to that moment."""
    now = Activity.objects.select_related("campaign__body").get(pk=activity.pk)
    told = told_of(now, replace(standing_of(now), moment=moment))
    return actions.move(now, told, by=by, at=AT + timedelta(hours=1))


@pytest.fixture
def held(founded, school):
    """The office that holds the tasks of the conference is the school."""
    founded.campaign.agencies.filter(is_standing=True).update(unit=school)


@pytest.mark.usefixtures("held")
def test_who_holds_a_moved_task_and_who_was_invited_are_told_once(conference, secretary, contact):
    guest = make.person("Trần Văn Bình")
    invited(conference, secretary, NewGuest(full_name="Trần Văn Bình", person=guest))
    actions.send_invitations(conference, by=secretary, at=AT)
    made = moved(conference, set_on(LATER), secretary)
    actions.tell_moved(made.pk, by=secretary, at=AT)
    told = Notice.objects.filter(key=f"conferences.moved:{made.pk}")
    assert {one.person: one.link for one in told} == {
        contact: "/don-vi/ke-hoach/",
        guest: f"/don-vi/giay-moi/{conference.pk}/",
    }
    assert told[0].text == (
        "“Hội nghị tổng kết” đổi thời gian, địa điểm: từ 08h00 đến 11h30 ngày 30/12/2026, "
        "Hội trường xã (trước đó: từ 08h00 đến 11h30 ngày 28/12/2026). 2 nhiệm vụ dời hạn theo."
    )


def test_whoever_has_no_account_is_named_for_the_letter(conference, secretary):
    invited(conference, secretary, NewGuest("Công an xã"), NewGuest("Đoàn xã"))
    actions.send_invitations(conference, by=secretary, at=AT)
    tasks = list(conference.tasks.filter(asks="").values_list("pk", flat=True))
    waiting = waiting_for(conference, tasks, at=AT)
    assert (waiting.people, waiting.others) == (
        (),
        ("Phòng Văn hóa - Xã hội", "Công an xã", "Đoàn xã"),
    )


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.usefixtures("held", "contact")
def test_who_waits_is_asked_in_a_constant_number_of_queries(
    conference, secretary, number, django_assert_num_queries
):
    new = [NewGuest(f"Cơ quan {n}") for n in range(number)]
    invited(conference, secretary, *new)
    tasks = list(conference.tasks.values_list("pk", flat=True))
    with django_assert_num_queries(WAITING_QUERIES):
        waiting_for(conference, tasks, at=AT)


@pytest.mark.usefixtures("held", "contact")
def test_while_the_day_is_open_nobody_is_disturbed(founded, secretary):
    activity = founded.activities["hoi-nghi"]
    made = moved(activity, some_day(date(2026, 12, 26), DAY), secretary)
    made.refresh_from_db()
    assert (made.told_at is None, Notice.objects.count()) == (False, 0)


@pytest.mark.usefixtures("held", "contact")
def test_the_first_day_is_told_as_set_and_no_change_tells_nobody(founded, secretary):
    activity = founded.activities["hoi-nghi"]
    moved(activity, set_on(DAY), secretary)
    assert "được ấn định" in Notice.objects.get().text
    assert moved(activity, set_on(DAY), secretary) is None
    assert Notice.objects.count() == 1


@pytest.mark.usefixtures("held")
def test_an_activity_that_follows_its_contest_is_told_of_by_the_clock(conference, contact):
    campaigns.follow(conference, set_on(LATER), by=None, at=AT)
    for _ in range(2):
        for deed in jobs.due(AT):
            deed()
    assert Notice.objects.filter(person=contact).count() == 1
    assert list(jobs.due(AT)) == []


@pytest.mark.usefixtures("held", "contact")
def test_nobody_is_told_of_the_days_of_a_copy_without_a_signed_plan(conference, secretary):
    copy = conference.campaign
    CampaignOrigin.objects.create(campaign=copy, body=copy.body, made_at=AT)
    copy.plan_number = ""
    copy.save()
    made = moved(conference, set_on(LATER), secretary)
    assert not Notice.objects.filter(key=f"conferences.moved:{made.pk}").exists()
