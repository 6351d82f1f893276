"""Rows of campaigns as the rules know them, and back."""

from typing import Any

from hoithi.campaigns.models import Activity, Holding, HoldingStatus, Task
from hoithi.core.plans.records import Place
from hoithi.core.tasks.due import DayCount, Due, DueKind, Edge, Span, all_done, span_of
from hoithi.core.tasks.moments import Moment

_LONGEST_WORDS = 300


def moment_of(activity: Activity) -> Moment:
    """When the activity takes place."""
    return Moment(activity.first_day, activity.last_day, activity.is_open, activity.moment_words)


def with_moment(activity: Activity, moment: Moment) -> Activity:
    """The unsaved activity at that moment."""
    activity.first_day, activity.last_day = moment.first, moment.last
    activity.is_open, activity.moment_words = moment.is_open, moment.words[:_LONGEST_WORDS]
    return activity


def due_of(task: Task) -> Due:
    """Until when the plan wants the task done."""
    return Due(
        DueKind(task.due_kind),
        task.due_first,
        task.due_last,
        task.due_offset,
        DayCount(task.due_counted),
        Edge(task.due_edge),
        task.due_words,
    )


def with_due(task: Task, due: Due) -> Task:
    """The unsaved task with that due date, and the days it falls on as its activity stands."""
    task.due_kind, task.due_first, task.due_last = due.kind.value, due.first, due.last
    task.due_offset, task.due_counted = due.offset, due.counted.value
    task.due_edge, task.due_words = due.edge.value, due.words[:_LONGEST_WORDS]
    return falling(task, span_of(due, moment_of(task.activity) if task.activity else None))


def falling(task: Task, span: Span | None) -> Task:
    """The unsaved task falling due on these days."""
    task.falls_first = span.first if span else None
    task.falls_last = span.last if span else None
    return task


def span_now(task: Task) -> Span | None:
    """On which days the task falls due."""
    known = task.falls_first and task.falls_last
    return Span(task.falls_first, task.falls_last) if known else None  # type: ignore[arg-type]  # both are days then


def is_done(task: Task, holdings: list[Holding]) -> bool:
    """A question when it is answered; work when all who lead it are done."""
    if task.asks:
        return task.answered_at is not None
    return all_done(one.status == HoldingStatus.DONE for one in holdings if one.leads)


def place_json(place: Place | None) -> dict[str, Any] | None:
    """A place of the plan's text as it is stored with what was read there."""
    if place is None:
        return None
    told: dict[str, Any] = {"line": place.line, "characters": [place.start, place.end]}
    return told | ({"last_line": place.last_line} if place.last_line != place.line else {})
