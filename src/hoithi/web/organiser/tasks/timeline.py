"""The tasks drawn along the time: a table of which each line has its bar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from hoithi.campaigns.models import Activity
from hoithi.campaigns.queries import Work, activities_with_days
from hoithi.core.tasks.due import Span
from hoithi.web.organiser.tasks.desk import desk
from hoithi.web.request import SignedInRequest

WIDTH = 1_000
"""Units of the drawing from the first to the last day."""
_NARROWEST = 8
_MONTHS_NAMED = 14
_QUARTERS_NAMED = 48


@dataclass(frozen=True)
class Bar:
    """Where a line's bar stands in the drawing."""

    x: int
    width: int


@dataclass(frozen=True)
class Tick:
    """Where a month, quarter or year begins, and its name."""

    x: int
    first: date
    step: int
    """Months to the next one."""

    @property
    def percent(self) -> str:
        """The place as a share of the width, where letters must not be stretched."""
        return f"{self.x * 100 / WIDTH:.1f}%"


@dataclass(frozen=True)
class Axis:
    """From the first day of a month to the last day of another."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days are drawn."""
        return (self.last - self.first).days + 1

    def place(self, day: date) -> int:
        """Where a day begins."""
        return round((day - self.first).days * WIDTH / self.days)

    def bar(self, span: Span) -> Bar:
        """The bar of these days; one day is still wide enough to be seen."""
        end = round(((span.last - self.first).days + 1) * WIDTH / self.days)
        width = max(end - self.place(span.first), _NARROWEST)
        return Bar(min(self.place(span.first), WIDTH - width), width)

    @property
    def ticks(self) -> list[Tick]:
        """The months; quarters or years where the months would be too many."""
        months = _months(self.first, self.last)
        step = 1 if months <= _MONTHS_NAMED else 3 if months <= _QUARTERS_NAMED else 12
        begins = (
            _month_after(self.first, count)
            for count in range(months)
            if (self.first.month - 1 + count) % step == 0
        )
        return [Tick(self.place(day), day, step) for day in begins]


def axis_of(spans: Iterable[Span]) -> Axis | None:
    """The whole months in which all of these days lie; None for no days."""
    known = list(spans)
    if not known:
        return None
    first = min(span.first for span in known).replace(day=1)
    last = max(span.last for span in known)
    return Axis(first, date.fromordinal(_month_after(last, 1).toordinal() - 1))


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _month_after(day: date, count: int) -> date:
    year, month = divmod(day.month - 1 + count, 12)
    return date(day.year + year, month + 1, 1)


@require_safe
@login_required
def tasks_timeline(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Activities and tasks on one line of time; what nobody can date is listed below."""
    seen = desk(request, body, number, "tasks_timeline")
    activities = activities_with_days(seen.campaign)
    dated = sorted(
        (work for work in seen.found if work.span), key=lambda work: (work.span, work.task.ordinal)
    )
    held = [(one, span) for one in activities if (span := _days(one))]
    axis = axis_of([*(span for _, span in held), *(w.span for w in dated if w.span)])
    shown = seen.shown | {"undated": [work for work in seen.found if not work.span]}
    if axis:
        shown |= {
            "axis": axis,
            "now": axis.place(seen.today) if axis.first <= seen.today <= axis.last else None,
            "activities": [(one, axis.bar(span)) for one, span in held],
            "lines": _lines(dated, axis),
        }
    return render(request, "organiser/tasks/timeline.html", shown)


def _days(activity: Activity) -> Span | None:
    known = activity.first_day and activity.last_day
    return Span(activity.first_day, activity.last_day) if known else None  # type: ignore[arg-type]  # both are days then


def _lines(works: Iterable[Work], axis: Axis) -> list[tuple[Work, Bar]]:
    return [(work, axis.bar(work.span)) for work in works if work.span]
