"""Addresses of units' contacts: the contact of the unit and the contest's staff, nobody else."""

from collections.abc import Mapping
from typing import Any

from tests.matrix.record import Address, only, signed_in
from tests.matrix.world import World

STAFF = ("organiser", "secretary")


def of_unit(world: World) -> Mapping[str, Any]:
    """A unit of the announced contest."""
    return {"slug": world.announced_contest.slug, "code": world.listed.list.unit.code}


def of_unit_as_csv(world: World) -> Mapping[str, Any]:
    """The unit's list as a table."""
    return {**of_unit(world), "kind": "csv"}


def of_line(world: World) -> Mapping[str, Any]:
    """A line of the unit's list."""
    return {**of_unit(world), "line": world.listed.pk}


def of_held(world: World) -> Mapping[str, Any]:
    """A task that the unit holds."""
    return {"holding": world.held_by_unit.pk}


def exempts(_world: World) -> Mapping[str, Any]:
    """The form that exempts somebody."""
    return {"viec": "mien", "ly-do": "Nghỉ thai sản"}


ADDRESSES = [
    Address("contact_home", get=signed_in(200)),
    Address("unit_campaigns", get=signed_in(200)),
    Address(
        "unit_task",
        get=only(200, "unit_contact"),
        post=only(422, "unit_contact"),
        args=of_held,
    ),
    Address("unit_task_file", get=only(200, "unit_contact"), args=of_held),
    Address("named_list_form", get=signed_in(200)),
    Address("named_list", get=only(200, *STAFF), post=only(422, *STAFF), args=of_unit),
    Address("named_list_replace", post=only(422, *STAFF), args=of_unit),
    Address("named_list_give_back", post=only(422, *STAFF), args=of_unit),
    Address("named_list_out", get=only(200, *STAFF), args=of_unit_as_csv),
    Address("unit_poster", get=only(200, *STAFF), args=of_unit),
    Address("named_line", post=only(302, *STAFF), args=of_line, data=exempts),
]
