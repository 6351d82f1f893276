"""When an activity takes place: on a day, over days, or some day that is not set yet."""

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hoithi.core.vietnamese.text import fold

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


_SAID = re.compile(
    r"(?:(?P<part>dau|giua|cuoi|trong)\s+)?thang\s+(?P<month>\d{1,2})\s*(?:/|-|nam)\s*(?P<year>20\d\d)$"
)
_SAID_QUARTER = re.compile(
    r"(?:trong\s+)?quy\s+(?P<quarter>iv|i{1,3}|[1-4])\s*(?:/|-|nam)\s*(?P<year>20\d\d)$"
)
_PART_NAMES = {"dau": "-start", "giua": "-middle", "cuoi": "-end"}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def said_in_words(words: str) -> Moment | None:
    """A vague time as officials say it: "cuối tháng 12/2026", "quý I năm 2027".

    None for every other text, and where the year is missing: none is assumed.
    """
    bare = fold(words)
    if month := _SAID.fullmatch(bare):
        part = _PART_NAMES.get(month["part"] or "", "")
        found = vague_moment(f"{month['year']}-{int(month['month']):02d}{part}", words=words)
    elif quarter := _SAID_QUARTER.fullmatch(bare):
        number = _QUARTERS.get(quarter["quarter"]) or int(quarter["quarter"])
        found = vague_moment(f"{quarter['year']}-Q{number}", words=words)
    else:
        return None
    return None if found.is_unknown else found


def hull(moments: Iterable[Moment], *, words: str = "") -> Moment:
    """The open moment that holds all of these; unknown where none has a day."""
    dated = [one for one in moments if one.first and one.last]
    if not dated:
        return Moment(words=words)
    first = min(one.first for one in dated if one.first)
    last = max(one.last for one in dated if one.last)
    return some_day(first, last, words=words)


def _last_day(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _day(end: date, day: int) -> date:
    return end.replace(day=min(day, end.day))
