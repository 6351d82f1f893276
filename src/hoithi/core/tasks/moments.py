"""When an activity takes place: on a day, over days, or some day that is not set yet."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

_QUARTER = re.compile(r"(\d{4})-Q([1-4])$")
_MONTH = re.compile(r"(\d{4})-(\d{2})(?:-(start|middle|end))?$")
_PARTS = {"start": (1, 10), "middle": (11, 20), "end": (21, 31)}
"""Đầu tháng, giữa tháng, cuối tháng: the three tens of days that officials mean by it."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The first and the last day; of an open one, the days between which it will fall.

    An open moment without days may fall at any time. `words` are the plan's own.
    """

    first: date | None = None
    last: date | None = None
    is_open: bool = True
    words: str = ""

    @property
    def is_unknown(self) -> bool:
        """Nobody can say anything about the day."""
        return self.first is None


UNKNOWN = Moment()


def set_on(first: date, last: date | None = None, *, words: str = "") -> Moment:
    """A moment that is set: one day, or from the one day to the other."""
    return Moment(first, last or first, is_open=False, words=words)


def some_day(first: date, last: date, *, words: str = "") -> Moment:
    """One day, not set yet, between these two."""
    return Moment(first, last, words=words)


def vague_moment(value: str, *, words: str) -> Moment:
    """A vague time as plans are read ("2024-Q3", "2019-12-end", "2019-12") as an open moment.

    What is none of these has no days, only its words.
    """
    if quarter := _QUARTER.match(value):
        year, last_month = int(quarter[1]), int(quarter[2]) * 3
        return some_day(date(year, last_month - 2, 1), _last_day(year, last_month), words=words)
    if (month := _MONTH.match(value)) and 1 <= int(month[2]) <= 12:
        year, number = int(month[1]), int(month[2])
        first, last = _PARTS.get(month[3] or "", (1, 31))
        end = _last_day(year, number)
        return some_day(date(year, number, first), min(end, _day(end, last)), words=words)
    return Moment(words=words)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _day(end: date, day: int) -> date:
    return end.replace(day=min(day, end.day))
