"""The activities of a campaign in the order of their days, with what is open about each."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count

from hoithi.campaigns.models import Activity, Campaign


@dataclass(frozen=True)
class Month:
    """The activities that begin in a month; those without a day have no month."""

    first: date | None
    activities: tuple[Activity, ...]


def by_month(campaign: Campaign) -> list[Month]:
    """All activities, the earliest first and those without a day last; two queries.

    Each has `option_count`, the number of times still to choose from.
    """
    rows = campaign.activities.select_related("agency").prefetch_related("unit_sets")
    counted = rows.annotate(option_count=Count("options", distinct=True))
    months: dict[date, list[Activity]] = {}
    for one in sorted(counted, key=_order):
        months.setdefault(_month(one), []).append(one)
    return [Month(None if key == date.max else key, tuple(ones)) for key, ones in months.items()]


def _order(one: Activity) -> tuple[date, date, bool, str, int]:
    first, last = one.first_day or date.max, one.last_day or date.max
    hour = f"{one.starts_at:%H:%M}" if one.starts_at else ""
    return (first, last, one.is_open, hour, one.ordinal)


def _month(one: Activity) -> date:
    return one.first_day.replace(day=1) if one.first_day else date.max
