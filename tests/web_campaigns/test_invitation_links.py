"""Somebody invited without an account answers by the link of the seat, and sees nothing else."""

from datetime import timedelta

import pytest
from django.test import Client

from hoithi.campaigns.models import Activity
from hoithi.conferences import actions
from hoithi.conferences.actions import NewGuest
from hoithi.conferences.models import Guest
from hoithi.conferences.queries.links import guest_token
from hoithi.kit import clock
from hoithi.plans.models import CampaignOrigin
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT
from tests.web_campaigns.conftest import home

pytestmark = pytest.mark.django_db
DAY = AT.date() + timedelta(days=20)
EXCUSED = {"answer": "excused", "reason": "Đi công tác"}


@pytest.fixture
def meeting(organiser) -> Activity:
    made = campaign(organiser.body).campaign.activities.get()
    made.first_day, made.last_day, made.is_open = DAY, DAY, False
    made.save()
    return made


@pytest.fixture
def guest(meeting, organiser) -> Guest:
    actions.invite(meeting, [NewGuest("Đoàn xã"), NewGuest("Hội Nông dân")], by=organiser, at=AT)
    actions.send_invitations(meeting, by=organiser, at=AT)
    return meeting.guests.get(organisation="Đoàn xã")


def link(guest) -> str:
    return f"/don-vi/tra-loi-moi/{guest_token(guest)}/"


def answers() -> list[tuple[str, str, str]]:
    return list(Guest.objects.values_list("organisation", "answer", "reason"))


def test_the_seat_is_answered_without_an_account(guest, desk, meeting, organiser):
    page = home(organiser, f"{meeting.campaign_id}/hoat-dong/{meeting.key}/thanh-phan/{guest.pk}/")
    assert link(guest) in desk.get(page).content.decode()
    stranger = Client()
    shown = stranger.get(link(guest))
    assert "Đoàn xã" in shown.content.decode()
    assert "Hội Nông dân" not in shown.content.decode()
    assert (shown["Referrer-Policy"], "no-store" in shown["Cache-Control"]) == ("same-origin", True)
    assert stranger.post(link(guest), EXCUSED).status_code == 302
    assert answers() == [("Đoàn xã", "excused", "Đi công tác"), ("Hội Nông dân", "waiting", "")]
    assert "trả lời qua liên kết" in desk.get(page).content.decode()


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"answer": "excused"},
        {"answer": "sends"},
        {"answer": "waiting"},
        {"answer": "mai"},
        {"answer": "excused", "reason": "x" * 501},
    ],
)
def test_an_answer_that_says_nothing_is_refused_and_changes_nothing(guest, sent):
    assert Client().post(link(guest), sent).status_code == 422
    assert {answer for _name, answer, _reason in answers()} == {"waiting"}


@pytest.mark.parametrize("token", ["1", "1.abc", "x" * 200, "1.2.3", "%00"])
@pytest.mark.usefixtures("guest")
def test_what_was_not_signed_here_opens_nothing(token):
    assert Client().get(f"/don-vi/tra-loi-moi/{token}/").status_code == 404


def test_a_link_opens_nothing_before_the_invitation_after_it_or_of_a_draft(guest, meeting):
    address, stranger = link(guest), Client()
    Guest.objects.update(told_at=None)
    assert stranger.get(address).status_code == 404
    Guest.objects.update(told_at=AT)
    copy = meeting.campaign
    CampaignOrigin.objects.create(campaign=copy, body=copy.body, made_at=AT)
    type(copy).objects.filter(pk=copy.pk).update(plan_number="")
    assert stranger.get(address).status_code == 404
    type(copy).objects.filter(pk=copy.pk).update(plan_number="1/KH-UBND")
    guest.delete()
    assert stranger.get(address).status_code == 404


def test_once_the_meeting_is_over_nothing_is_answered(guest, monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: AT + timedelta(days=21))
    assert "Hoạt động đã diễn ra" in Client().get(link(guest)).content.decode()
    assert Client().post(link(guest), EXCUSED).status_code == 422
    assert {answer for _name, answer, _reason in answers()} == {"waiting"}


def test_a_link_in_strange_hands_is_slowed_down(guest):
    stranger = Client()
    codes = [stranger.post(link(guest), EXCUSED).status_code for _ in range(21)]
    assert codes == [302] * 20 + [422]


def test_whom_an_account_answers_for_has_no_link(meeting, desk, organiser):
    person = make.person("Trần Văn Bình")
    actions.invite(meeting, [NewGuest(full_name="Bình", person=person)], by=organiser, at=AT)
    actions.send_invitations(meeting, by=organiser, at=AT)
    seat = meeting.guests.get()
    page = home(organiser, f"{meeting.campaign_id}/hoat-dong/{meeting.key}/thanh-phan/{seat.pk}/")
    assert "tra-loi-moi" not in desk.get(page).content.decode()
