"""Moments and days as a rulebook writes them, as instants, and moved by whole days."""

from datetime import date, datetime, timedelta

from hoithi.core.vietnamese.moments import YEARS, LocalMoment
from hoithi.kit.refusals import Refusal


class MovedTooFar(Refusal):
    """By so many days a date would leave the years that a rulebook may name."""


def instant(moment: str) -> datetime:
    """The instant in UTC of a local minute. Raises ValueError for a moment that is none."""
    return LocalMoment.parse(moment).instant()


def moment_moved(moment: str, days: int) -> str:
    """The same time of another day; 24h00 stays 24h00."""
    day, clock = moment.split("T")
    return f"{day_moved(day, days)}T{clock}"


def day_moved(day: str, days: int) -> str:
    """The day so many days later (earlier, if negative). Refuses a year that is of no use."""
    try:
        moved = date.fromisoformat(day) + timedelta(days=days)
    except OverflowError:
        raise MovedTooFar from None
    if moved.year not in YEARS:
        raise MovedTooFar
    return moved.isoformat()
