"""Whom a meeting invites, sending the invitations, answers and check-in."""

from datetime import timedelta

import pytest

from hoithi.campaigns.actions import NewUnits, SuperiorsActivity, add_units
from hoithi.conferences import actions
from hoithi.conferences.actions import Answered, NewGuest
from hoithi.conferences.actions import inviting as inviting_module
from hoithi.conferences.models import Guest, Meeting
from hoithi.conferences.queries import counted, guests_for, guests_named, units_taking_part
from hoithi.core.attendance import Answer, Presence
from hoithi.core.tasks.holders import HolderSet
from hoithi.notices.models import Notice
from hoithi.wording import sentence
from tests import make
from tests.conferences.conftest import DAY, invited
from tests.make import AT

pytestmark = pytest.mark.django_db
COMING = Answered(Answer.COMING)


def test_who_is_on_the_list_already_stays_once(conference, secretary):
    one = NewGuest("Công an xã", post="Lãnh đạo đơn vị")
    assert actions.invite(conference, [one, one], by=secretary, at=AT) == 1
    assert actions.invite(conference, [one, NewGuest()], by=secretary, at=AT) == 0
    assert [str(guest) for guest in conference.guests.all()] == ["Công an xã"]


def test_more_than_a_hall_holds_are_refused(conference, secretary, monkeypatch):
    monkeypatch.setattr(inviting_module, "MOST_GUESTS", 1)
    with pytest.raises(actions.TooManyGuests):
        actions.invite(conference, [NewGuest("Một"), NewGuest("Hai")], by=secretary, at=AT)
    assert not conference.guests.exists()


def test_a_superiors_activity_invites_nobody(conference, secretary):
    conference.is_superiors = True
    conference.save()
    with pytest.raises(SuperiorsActivity):
        actions.invite(conference, [NewGuest("Một")], by=secretary, at=AT)


def test_those_with_an_account_are_told_once_and_the_others_counted(
    conference, secretary, school, contact
):
    chair = make.person("Trần Văn Bình")
    invited(
        conference,
        secretary,
        NewGuest("Trường Tiểu học Hòa Sơn", post="Hiệu trưởng", unit=school),
        NewGuest("Trường Tiểu học Hòa Sơn", post="Văn thư", unit=school),
        NewGuest(full_name="Trần Văn Bình", person=chair),
        NewGuest("Công an xã"),
    )
    assert actions.send_invitations(conference, by=secretary, at=AT) == (2, 1)
    assert sorted(Notice.objects.values_list("person", flat=True)) == sorted([contact.pk, chair.pk])
    told = Notice.objects.filter(person=contact).get()
    assert "từ 08h00 đến 11h30 ngày 28/12/2026" in told.text
    assert told.link == f"/don-vi/giay-moi/{conference.pk}/"
    with pytest.raises(actions.NobodyInvited):
        actions.send_invitations(conference, by=secretary, at=AT)
    assert Notice.objects.count() == 2


def test_the_silent_are_reminded_once_a_day(conference, secretary, school, contact):
    [seat] = invited(conference, secretary, NewGuest("Trường", unit=school))
    with pytest.raises(actions.NobodyInvited):
        actions.remind_silent(conference, by=secretary, at=AT)
    actions.send_invitations(conference, by=secretary, at=AT)
    days = (AT, AT + timedelta(hours=1), AT + timedelta(days=1))
    told = [actions.remind_silent(conference, by=secretary, at=at) for at in days]
    assert (told, Notice.objects.filter(person=contact).count()) == ([1, 1, 1], 3)
    actions.answer(seat, COMING, by=secretary, at=AT)
    with pytest.raises(actions.NobodyInvited):
        actions.remind_silent(conference, by=secretary, at=AT)


def test_nobody_is_invited_to_an_open_day(founded, secretary):
    activity = founded.activities["hoi-nghi"]
    invited(activity, secretary, NewGuest("Công an xã"))
    with pytest.raises(actions.DayNotSet):
        actions.send_invitations(activity, by=secretary, at=AT)


def test_an_invitation_is_seen_once_sent_by_whom_it_is_for(conference, secretary, school, contact):
    [seat] = invited(conference, secretary, NewGuest("Trường", unit=school))
    before = list(guests_for(contact, at=AT))
    actions.send_invitations(conference, by=secretary, at=AT)
    stranger = make.person()
    assert (before, list(guests_for(contact, at=AT))) == ([], [seat])
    assert list(guests_for(stranger, at=AT)) == []


@pytest.mark.parametrize(
    ("told", "refusal"),
    [
        (Answered(Answer.SENDS, " "), actions.SubstituteMissing),
        (Answered(Answer.EXCUSED, reason=""), actions.ReasonMissing),
    ],
)
def test_an_answer_without_its_name_or_reason_is_refused(conference, secretary, told, refusal):
    [seat] = invited(conference, secretary, NewGuest("Công an xã"))
    with pytest.raises(refusal):
        actions.answer(seat, told, by=secretary, at=AT)
    assert Guest.objects.get().answer == Answer.WAITING


