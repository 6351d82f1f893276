"""What is late: the tasks of each agency that leads them, with the units that have not finished."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hoithi.campaigns.facts import span_now
from hoithi.campaigns.models import Agency, Campaign, Holding, HoldingStatus, Task
from hoithi.core.tasks.due import Span
from hoithi.people.models import UnitVersion
from hoithi.people.queries.units import in_force


@dataclass(frozen=True)
class Late:
    """A task that an agency, or some units of its set, lead and have not finished in time."""

    task: Task
    agency: Agency
    span: Span
    days: int
    """Since the deadline."""
    units: tuple[str, ...]
    """The units that have not finished, by name; none where the agency itself holds the task."""
    obstacles: tuple[str, ...]
    """What was reported and is not answered."""


def late_tasks(campaign: Campaign, *, today: date) -> list[Late]:
    """What is late, by agency in the plan's order, the longest late first; two queries."""
    rows = Holding.objects.filter(
        task__campaign=campaign, task__asks="", leads=True, task__falls_last__lt=today
    ).exclude(status=HoldingStatus.DONE)
    ordered = rows.select_related("task__activity", "agency").order_by(
        "agency__ordinal", "agency", "task__falls_last", "task__ordinal", "unit_id"
    )
    held: dict[tuple[int, int], list[Holding]] = {}
    for row in ordered:
        held.setdefault((row.agency_id, row.task_id), []).append(row)
    names = _names({row.unit_id for rows in held.values() for row in rows if row.unit_id}, today)
    return [late for rows in held.values() if (late := _late(rows, names, today))]


def _names(units: Iterable[int], today: date) -> dict[int, str]:
    versions = UnitVersion.objects.filter(in_force(today), unit__in=list(units))
    return dict(versions.order_by("valid_from").values_list("unit_id", "name"))


def _late(rows: list[Holding], names: dict[int, str], today: date) -> Late | None:
    first = rows[0]
    span = span_now(first.task)
    if span is None:
        return None
    return Late(
        first.task,
        first.agency,
        span,
        (today - span.last).days,
        tuple(names.get(row.unit_id, "") for row in rows if row.unit_id),
        tuple(row.obstacle for row in rows if row.obstacle and not row.obstacle_answer),
    )


def late_without_leader(campaign: Campaign, *, today: date) -> list[Task]:
    """Tasks that are late and that nobody leads, so that nobody can be urged; one query."""
    late = campaign.tasks.filter(asks="", falls_last__lt=today)
    return list(late.exclude(holdings__leads=True).order_by("falls_last", "ordinal"))


def results_told(campaign: Campaign) -> dict[int, list[str]]:
    """What those who lead a task told of its result, by the task's number; one query."""
    told: dict[int, list[str]] = {}
    rows = Holding.objects.filter(task__campaign=campaign, leads=True).exclude(evidence="")
    for task, evidence in rows.order_by("pk").values_list("task", "evidence"):
        told.setdefault(task, []).append(evidence)
    return told
