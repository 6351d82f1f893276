"""What would move with an activity, what has moved, and which activities a question is about."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from hoithi.campaigns.facts import Standing, due_of, moment_of, standing_from
from hoithi.campaigns.models import Activity, ActivityMove, Campaign, Task
from hoithi.core.founding.records import Asks
from hoithi.core.tasks.due import DueKind, Span, moved
from hoithi.core.tasks.moments import Moment

SETTLES = (Asks.WHEN.value, Asks.WHERE.value)
"""Questions that the moment and the place of an activity answer."""


@dataclass(frozen=True)
class TaskMove:
    """A task with the days it was and will be due; who leads it, by name."""

    task: Task
    before: Span | None
    after: Span | None
    holders: tuple[str, ...] = ()


def would_move(activity: Activity, moment: Moment) -> list[TaskMove]:
    """Which tasks would move if the activity took place then; two queries, nothing is changed."""
    rows = activity.tasks.filter(due_kind=DueKind.RELATIVE.value).select_related("activity")
    tasks = {task.pk: task for task in rows.prefetch_related("holdings__agency")}
    dues = {key: due_of(task) for key, task in tasks.items()}
    return [
        TaskMove(tasks[one.task], one.before, one.after, _leaders(tasks[one.task]))
        for one in moved(dues, moment_of(activity), moment)
    ]


def _leaders(task: Task) -> tuple[str, ...]:
    held = sorted(task.holdings.all(), key=lambda one: (not one.leads, one.pk))
    return tuple(dict.fromkeys(one.agency.name for one in held))


def move_of(campaign: Campaign, number: int) -> ActivityMove:
    """A move of an activity of the campaign."""
    moves = ActivityMove.objects.select_related("activity__campaign__body", "made_by")
    return moves.get(pk=number, activity__campaign=campaign)


def planned_otherwise(activity: Activity) -> Standing | None:
    """How the plan had a superior's activity, where that cannot be the days it has now."""
    first = activity.moves.order_by("pk").first() if activity.is_superiors else None
    planned = standing_from(first.before) if first else None
    if planned is None or activity.first_day is None or activity.last_day is None:
        return None
    told = planned.moment
    if told.first is None or told.last is None:
        return None
    same = (told.first, told.last) == (activity.first_day, activity.last_day)
    within = told.first <= activity.first_day <= activity.last_day <= told.last
    return None if same or (told.is_open and within) else planned


def tasks_of_move(move: ActivityMove) -> list[TaskMove]:
    """The tasks that moved with it, in the order of the plan; three queries."""
    rows = move.tasks.select_related("task__activity").prefetch_related("task__holdings__agency")
    return [
        TaskMove(
            row.task,
            _span(row.before_first, row.before_last),
            _span(row.after_first, row.after_last),
            _leaders(row.task),
        )
        for row in rows.order_by("task__ordinal", "task")
    ]


def _span(first: object, last: object) -> Span | None:
    return Span(first, last) if first and last else None  # type: ignore[arg-type]  # both are days then


def activities_asked(question: Task) -> list[Activity]:
    """The activities whose moment or place answers the question; none for every other question.

    A question about several lists their titles, one a line after a dash.
    """
    if question.asks not in SETTLES:
        return []
    if question.activity is not None:
        return [question.activity]
    return _listed(question.text, question.campaign.activities.all())


def _listed(text: str, activities: Iterable[Activity]) -> list[Activity]:
    titles = {line.removeprefix("- ").strip() for line in text.split("\n") if line[:2] == "- "}
    return [one for one in activities if one.title.strip() in titles]


def hanging_on(activity: Activity, *, apart: Collection[str] = ()) -> list[str]:
    """The names of the tables with rows that refer to the activity.

    Its own sets of units, options and moves are no reason to keep it, nor is a question that
    only asks when or where it takes place. `apart` names tables that are asked for elsewhere.
    """
    own = {"campaigns.activityunits", "campaigns.activityoption", "campaigns.activitymove", *apart}
    found = []
    for relation in activity._meta.related_objects:
        label = relation.related_model._meta.label_lower
        if label in own:
            continue
        model = relation.related_model
        rows = model.objects.filter(**{relation.field.name: activity})  # type: ignore[attr-defined]  # every table of ours has the ordinary manager
        if label == "campaigns.task":
            rows = rows.exclude(asks__in=SETTLES)
        if rows.exists():
            found.append(label)
    return found
