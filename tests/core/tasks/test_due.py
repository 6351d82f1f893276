"""Until when tasks are due, also while the day of the activity is open, and what moves with it."""

from datetime import date

import pytest

from hoithi.core.tasks.due import (
    NO_DUE,
    DayCount,
    Due,
    DueKind,
    Edge,
    Moved,
    Span,
    Urgency,
    all_done,
    during,
    moved,
    span_of,
    until,
    urgency,
)
from hoithi.core.tasks.moments import UNKNOWN, Moment, set_on, some_day, vague_moment

CONFERENCE = set_on(date(2019, 12, 27))
LATE_DECEMBER = some_day(date(2019, 12, 21), date(2019, 12, 31), words="cuối tháng 12 năm 2019")
FESTIVAL = set_on(date(2008, 12, 12), date(2008, 12, 13))
SPEECH = Due(DueKind.RELATIVE, offset=-7)
NOTICE = Due(DueKind.RELATIVE, offset=2, edge=Edge.END)


def one(day: date) -> Span:
    return Span(day, day)


@pytest.mark.parametrize(
    ("due", "anchor", "span"),
    [
        pytest.param(NO_DUE, CONFERENCE, None, id="no time named"),
        pytest.param(until(date(2019, 12, 15)), None, one(date(2019, 12, 15)), id="a day"),
        pytest.param(
            during(date(2008, 11, 10), date(2008, 11, 30)),
            None,
            Span(date(2008, 11, 10), date(2008, 11, 30)),
            id="a range",
        ),
        pytest.param(SPEECH, CONFERENCE, one(date(2019, 12, 20)), id="S4: 07 days before"),
        pytest.param(NOTICE, CONFERENCE, one(date(2019, 12, 29)), id="S4: 02 days after"),
        pytest.param(
            SPEECH,
            LATE_DECEMBER,
            Span(date(2019, 12, 14), date(2019, 12, 24)),
            id="while the day is open: a range",
        ),
        pytest.param(SPEECH, UNKNOWN, None, id="nobody knows the day"),
        pytest.param(SPEECH, None, None, id="no activity to count from"),
        pytest.param(SPEECH, FESTIVAL, one(date(2008, 12, 5)), id="before several days"),
        pytest.param(NOTICE, FESTIVAL, one(date(2008, 12, 15)), id="after several days"),
        pytest.param(
            Due(DueKind.RELATIVE, offset=-5, counted=DayCount.WORKING_DAYS),
            set_on(date(2026, 2, 24)),
            one(date(2026, 2, 10)),
            id="working days, over Tết",
        ),
    ],
)
def test_when_a_task_falls_due(due, anchor, span):
    assert span_of(due, anchor) == span


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2019-12-end", date(2019, 12, 21), date(2019, 12, 31)),
        ("2023-02-end", date(2023, 2, 21), date(2023, 2, 28)),
        ("2019-12-start", date(2019, 12, 1), date(2019, 12, 10)),
        ("2019-04-middle", date(2019, 4, 11), date(2019, 4, 20)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_a_vague_time_is_some_day_between_two(value, first, last):
    assert vague_moment(value, words="như kế hoạch") == Moment(first, last, True, "như kế hoạch")


@pytest.mark.parametrize("value", ["", "2024-13", "2024-Q5", "hằng tuần", "2024"])
def test_what_is_no_time_has_words_only(value):
    assert vague_moment(value, words="sau này") == Moment(words="sau này")


def test_moving_the_activity_moves_what_is_counted_from_it_and_nothing_else():
    dues = {1: SPEECH, 2: until(date(2019, 12, 15)), 3: NOTICE, 4: NO_DUE}
    assert moved(dues, LATE_DECEMBER, CONFERENCE) == [
        Moved(1, Span(date(2019, 12, 14), date(2019, 12, 24)), one(date(2019, 12, 20))),
        Moved(3, Span(date(2019, 12, 23), date(2020, 1, 2)), one(date(2019, 12, 29))),
    ]


def test_an_activity_that_stays_moves_nothing():
    assert moved({1: SPEECH}, CONFERENCE, CONFERENCE) == []


@pytest.mark.parametrize(
    ("span", "done", "told"),
    [
        pytest.param(one(date(2026, 11, 1)), False, Urgency.OVERDUE, id="yesterday"),
        pytest.param(one(date(2026, 11, 1)), True, Urgency.DONE, id="done in the end"),
        pytest.param(one(date(2026, 11, 2)), False, Urgency.SOON, id="today is not late"),
        pytest.param(one(date(2026, 11, 9)), False, Urgency.SOON, id="in a week"),
        pytest.param(one(date(2026, 11, 10)), False, Urgency.LATER, id="in eight days"),
        pytest.param(
            Span(date(2026, 11, 1), date(2026, 11, 30)), False, Urgency.SOON, id="has begun"
        ),
        pytest.param(None, False, Urgency.UNDATED, id="no day"),
    ],
)
def test_how_a_task_stands_to_today(span, done, told):
    assert urgency(span, done=done, today=date(2026, 11, 2)) is told


@pytest.mark.parametrize(("done", "told"), [([], False), ([True], True), ([True, False], False)])
def test_a_task_is_done_when_all_who_lead_it_are(done, told):
    assert all_done(done) is told
