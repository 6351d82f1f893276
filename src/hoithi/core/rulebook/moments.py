"""Moments and days as a rulebook writes them, as instants, and moved by whole days."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def instant(moment: str) -> datetime:
    """The instant in UTC of a local minute; "2025-10-26T24:00" is the first of the next day.

    Raises ValueError for a day that does not exist.
    """
    day, clock = moment.split("T")
    if clock == "24:00":
        local = datetime.combine(date.fromisoformat(day) + timedelta(days=1), time(0), ZONE)
    else:
        local = datetime.combine(date.fromisoformat(day), time.fromisoformat(clock), ZONE)
    return local.astimezone(UTC)


def moment_moved(moment: str, days: int) -> str:
    """The same time of another day; 24h00 stays 24h00."""
    day, clock = moment.split("T")
    return f"{day_moved(day, days)}T{clock}"


def day_moved(day: str, days: int) -> str:
    """The day so many days later (earlier, if negative)."""
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
