"""Moments of a plan in the time of Vietnam, to the minute, as they are written."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

VIETNAM_TIME = timezone(timedelta(hours=7), "Asia/Ho_Chi_Minh")
"""Seven hours ahead of UTC without summer time, in the whole country since 13/6/1975."""

END_OF_DAY = 24 * 60
YEARS = range(1976, 2200)
"""What a rulebook may name; a moment kept elsewhere is shown whatever its year."""
_WRITTEN = re.compile(r"(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})", re.ASCII)


@dataclass(eq=False)
class NotAMoment(ValueError):
    """The text is no minute of a day of 1976 to 2199 in the form 2025-10-26T16:30 or …T24:00.

    Also a minute that no day has, or an instant without its time zone.
    """

    text: str


@dataclass(frozen=True, slots=True)
class LocalMoment:
    """A minute of a day in Vietnam; minute 1440 is the end of the day, "24h00" in plans.

    24h00 of one day and 00h00 of the next are the same instant but different records: the
    printed rules must read as the plan does. Compare `instant()` where order matters.
    """

    day: date
    minute: int

    def __post_init__(self) -> None:
        if not 0 <= self.minute <= END_OF_DAY:
            raise NotAMoment(f"{self.day} {self.minute}")

    @classmethod
    def parse(cls, text: str) -> "LocalMoment":
        """Reads "2025-10-26T16:30" and "2025-10-26T24:00"; refuses every other form."""
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise NotAMoment(text)
        year, month, day, hour, minute = map(int, match.groups())
        if year not in YEARS or minute >= 60:
            raise NotAMoment(text)
        try:
            return cls(date(year, month, day), hour * 60 + minute)
        except ValueError:
            raise NotAMoment(text) from None

    @classmethod
    def of(cls, instant: datetime) -> "LocalMoment":
        """The minute in Vietnam that an instant with its time zone falls in."""
        if instant.tzinfo is None:
            raise NotAMoment(instant.isoformat())
        local = _in_vietnam(instant)
        return cls(local.date(), local.hour * 60 + local.minute)

    def instant(self) -> datetime:
        """The instant in UTC, as it is stored and compared."""
        midnight = datetime(self.day.year, self.day.month, self.day.day, tzinfo=VIETNAM_TIME)
        return (midnight + timedelta(minutes=self.minute)).astimezone(UTC)

    def __str__(self) -> str:
        """The form that `parse` reads."""
        hour, minute = divmod(self.minute, 60)
        return f"{self.day.isoformat()}T{hour:02d}:{minute:02d}"


def local_day(instant: datetime) -> date:
    """The day in Vietnam of an instant: what "a day" means in limits and plans."""
    return _in_vietnam(instant).date()


def days_after(instant: datetime, days: int) -> datetime:
    """So many days later, and the last day that can be written where the calendar ends before."""
    last = datetime.max.replace(tzinfo=instant.tzinfo) - timedelta(days=1)
    return last if last - instant < timedelta(days=days) else instant + timedelta(days=days)


def _in_vietnam(instant: datetime) -> datetime:
    """The instant on Vietnam's clock; at the ends of the calendar the clock stands still."""
    try:
        return instant.astimezone(VIETNAM_TIME)
    except OverflowError:
        return instant.replace(tzinfo=VIETNAM_TIME)
