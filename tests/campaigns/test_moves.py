"""Moving activities: the record, the questions that it answers, options, deleting."""

from datetime import date, time

import pytest

from hoithi.campaigns import actions
from hoithi.campaigns.actions import (
    ActivityInUse,
    ActivityTold,
    AlreadySettled,
    AnsweredByActivity,
    HoursBackwards,
    NewUnits,
)
from hoithi.campaigns.facts import Standing, standing_from
from hoithi.campaigns.models import Activity, Task
from hoithi.campaigns.queries.moves import activities_asked, tasks_of_move, would_move
from hoithi.core.tasks.due import Span
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.tasks.moments import UNKNOWN, set_on, some_day
from tests import make
from tests.campaigns.make import LATE, campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
DAY = date(2026, 12, 28)


@pytest.fixture
def founded():
    return campaign()


@pytest.fixture
def conference(founded):
    return founded.activities["hoi-nghi"]


def moved(activity, moment=None, **more):
    """The activity told of anew."""
    now = Activity.objects.get(pk=activity.pk)
    told = actions.told_of(now, Standing(moment or set_on(DAY), **{"place": now.place, **more}))
    actions.change_activity(now, told, by=make.person(), at=AT, reason="Do trùng lịch")
    return Activity.objects.get(pk=activity.pk)


def test_what_would_move_is_told_and_nothing_is_changed(conference):
    told = [(one.task.text, one.after, one.holders) for one in would_move(conference, set_on(DAY))]
    speech, notice = date(2026, 12, 21), date(2026, 12, 30)
    assert told == [
        ("Dự thảo bài phát biểu kết luận", Span(speech, speech), ("Phòng Văn hóa - Xã hội",)),
        ("Dự thảo thông báo kết luận", Span(notice, notice), ("Phòng Văn hóa - Xã hội",)),
    ]
    assert not Task.objects.filter(falls_last=speech).exists()


def test_a_move_is_recorded_with_its_tasks_as_they_were_and_are(conference):
    moved(conference)
    move = conference.moves.get()
    before, after = standing_from(move.before), standing_from(move.after)
    assert (before.moment, after.moment, move.reason) == (LATE, set_on(DAY), "Do trùng lịch")
    assert [(one.before, one.after) for one in tasks_of_move(move)] == [
        (Span(date(2026, 12, 14), date(2026, 12, 24)), Span(*[date(2026, 12, 21)] * 2)),
        (Span(date(2026, 12, 23), date(2027, 1, 2)), Span(*[date(2026, 12, 30)] * 2)),
    ]


def test_another_title_alone_is_no_move(conference):
    told = ActivityTold("review", "Hội nghị sơ kết", LATE, "Hội trường xã")
    actions.change_activity(conference, told, by=make.person(), at=AT)
    assert not conference.moves.exists()


def test_a_set_day_answers_the_question_and_an_open_one_asks_again(conference):
    question = Task.objects.get(asks="when")
    moved(conference, starts_at=time(8), ends_at=time(11, 30))
    question.refresh_from_db()
    assert question.answer == "từ 08h00 đến 11h30 ngày 28/12/2026"
    moved(conference, LATE)
    question.refresh_from_db()
    assert question.answered_at is None


def test_a_question_of_several_is_answered_when_all_are_settled(founded, conference):
    other = actions.add_activity(
        founded.campaign, ActivityTold("meeting", "Họp trù bị", UNKNOWN), by=None, at=AT
    )
    text = "Các hoạt động sau tổ chức khi nào?\n- Hội nghị tổng kết\n- Họp trù bị"
    Task.objects.filter(asks="when").update(text=text, activity=None)
    question = Task.objects.get(asks="when")
    assert activities_asked(question) == [conference, other]
    moved(conference)
    assert Task.objects.get(pk=question.pk).answered_at is None
    moved(other)
    assert Task.objects.get(pk=question.pk).answer == (
        "Hội nghị tổng kết: ngày 28/12/2026\nHọp trù bị: ngày 28/12/2026"
    )


def test_a_new_title_is_followed_by_the_questions_that_list_it(conference):
    Task.objects.filter(asks="when").update(text="Khi nào?\n- Hội nghị tổng kết", activity=None)
    told = ActivityTold("conference", "Hội nghị trao giải", LATE)
    actions.change_activity(conference, told, by=make.person(), at=AT)
    assert Task.objects.get(asks="when").text == "Khi nào?\n- Hội nghị trao giải"


def test_a_place_answers_where(conference):
    Task.objects.filter(asks="when").update(asks="where")
    moved(conference, LATE, place="Nhà văn hóa xã")
    assert Task.objects.get(asks="where").answer == "Nhà văn hóa xã"


def test_when_and_where_are_not_answered_by_text(founded):
    question = founded.campaign.tasks.get(asks="when")
    with pytest.raises(AnsweredByActivity):
        actions.answer_question(question, "Ngày 28/12", by=make.person(), at=AT)


def test_options_make_the_range_and_the_settled_one_clears_them(conference):
    by = make.person()
    one = actions.add_option(conference, set_on(DAY), by=by, at=AT)
    late = some_day(date(2026, 12, 21), date(2026, 12, 25), words="cuối tháng 12")
    actions.add_option(conference, late, by=by, at=AT)
    now = Activity.objects.get(pk=conference.pk)
    assert (now.first_day, now.last_day, now.is_open) == (date(2026, 12, 21), DAY, True)
    actions.drop_option(one, by=by, at=AT)
    assert Activity.objects.get(pk=conference.pk).last_day == date(2026, 12, 25)
    settled = moved(conference, set_on(date(2026, 12, 22)))
    assert (settled.options.count(), settled.is_open) == (0, False)
    with pytest.raises(AlreadySettled):
        actions.add_option(settled, set_on(DAY), by=by, at=AT)


def test_the_same_option_twice_is_one(conference):
    for _ in range(2):
        actions.add_option(conference, set_on(DAY), by=make.person(), at=AT)
    assert conference.options.count() == 1


def test_hours_backwards_are_refused_on_one_day_only(conference):
    with pytest.raises(HoursBackwards):
        moved(conference, starts_at=time(14), ends_at=time(8))
    two_days = moved(
        conference, set_on(DAY, date(2026, 12, 29)), starts_at=time(14), ends_at=time(8)
    )
    assert two_days.ends_at == time(8)


def test_an_activity_with_tasks_stays_and_one_with_questions_only_goes(founded, conference):
    with pytest.raises(ActivityInUse) as refused:
        actions.delete_activity(conference, by=make.person(), at=AT)
    assert refused.value.facts == {"tables": ("campaigns.task",)}
    conference.tasks.filter(asks="").update(activity=None)
    moved(conference)
    actions.delete_activity(conference, by=make.person(), at=AT)
    assert not founded.campaign.activities.exists()
    assert not Task.objects.filter(asks="when").exists()


def test_units_by_rule_or_by_name_take_part(conference):
    by = make.person()
    told = NewUnits("Mọi xã, phường", HolderSet.COMMUNES)
    for _ in range(2):
        made = actions.add_units(conference, told, by=by, at=AT)
    assert [one.words for one in conference.unit_sets.all()] == ["Mọi xã, phường"]
    actions.drop_units(made, by=by, at=AT)
    assert not conference.unit_sets.exists()


def test_other_words_for_the_same_day_are_no_move(conference):
    settled = moved(conference)
    actions.follow(settled, set_on(DAY, words="ngày 28 tháng 12"), by=None, at=AT)
    assert conference.moves.count() == 1
