"""Which days are worked in Vietnam: weekends, holidays by law, Tết, days worked in exchange."""

from datetime import date, timedelta
from functools import cache

import holidays

from hoithi.kit.refusals import Refusal

MOST_DAYS = 1_000
"""No deadline of a plan is further from its activity than this."""
_A_DAY = timedelta(days=1)


class TooManyDays(Refusal):
    """A deadline lies more than `MOST_DAYS` days from its activity."""


@cache
def _calendar() -> holidays.HolidayBase:
    # Years are filled in as they are asked for; the lunar days come with the library.
    return holidays.country_holidays("VN", language="vi")


def is_working_day(day: date) -> bool:
    """Whether offices work: no weekend or holiday, or a Saturday worked in exchange."""
    return bool(_calendar().is_working_day(day))


def holiday_name(day: date) -> str:
    """What is celebrated that day, in Vietnamese; empty on every other day."""
    return str(_calendar().get(day, ""))


def days_from(day: date, count: int) -> date:
    """So many calendar days after, or before where the count is negative."""
    _bounded(count)
    return day + timedelta(days=count)


def working_days_from(day: date, count: int) -> date:
    """The so-manyth working day after a day, or before it; the day itself is never counted."""
    _bounded(count)
    step = _A_DAY if count > 0 else -_A_DAY
    for _ in range(abs(count)):
        day += step
        while not is_working_day(day):
            day += step
    return day


def _bounded(count: int) -> None:
    if abs(count) > MOST_DAYS:
        raise TooManyDays(days=count)