def test_the_newest_answer_counts_and_leaves_nothing_of_the_older(conference, secretary):
    [seat] = invited(conference, secretary, NewGuest(full_name="Trần Văn Bình"))
    sends = Answered(Answer.SENDS, "Lê Thị Hoa", "Phó Trưởng phòng")
    actions.answer(seat, sends, by=secretary, at=AT)
    actions.answer(seat, Answered(Answer.EXCUSED, reason="Đi công tác"), by=secretary, at=AT)
    now = Guest.objects.get()
    assert (now.answer, now.substitute_name, now.reason) == ("excused", "", "Đi công tác")


def test_after_the_day_only_the_secretariat_notes_an_answer(conference, secretary):
    [seat] = invited(conference, secretary, NewGuest("Công an xã"))
    late = AT + timedelta(days=60)
    with pytest.raises(actions.TooLateToAnswer):
        actions.answer(seat, COMING, by=secretary, at=late, is_own=True)
    assert actions.answer(seat, COMING, by=secretary, at=late).answer == "coming"


def test_who_came_is_noted_once_and_can_be_noted_anew(conference, secretary):
    [seat] = invited(conference, secretary, NewGuest("Công an xã"))
    actions.check_in(seat, Presence.PRESENT, by=secretary, at=AT)
    later = AT + timedelta(minutes=5)
    for presence in (Presence.PRESENT, Presence.LATE):
        actions.check_in(seat, presence, by=secretary, at=later)
    now = Guest.objects.get()
    assert (now.presence, now.came_at) == ("late", AT)
    actions.check_in(seat, Presence.UNKNOWN, by=secretary, at=later)
    assert Guest.objects.get().came_at is None
    assert make.deeds().count("conferences.checked_in") == 3


def test_those_not_seen_are_absent_and_excused_with_a_reason(conference, secretary):
    one, two, _three = invited(
        conference, secretary, NewGuest("Một"), NewGuest("Hai"), NewGuest("Ba")
    )
    actions.check_in(one, Presence.PRESENT, by=secretary, at=AT)
    actions.answer(two, Answered(Answer.EXCUSED, reason="Ốm"), by=secretary, at=AT)
    assert actions.note_left_over(conference, by=secretary, at=AT) == 2
    count = counted(conference.guests.all())
    assert (count.present, count.excused, count.absent, count.unchecked) == (1, 1, 1, 0)


def test_somebody_who_was_not_invited_comes(conference, secretary):
    new = NewGuest(full_name="Phạm Văn Dũng")
    for _ in range(2):
        made = actions.walk_in(conference, new, by=secretary, at=AT)
    assert (made.is_walk_in, made.presence, conference.guests.count()) == (True, "present", 1)


def test_who_has_answered_stays_on_the_list(conference, secretary):
    one, two = invited(conference, secretary, NewGuest("Một"), NewGuest("Hai"))
    actions.answer(one, COMING, by=secretary, at=AT)
    with pytest.raises(actions.GuestAnswered):
        actions.drop_guest(one, by=secretary, at=AT)
    actions.drop_guest(two, by=secretary, at=AT)
    assert [str(guest) for guest in conference.guests.all()] == ["Một"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2", ["Trường Tiểu học Hòa Sơn"]),
        ("02", ["Trường Tiểu học Hòa Sơn"]),
        ("hoa son", ["Trường Tiểu học Hòa Sơn"]),
        ("HOÀ SƠN", ["Trường Tiểu học Hòa Sơn"]),
        ("xã", ["Công an xã"]),
        ("không có", []),
        ("3", []),
        ("9" * 5000, []),
    ],
)
def test_those_invited_are_found_by_number_and_words(conference, secretary, typed, found):
    invited(conference, secretary, NewGuest("Công an xã"), NewGuest("Trường Tiểu học Hòa Sơn"))
    assert [str(guest) for _, guest in guests_named(conference, typed)] == found


def test_units_take_part_by_rule_and_by_name_each_once(conference, secretary, school):
    by_rule = NewUnits("Mọi trường học", HolderSet.SCHOOLS)
    add_units(conference, by_rule, by=secretary, at=AT)
    named = NewUnits("Trường Tiểu học Hòa Sơn", HolderSet.OTHERS, (school,))
    add_units(conference, named, by=secretary, at=AT)
    assert [(one.unit, one.name) for one in units_taking_part(conference, AT)] == [
        (school, "Trường Tiểu học Hòa Sơn")
    ]


def test_once_it_is_over_nobody_is_invited_or_reminded(conference, secretary, school, contact):
    assert contact
    invited(conference, secretary, NewGuest("Trường", unit=school))
    over = AT + timedelta(days=60)
    with pytest.raises(actions.MeetingOver):
        actions.send_invitations(conference, by=secretary, at=over)
    actions.send_invitations(conference, by=secretary, at=AT)
    with pytest.raises(actions.MeetingOver) as refused:
        actions.remind_silent(conference, by=secretary, at=over)
    assert Notice.objects.count() == 1
    assert "Hoạt động đã diễn ra" in sentence(refused.value)


def test_answers_are_wanted_until_the_day_of_the_meeting_at_the_latest(conference, secretary):
    told = {"answer_by": DAY}
    assert actions.set_meeting(conference, told, by=secretary, at=AT).answer_by == DAY
    late = {"answer_by": DAY + timedelta(days=1)}
    with pytest.raises(actions.AnswerAfterMeeting) as refused:
        actions.set_meeting(conference, late, by=secretary, at=AT)
    assert "(28/12/2026)" in sentence(refused.value)
    assert Meeting.objects.get().answer_by == DAY
