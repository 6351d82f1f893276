"""Addresses of the tasks of campaigns."""

from typing import Any

from tests.matrix.campaigns import of_campaign
from tests.matrix.organiser import STAFF_OF_BODY, WORKERS
from tests.matrix.record import Address, everyone, only, signed_in
from tests.matrix.world import World


def of_held(world: World) -> dict[str, Any]:
    """The arguments of an address of who holds a task of the campaign."""
    held = world.held
    return of_campaign(task=held.task_id, holding=held.pk)(world)


def of_work(world: World) -> dict[str, Any]:
    """The arguments of an address of a task that is work."""
    return of_campaign(task=world.campaign.tasks.filter(asks="").first().pk)(world)


def of_feed(world: World) -> dict[str, Any]:
    """What is sent to open the calendar of an agency."""
    return {"agency": world.campaign.agencies.first().pk, "deed": "open"}


ADDRESSES = [
    *(
        Address(name, get=only(200, *STAFF_OF_BODY), args=of_campaign())
        for name in ("campaign_tasks", "tasks_matrix", "tasks_timeline", "tasks_calendar")
    ),
    Address(
        "campaign_task_new", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_campaign()
    ),
    *(
        Address(name, get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_work)
        for name in ("task_change", "task_drop")
    ),
    Address(
        "tasks_reminding",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_campaign(),
    ),
    Address(
        "task_feeds",
        get=only(200, *STAFF_OF_BODY),
        post=only(302, *WORKERS),
        args=of_campaign(),
        data=of_feed,
    ),
    Address("tasks_overdue", get=only(200, *STAFF_OF_BODY), args=of_campaign()),
    *(
        Address(name, get=only(200, *STAFF_OF_BODY), args=of_campaign(kind=kind))
        for name, kind in (
            ("overdue_paper", "docx"),
            ("urging_letter", "docx"),
            ("assignments_paper", "docx"),
            ("overdue_table", "xlsx"),
            ("assignments_table", "csv"),
        )
    ),
    Address("my_task_calendar", get=signed_in(200), post=signed_in(302)),
    Address("task_calendar", get=everyone(200), args=lambda world: {"token": world.feed.token}),
    Address("task_evidence", get=only(200, *STAFF_OF_BODY), args=of_held),
]
