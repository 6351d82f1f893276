"""A month of the campaign: what falls due and what takes place on each day."""

from calendar import Calendar
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.campaigns.models import Activity
from hoithi.campaigns.queries import Work, activities_with_days
from hoithi.core.tasks.calendar import holiday_name, is_working_day
from hoithi.web.organiser.tasks.desk import Desk, desk
from hoithi.web.request import SignedInRequest

_YEARS = range(2000, 2101)
_MONDAY_FIRST = Calendar(0)


@dataclass(frozen=True)
class Day:
    """A day of the grid."""

    day: date
    in_month: bool
    is_today: bool
    works: bool
    """Offices work."""
    holiday: str
    activities: list[Activity] = field(default_factory=list)
    due: list[Work] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """There is nothing to say about it."""
        return not (self.activities or self.due or self.holiday)


@require_safe
@login_required
def tasks_calendar(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The month that the address asks for, else the one of today (`?xem=2026-11`)."""
    seen = desk(request, body, number, "tasks_calendar")
    first = month_asked(request.GET.get("xem", ""), seen.today)
    shown = seen.shown | {
        "month": first,
        "before": _month_of(first - timedelta(days=1)),
        "after": _month_of(first + timedelta(days=31)),
        "weeks": _weeks(seen, first),
        "dayless": sum(work.span is None for work in seen.found),
        "ranges": [work for work in seen.found if _is_range_in(work, first)],
    }
    return render(request, "organiser/tasks/calendar.html", shown)


def month_asked(text: str, today: date) -> date:
    """The first day of the month that is written ("2026-11"), else of today's."""
    year, _sep, month = text.partition("-")
    known = year.isascii() and year.isdecimal() and month.isascii() and month.isdecimal()
    if not known or len(text) > len("2026-11"):
        return today.replace(day=1)
    if int(year) not in _YEARS or not 1 <= int(month) <= 12:
        return today.replace(day=1)
    return date(int(year), int(month), 1)


def _month_of(day: date) -> str:
    return f"{day:%Y-%m}" if day.year in _YEARS else ""


def _weeks(seen: Desk, first: date) -> list[list[Day]]:
    due: dict[date, list[Work]] = {}
    for work in seen.found:
        if work.span:
            due.setdefault(work.span.last, []).append(work)
    activities = activities_with_days(seen.campaign)
    return [
        [_day(seen, first, day, due.get(day, []), activities) for day in week]
        for week in _MONDAY_FIRST.monthdatescalendar(first.year, first.month)
    ]


def _day(seen: Desk, first: date, day: date, due: list[Work], activities: list[Activity]) -> Day:
    inside = day.month == first.month
    held = [one for one in activities if inside and _is_on(one, day)]
    return Day(
        day,
        inside,
        day == seen.today,
        is_working_day(day),
        holiday_name(day) if inside else "",
        held,
        due if inside else [],
    )


def _is_on(activity: Activity, day: date) -> bool:
    """On a set activity's every day; on the first of those between which an open one falls."""
    if activity.first_day is None or activity.last_day is None:
        return False
    last = activity.first_day if activity.is_open else activity.last_day
    return activity.first_day <= day <= last


def _is_range_in(work: Work, first: date) -> bool:
    """A task that runs over days of this month and ends in a later one, or has no set day."""
    if work.span is None or work.span.first == work.span.last:
        return False
    month = (first.year, first.month)
    begins = (work.span.first.year, work.span.first.month)
    return begins <= month <= (work.span.last.year, work.span.last.month)
