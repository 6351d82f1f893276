"""Dates and years as people type them: "5/3/90", "05-03-1990", "1990"."""

import re
from dataclasses import dataclass
from datetime import date

_SIGN = r"[\s./,\\-]+"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{4}}|\d{{2}})", re.ASCII)
_YEAR_FIRST = re.compile(rf"(\d{{4}}){_SIGN}(\d{{1,2}}){_SIGN}(\d{{1,2}})([T ][\d:.]*)?", re.ASCII)
_RUN_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})", re.ASCII)
_MONTH_YEAR = re.compile(rf"(\d{{1,2}}){_SIGN}(\d{{4}})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_WORDS = re.compile(r"\b(sinh|ngày|tháng|năm|mùng|mồng)\b|['’]")
_CENTURY = 100


@dataclass(eq=False)
class NotADate(ValueError):
    """The text is no date; `swapped` is the date it would be with day and month exchanged."""

    text: str
    swapped: date | None = None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or day and month, may be unknown: old papers state the year only."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> date | None:
        """The date when all of it is known."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def agrees(self, other: "PartialDate") -> bool:
        """Whether the two may be the same day, as far as both are known."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(one is None or two is None or one == two for one, two in pairs)

    def swapped(self) -> "PartialDate | None":
        """Day and month exchanged, when that is another possible date."""
        if self.month is None or self.day is None or self.day == self.month:
            return None
        exchanged = _whole(self.year, self.day, self.month)
        if exchanged is None:
            return None
        return PartialDate(exchanged.year, exchanged.month, exchanged.day)


def read_partial_date(text: str, *, latest: date) -> PartialDate:
    """A date, month or year as typed, day before month as in Vietnam.

    A year of two digits is the last such year not after `latest` (give the day by which a
    contestant must be born). Refuses impossible dates; says when exchanging day and month helps.
    """
    bare = _WORDS.sub(" ", text.casefold()).strip()
    if _YEAR.fullmatch(bare):
        return _in_range(PartialDate(int(bare)), text)
    if match := _MONTH_YEAR.fullmatch(bare):
        month, year = map(int, match.groups())
        return _in_range(PartialDate(year, month), text)
    day, month, year = _numbers(bare, text, latest)
    if _whole(year, month, day) is None:
        raise NotADate(text, swapped=_whole(year, day, month))
    return _in_range(PartialDate(year, month, day), text)


def read_date(text: str, *, latest: date) -> date:
    """A whole date as typed; refuses what lacks the day or the month."""
    whole = read_partial_date(text, latest=latest).whole
    if whole is None:
        raise NotADate(text)
    return whole


def _numbers(bare: str, text: str, latest: date) -> tuple[int, int, int]:
    """Day, month and year in the order that the form of the text tells."""
    if match := _YEAR_FIRST.fullmatch(bare):
        return int(match[3]), int(match[2]), int(match[1])
    if match := _DAY_FIRST.fullmatch(bare) or _RUN_TOGETHER.fullmatch(bare):
        day, month = int(match[1]), int(match[2])
        return day, month, _full_year(match[3], (month, day), latest)
    raise NotADate(text)


def _full_year(digits: str, month_and_day: tuple[int, int], latest: date) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    year += latest.year // _CENTURY * _CENTURY
    not_yet = (year, *month_and_day) > (latest.year, latest.month, latest.day)
    return year - _CENTURY if not_yet else year


def _whole(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _in_range(partial: PartialDate, text: str) -> PartialDate:
    """Years before 1800 or after 2199 are slips of the keyboard."""
    if not 1800 <= partial.year <= 2199 or partial.month not in {None, *range(1, 13)}:
        raise NotADate(text)
    return partial
