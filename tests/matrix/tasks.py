"""Addresses of the tasks of campaigns."""

from typing import Any

from tests.matrix.campaigns import of_campaign
from tests.matrix.organiser import STAFF_OF_BODY
from tests.matrix.record import Address, only
from tests.matrix.world import World


def of_held(world: World) -> dict[str, Any]:
    """The arguments of an address of who holds a task of the campaign."""
    held = world.held
    return of_campaign(task=held.task_id, holding=held.pk)(world)


ADDRESSES = [
    Address("task_evidence", get=only(200, *STAFF_OF_BODY), args=of_held),
]
