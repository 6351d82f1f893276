"""Days that are worked: weekends, Tết, holidays by law, days worked in exchange."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.tasks.calendar import (
    TooManyDays,
    days_from,
    holiday_name,
    is_working_day,
    working_days_from,
)

DAYS = st.dates(min_value=date(2008, 1, 1), max_value=date(2040, 12, 31))


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        pytest.param(date(2026, 11, 20), True, id="a Friday"),
        pytest.param(date(2026, 11, 21), False, id="a Saturday"),
        pytest.param(date(2026, 2, 17), False, id="the first day of Tết 2026"),
        pytest.param(date(2026, 2, 23), True, id="the Monday after Tết 2026"),
        pytest.param(date(2026, 9, 2), False, id="the National Day"),
        pytest.param(date(2026, 4, 27), False, id="in lieu of a Sunday"),
        pytest.param(date(2026, 8, 22), True, id="a Saturday worked in exchange"),
        pytest.param(date(2026, 8, 31), False, id="the Monday that is free for it"),
        pytest.param(date(2026, 11, 24), False, id="the Day of Culture, free since 2026"),
        pytest.param(date(2025, 11, 24), True, id="and not before"),
    ],
)
def test_which_days_are_worked(day, worked):
    assert is_working_day(day) is worked


def test_a_holiday_has_its_vietnamese_name():
    assert (holiday_name(date(2026, 2, 17)), holiday_name(date(2026, 11, 20))) == (
        "Tết Nguyên Đán",
        "",
    )


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        pytest.param(date(2026, 11, 20), 1, date(2026, 11, 23), id="over a weekend"),
        pytest.param(date(2026, 11, 23), -1, date(2026, 11, 20), id="and back"),
        pytest.param(date(2026, 2, 13), 1, date(2026, 2, 23), id="over Tết"),
        pytest.param(date(2026, 2, 24), -3, date(2026, 2, 12), id="before Tết"),
        pytest.param(date(2026, 11, 21), 0, date(2026, 11, 21), id="no day: the day itself"),
        pytest.param(date(2026, 11, 23), 2, date(2026, 11, 26), id="not the Day of Culture"),
    ],
)
def test_so_many_working_days(day, count, found):
    assert working_days_from(day, count) == found


@given(DAYS, st.integers(-60, 60))
def test_working_days_end_on_a_worked_day_and_are_never_fewer_calendar_days(day, count):
    found = working_days_from(day, count)
    assert abs((found - day).days) >= abs(count)
    assert count == 0 or is_working_day(found)


@given(DAYS, st.integers(1, 60))
def test_exactly_so_many_days_are_worked_on_the_way(day, count):
    found = working_days_from(day, count)
    way = [day + timedelta(days=n) for n in range(1, (found - day).days + 1)]
    assert sum(map(is_working_day, way)) == count


@pytest.mark.parametrize("count", [1001, -1001, 10**9])
@pytest.mark.parametrize("counted", [days_from, working_days_from])
def test_a_deadline_years_away_is_refused(counted, count):
    with pytest.raises(TooManyDays):
        counted(date(2026, 1, 1), count)
