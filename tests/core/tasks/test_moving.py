"""What moves with an activity, and in which order tasks press."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.plans.checking.orders import may_order
from hoithi.core.tasks.calendar import is_working_day, working_days_from
from hoithi.core.tasks.due import (
    DayCount,
    Due,
    DueKind,
    Edge,
    Span,
    Urgency,
    during,
    moved,
    pressing,
    span_of,
    until,
    urgency,
)
from hoithi.core.tasks.moments import Moment

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))
SPANS = st.tuples(DAYS, st.integers(0, 40)).map(lambda t: (t[0], t[0] + timedelta(days=t[1])))
MOMENTS = st.one_of(
    st.just(Moment()),
    st.builds(lambda days, is_open: Moment(*days, is_open=is_open), SPANS, st.booleans()),
)
RELATIVE = st.builds(
    Due,
    kind=st.just(DueKind.RELATIVE),
    offset=st.integers(-60, 60),
    counted=st.sampled_from(DayCount),
    edge=st.sampled_from(Edge),
)
ABSOLUTE = st.one_of(st.just(Due()), DAYS.map(until), SPANS.map(lambda days: during(*days)))


@given(st.lists(st.one_of(RELATIVE, ABSOLUTE), max_size=8), MOMENTS, MOMENTS)
def test_moving_an_activity_moves_exactly_the_relative_tasks_whose_days_change(dues, before, after):
    numbered = dict(enumerate(dues))
    changed = {one.task: (one.before, one.after) for one in moved(numbered, before, after)}
    spans = {key: (span_of(due, before), span_of(due, after)) for key, due in numbered.items()}
    assert changed == {key: pair for key, pair in spans.items() if pair[0] != pair[1]}
    assert all(dues[key].kind is DueKind.RELATIVE for key in changed)


@given(st.lists(RELATIVE, min_size=1, max_size=5), DAYS, st.integers(1, 400))
def test_counted_in_days_everything_moves_as_far_as_the_activity(dues, day, distance):
    plain = {key: due for key, due in enumerate(dues) if due.counted is DayCount.DAYS}
    later = day + timedelta(days=distance)
    changed = moved(plain, Moment(day, day, is_open=False), Moment(later, later, is_open=False))
    assert len(changed) == len(plain)
    assert {one.after.last - one.before.last for one in changed} <= {timedelta(days=distance)}


@given(RELATIVE, SPANS)
def test_an_open_moment_gives_a_range_that_runs_forward(due, days):
    span = span_of(due, Moment(*days, is_open=True))
    assert span.first <= span.last


@given(DAYS, st.integers(1, 60))
def test_so_many_working_days_away_offices_work(day, count):
    for signed in (count, -count):
        end = working_days_from(day, signed)
        between = (day + timedelta(days=n * (1 if signed > 0 else -1)) for n in range(1, 200))
        crossed = [one for one in between if min(day, end) <= one <= max(day, end)]
        assert sum(map(is_working_day, crossed)) == count
        assert is_working_day(end)


@given(DAYS, st.integers(1, 60), st.integers(1, 30))
def test_a_later_day_is_never_counted_to_an_earlier_one(day, count, distance):
    later = day + timedelta(days=distance)
    for signed in (count, -count):
        assert working_days_from(day, signed) <= working_days_from(later, signed)


ORDER = [Urgency.OVERDUE, Urgency.SOON, Urgency.LATER, Urgency.UNDATED, Urgency.DONE]


@given(st.lists(st.tuples(st.none() | SPANS, st.booleans()), max_size=12), DAYS)
def test_what_presses_most_is_first_and_deadlines_rise(rows, today):
    told = []
    for ordinal, (days, done) in enumerate(rows):
        span = Span(*days) if days else None
        told.append((span, urgency(span, done=done, today=today), ordinal))
    found = sorted(told, key=lambda one: pressing(*one))
    places = [ORDER.index(how) for _span, how, _ordinal in found]
    assert places == sorted(places)
    for how in ORDER:
        ends = [span.last for span, is_so, _ in found if is_so is how and span]
        assert ends == sorted(ends)


@pytest.mark.parametrize(
    ("issuer", "agency", "ordered"),
    [
        ("UBND xã An Phú", "Phòng Văn hóa - Xã hội", True),
        ("Ủy ban nhân dân xã An Phú", "Các thôn", True),
        ("Ủy ban nhân dân xã An Phú", "Ủy ban Mặt trận Tổ quốc Việt Nam xã", False),
        ("Ủy ban nhân dân xã An Phú", "Đoàn TNCS Hồ Chí Minh xã", False),
        ("Ủy ban nhân dân xã An Phú", "Sở Khoa học và Công nghệ", False),
        ("Ủy ban nhân dân tỉnh Thái Nguyên", "Sở Khoa học và Công nghệ", True),
        ("Ủy ban nhân dân tỉnh Thái Nguyên", "Ủy ban nhân dân các xã, phường", True),
        ("Ban Tổ chức Hội thi", "Phòng Văn hóa - Xã hội", False),
        ("", "Phòng Văn hóa - Xã hội", False),
    ],
)
def test_who_is_told_and_who_is_asked(issuer, agency, ordered):
    assert may_order(issuer, agency) is ordered
