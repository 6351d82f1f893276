"""When and by which way people are told of a campaign, and how often."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import ceil

_WEEK = 7


class Phase(StrEnum):
    """Before the campaign's activities, while they last, and after them."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"


class Channel(StrEnum):
    """By which way people are told."""

    RADIO = "radio"
    """Truyền thanh cơ sở."""
    PORTAL = "portal"
    """Cổng, trang thông tin điện tử."""
    ZALO = "zalo"
    """Zalo, Facebook and other social networks."""
    PRESS = "press"
    BANNER = "banner"
    """Băng rôn, pa nô, áp phích."""
    HAMLET_MEETING = "hamlet_meeting"
    """A meeting of a thôn or tổ dân phố."""
    PARTY_CELL = "party_cell"
    """Sinh hoạt chi bộ, đoàn thể."""
    OTHER = "other"


class Cadence(StrEnum):
    """How often a duty is to be done."""

    ONCE = "once"
    WEEKLY = "weekly"
    TWICE_WEEKLY = "twice_weekly"
    DAILY = "daily"


_A_WEEK = {Cadence.WEEKLY: 1, Cadence.TWICE_WEEKLY: 2, Cadence.DAILY: _WEEK}


@dataclass(frozen=True, slots=True)
class Days:
    """From a day to a day, both included; None where it is open on that side."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Windows:
    """From when until when the campaign's own activities last; None while nobody can say."""

    opens: date | None = None
    closes: date | None = None

    def days(self, phase: Phase) -> Days:
        """The days of a phase: before the opening, up to the closing, and from then on."""
        one = timedelta(days=1)
        if phase is Phase.BEFORE:
            return Days(None, self.opens - one if self.opens else None)
        if phase is Phase.DURING:
            return Days(self.opens, self.closes)
        return Days(self.closes + one if self.closes else None, None)

    def phase_on(self, day: date) -> Phase:
        """In which phase a day lies; before it all while no day is set."""
        if self.opens is None or day < self.opens:
            return Phase.BEFORE
        return Phase.AFTER if self.closes and day > self.closes else Phase.DURING


def windows_of(spans: Iterable[tuple[date, date]]) -> Windows:
    """The time from the first day of these activities to the last day of them."""
    known = list(spans)
    if not known:
        return Windows()
    return Windows(min(first for first, _ in known), max(last for _, last in known))


def expected(cadence: Cadence, days: Days, *, today: date) -> int:
    """How often a duty was to be done up to a day, that day's own not yet counted as missed.

    One that is done once is expected from its first day on; without a first day, at once. What
    comes every week or day is counted from its first day; while that is open, it is expected once.
    """
    if days.first and today < days.first:
        return 0
    if cadence is Cadence.ONCE or days.first is None:
        return 1
    until = min(today, days.last) if days.last else today
    passed = (until - days.first).days + 1
    return max(1, ceil(passed * _A_WEEK[cadence] / _WEEK))
