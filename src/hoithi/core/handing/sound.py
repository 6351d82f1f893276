"""Whether a draft that came from outside holds together: names once, references that lead."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from hoithi.core.founding.records import ActivityDraft, CampaignDraft, TaskDraft
from hoithi.core.tasks.due import DueKind

_EARLIEST, _LATEST = date(2000, 1, 1), date(2100, 12, 31)
"""Days outside are slips; no plan of this system lies there."""


def is_sound(draft: CampaignDraft) -> bool:
    """Keys and names stand once, what is referred to is there, days are days of plans in order."""
    agencies = {one.name for one in draft.agencies}
    activities = {one.key for one in draft.activities}
    unique = (
        len(agencies) == len(draft.agencies)
        and len(activities) == len(draft.activities)
        and len({one.name for one in draft.committees}) == len(draft.committees)
    )
    return (
        unique
        and all(one.agency in {"", *agencies} for one in draft.activities)
        and all(_leads(task, agencies, activities) for task in draft.tasks)
        and all(_in_order(*pair) for pair in _pairs(draft.activities, draft.tasks))
    )


def _leads(task: TaskDraft, agencies: set[str], activities: set[str]) -> bool:
    held = [one.agency for one in task.holders]
    has_days = task.due.first is not None and task.due.last is not None
    return (
        task.activity in {"", *activities}
        and agencies.issuperset(held)
        and len(set(held)) == len(held)
        and (task.due.kind not in {DueKind.DAY, DueKind.RANGE} or has_days)
        and (task.due.kind is not DueKind.RELATIVE or task.activity != "")
    )


def _pairs(
    activities: Iterable[ActivityDraft], tasks: Iterable[TaskDraft]
) -> Iterator[tuple[date | None, date | None]]:
    yield from ((one.moment.first, one.moment.last) for one in activities)
    yield from ((task.due.first, task.due.last) for task in tasks)


def _in_order(first: date | None, last: date | None) -> bool:
    if first is None or last is None:
        return first is last
    return _EARLIEST <= first <= last <= _LATEST


def merged(campaign: Any) -> Any:
    """Plain data of a campaign in which what became alike when people were hidden is one again."""
    told = dict(campaign)
    for name in ("agencies", "committees"):
        if name in told:
            told[name] = _once(told[name], "name")
    if "tasks" in told:
        told["tasks"] = [_held_once(task) for task in told["tasks"]]
    return told


def _held_once(task: dict[str, Any]) -> dict[str, Any]:
    if "holders" not in task:
        return task
    return task | {"holders": _once(task["holders"], "agency")}


def _once(rows: Iterable[dict[str, Any]], key: str) -> list[dict[str, Any]]:
    """The first row of each name."""
    return list({row[key]: row for row in reversed(list(rows))}.values())[::-1]
