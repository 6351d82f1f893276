"""Deeds with activities, committees and tasks, and what they refuse."""

from dataclasses import replace
from datetime import date

import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import (
    ActivityTold,
    MomentBackwards,
    NewMember,
    NewTask,
    NothingToAnswer,
    NothingTold,
    Report,
    SuperiorsActivity,
)
from hoithi.campaigns.actions.activities import told_of
from hoithi.campaigns.facts import standing_of
from hoithi.campaigns.models import Activity, CommitteeKind, Holding, HoldingStatus, Task
from hoithi.core.tasks.due import Moved, Span, until
from hoithi.core.tasks.moments import Moment, set_on
from hoithi.people.models import Unit
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 28)


def one(day: date) -> Span:
    return Span(day, day)


def set_moment(activity: Activity, moment: Moment) -> list[Moved]:
    told = told_of(activity, replace(standing_of(activity), moment=moment))
    return actions.change_activity(activity, told, by=make.person(), at=AT)


def test_moving_an_activity_moves_its_tasks_and_says_which():
    founded = campaign()
    speech, notice, *_ = founded.campaign.tasks.all()
    moved = set_moment(founded.activities["hoi-nghi"], set_on(DAY))
    assert moved == [
        Moved(speech.pk, Span(date(2026, 12, 14), date(2026, 12, 24)), one(date(2026, 12, 21))),
        Moved(notice.pk, Span(date(2026, 12, 23), date(2027, 1, 2)), one(date(2026, 12, 30))),
    ]
    assert Task.objects.get(pk=speech.pk).falls_last == date(2026, 12, 21)
    assert make.deeds()[-1] == "campaigns.activity_changed"


def test_a_superiors_activity_is_not_moved():
    activity = campaign().activities["hoi-nghi"]
    activity.is_superiors = True
    activity.save()
    with pytest.raises(SuperiorsActivity):
        set_moment(activity, set_on(DAY))


def test_an_activity_that_ends_before_it_begins_is_refused():
    founded = campaign()
    told = ActivityTold("meeting", "Họp Ban Tổ chức", set_on(DAY, date(2026, 12, 1)))
    with pytest.raises(MomentBackwards):
        actions.add_activity(founded.campaign, told, by=make.person(), at=AT)
    assert founded.campaign.activities.count() == 1


def test_an_added_activity_comes_last_under_a_key_of_its_own():
    founded = campaign()
    told = ActivityTold("meeting", "Họp Ban Tổ chức", set_on(DAY))
    added = actions.add_activity(founded.campaign, told, by=make.person(), at=AT)
    assert (added.key, added.ordinal) == ("hoat-dong-2", 2)


def test_a_task_added_by_hand_is_held_and_dated():
    founded = campaign().campaign
    agency = founded.agencies.first()
    new = NewTask("Mời đại biểu", until(DAY), leads=(agency,))
    task = actions.add_task(founded, new, by=make.person(), at=AT)
    assert (task.ordinal, task.falls_last, task.holdings.get().agency) == (6, DAY, agency)


def test_a_task_without_words_is_refused():
    with pytest.raises(NothingTold):
        actions.add_task(campaign().campaign, NewTask("  "), by=make.person(), at=AT)


def opened(founded, number=3):
    agency = founded.agencies.get(holder_set="schools")
    units = [Unit.objects.create(body=founded.body, code=f"t{n}") for n in range(number)]
    by = make.person()
    return agency, units, actions.open_set(agency, units, by=by, at=AT)


def test_a_set_is_opened_as_one_row_a_unit_and_only_once():
    founded = campaign().campaign
    agency, units, rows = opened(founded)
    again = actions.open_set(agency, units, by=make.person(), at=AT)
    assert (rows, again) == (3, 0)
    assert [h.unit for h in agency.holdings.order_by("unit_id")] == units


def test_what_was_reported_of_a_whole_set_stays_when_it_is_opened():
    founded = campaign().campaign
    agency = founded.agencies.get(holder_set="schools")
    told = Report(HoldingStatus.DOING)
    actions.report(agency.holdings.get(), told, by=make.person(), at=AT)
    opened(founded)
    assert agency.holdings.filter(unit=None).count() == 1


def test_an_obstacle_is_reported_answered_and_the_task_goes_on():
    holding = Holding.objects.filter(task=campaign().campaign.tasks.first()).get()
    by = make.person()
    stuck = Report(HoldingStatus.STUCK, obstacle="Chưa có kinh phí")
    assert actions.report(holding, stuck, by=by, at=AT).status == HoldingStatus.STUCK
    answered = actions.answer_obstacle(holding, "Đã cấp kinh phí", by=by, at=AT)
    assert (answered.status, answered.obstacle_answer) == (HoldingStatus.DOING, "Đã cấp kinh phí")
    done = actions.report(holding, Report(HoldingStatus.DONE, "Công văn 12"), by=by, at=AT)
    assert (done.status, done.done_at, done.evidence) == (HoldingStatus.DONE, AT, "Công văn 12")


def test_words_are_asked_for_where_they_are_needed():
    founded = campaign().campaign
    holding = Holding.objects.filter(task=founded.tasks.first()).get()
    by = make.person()
    with pytest.raises(NothingTold):
        actions.report(holding, Report(HoldingStatus.STUCK), by=by, at=AT)
    with pytest.raises(NothingToAnswer):
        actions.answer_obstacle(holding, "Không có gì", by=by, at=AT)
    with pytest.raises(NothingToAnswer):
        actions.answer_question(founded.tasks.first(), "Có", by=by, at=AT)
    with pytest.raises(NothingTold):
        actions.answer_question(left_open(founded), " ", by=by, at=AT)


def left_open(founded):
    """What a plan leaves to a later document."""
    question = founded.tasks.get(asks="when")
    question.asks = "later"
    question.save()
    return question


def test_a_question_is_answered():
    founded = campaign().campaign
    question = left_open(founded)
    by = make.person()
    actions.answer_question(question, "Ngày 28/12/2026", by=by, at=AT)
    question.refresh_from_db()
    assert (question.answer, question.answered_by, question.answered_at) == (
        "Ngày 28/12/2026",
        by,
        AT,
    )


def test_a_committee_keeps_the_name_decision_and_members_it_was_given():
    founded = campaign().campaign
    by = make.person()
    name = "Tổ biên soạn nội dung câu hỏi"
    made = actions.add_committee(founded, name, CommitteeKind.QUESTIONS, by=by, at=AT)
    same = actions.add_committee(founded, name, CommitteeKind.OTHER, by=by, at=AT)
    actions.set_decision(made, "125/QĐ-UBND", date(2026, 10, 5), by=by, at=AT)
    actions.add_member(made, NewMember("Trần Văn Bình", "Phó Chủ tịch", "head"), by=by, at=AT)
    member = actions.add_member(made, NewMember("Lê Thị Hoa"), by=by, at=AT)
    assert same == made
    assert (member.ordinal, member.role) == (2, "member")
    assert made.decision_number == "125/QĐ-UBND"
