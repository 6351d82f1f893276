"""A campaign in another year."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.founding.records import ActivityDraft, Asks, CampaignDraft, Kind, TaskDraft
from hoithi.core.handing.years import days_to_next_year, first_day_of, for_another_year, opened
from hoithi.core.tasks.due import Due, DueKind, during, until
from hoithi.core.tasks.moments import UNKNOWN, Moment, set_on, some_day
from tests.campaigns.make import DRAFT

WEEKS = 364


@pytest.mark.parametrize(
    ("first", "today", "then"),
    [
        pytest.param(date(2026, 10, 15), date(2026, 11, 1), date(2027, 10, 14), id="a year"),
        pytest.param(date(2026, 10, 15), date(2027, 10, 14), date(2027, 10, 14), id="today"),
        pytest.param(date(2026, 10, 15), date(2027, 10, 15), date(2028, 10, 12), id="just past"),
        pytest.param(date(2008, 10, 20), date(2026, 11, 22), date(2027, 10, 18), id="long ago"),
        pytest.param(date(2024, 2, 29), date(2024, 3, 1), date(2025, 2, 27), id="leap day"),
    ],
)
def test_the_same_weekday_about_a_year_later(first, today, then):
    found = first + timedelta(days_to_next_year(first, today))
    assert (found, found.weekday()) == (then, first.weekday())


@pytest.mark.parametrize(
    ("moment", "then"),
    [
        (set_on(date(2026, 10, 15), words="15/10/2026"), some_day(*[date(2027, 10, 14)] * 2)),
        (
            some_day(date(2026, 12, 21), date(2026, 12, 31), words="cuối tháng 12 năm 2026"),
            some_day(date(2027, 12, 21), date(2027, 12, 31)),
        ),
        (
            some_day(date(2024, 2, 1), date(2024, 2, 29)),
            some_day(date(2025, 2, 1), date(2025, 2, 28)),
        ),
        (some_day(date(2024, 2, 29), date(2024, 2, 29)), some_day(*[date(2025, 2, 27)] * 2)),
        (Moment(words="Quý III/2024"), UNKNOWN),
        (Moment(words="có thông báo sau"), Moment(words="có thông báo sau")),
    ],
)
def test_moments_are_open_until_the_new_plan_sets_them(moment, then):
    assert opened(moment, WEEKS) == then


def test_the_parts_of_a_festival_stay_on_its_days():
    first, last = date(2026, 12, 5), date(2026, 12, 6)
    moments = [set_on(first, last), some_day(first, last), some_day(first, first)]
    assert [opened(one, WEEKS) for one in moments] == [
        some_day(date(2027, 12, 4), date(2027, 12, 5)),
        some_day(date(2027, 12, 4), date(2027, 12, 5)),
        some_day(date(2027, 12, 4), date(2027, 12, 4)),
    ]


def test_an_open_moment_moves_by_days_where_the_campaign_does():
    moment = some_day(date(2026, 12, 21), date(2026, 12, 31))
    assert opened(moment, 100) == some_day(date(2027, 3, 31), date(2027, 4, 10))


def test_numbers_and_days_of_the_old_plan_do_not_come_along():
    then = for_another_year(DRAFT, WEEKS)
    assert (then.title, then.number, then.issued_on, then.superior) == (
        "Tổ chức Hội nghị tổng kết chuyên đề thi đua năm 2027",
        "",
        None,
        None,
    )


def test_what_is_counted_from_an_activity_goes_on_being_counted_from_it():
    relative = Due(DueKind.RELATIVE, offset=-7, words="trước 07 ngày")
    draft = CampaignDraft(
        "Hội nghị năm 2026",
        activities=(ActivityDraft("a", Kind.CONFERENCE, "Hội nghị", moment=UNKNOWN),),
        tasks=(
            TaskDraft("Một", relative, "a"),
            TaskDraft("Hai", until(date(2026, 5, 4), words="trước ngày 04/5/2026")),
            TaskDraft("Ba", during(date(2026, 5, 4), date(2026, 6, 1))),
            TaskDraft("Hội nghị năm 2026: tại đâu?", asks=Asks.WHERE),
        ),
    )
    then = for_another_year(draft, WEEKS)
    assert [task.due for task in then.tasks[:3]] == [
        relative,
        until(date(2027, 5, 3)),
        during(date(2027, 5, 3), date(2027, 5, 31)),
    ]
    assert then.tasks[3].text == "Hội nghị năm 2027: tại đâu?"


@given(st.dates(date(2008, 1, 1), date(2040, 12, 31)), st.integers(1, 12))
def test_weekdays_stay_and_nothing_but_days_changes(day, years):
    draft = replace(DRAFT, activities=(replace(DRAFT.activities[0], moment=set_on(day)),))
    days = days_to_next_year(day, day + timedelta(365 * years))
    then = for_another_year(draft, days)
    first = then.activities[0].moment.first
    assert first is not None
    assert first.weekday() == day.weekday()
    assert [task.text for task in then.tasks] == [task.text for task in draft.tasks]
    assert first_day_of(draft) == min(day, date(2026, 11, 1))
