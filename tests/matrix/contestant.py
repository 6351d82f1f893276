"""Addresses of the contestant: open to everybody, and for nobody in particular without a code."""

from collections.abc import Mapping
from typing import Any

from tests.matrix.record import Address, everyone, only
from tests.matrix.world import World

HELPERS = ("helper", "unit_contact", "organiser", "secretary")


def of_contest(world: World) -> Mapping[str, Any]:
    """The address of the announced contest."""
    return {"slug": world.announced_contest.slug}


def of_file(world: World) -> Mapping[str, Any]:
    """A file of a paper that the reader's device does not have."""
    return {"slug": world.announced_contest.slug, "digest": "0" * 64}


def of_sitting(world: World) -> Mapping[str, Any]:
    """A sitting that the reader's device does not know."""
    return {"slug": world.announced_contest.slug, "token": "x"}


ADDRESSES = [
    Address("service_worker", get=everyone(200)),
    Address("contest", get=everyone(200), args=of_contest),
    # Only the twin of a rehearsal has it.
    Address("rehearsal_door", get=everyone(404), args=of_contest),
    Address("enter", get=everyone(200), post=everyone(422), args=of_contest),
    Address("units", get=everyone(200), args=of_contest),
    Address("entry_code", get=everyone(302), args=of_contest),
    Address("return", get=everyone(200), post=everyone(403), args=of_contest),
    Address("renew_code", get=everyone(200), post=everyone(200), args=of_contest),
    Address("confirm_code", post=everyone(403), args=of_contest),
    Address("forget_device", post=everyone(302), args=of_contest),
    Address("room", get=everyone(302), args=of_contest),
    Address("room_file", get=everyone(404), args=of_file),
    Address("my_attempts", get=everyone(302), args=of_contest),
    Address("my_unit", post=everyone(302), args=of_contest),
    Address("my_remarks", get=everyone(302), post=everyone(302), args=of_contest),
    Address("my_attempt", get=everyone(302), args=of_sitting),
    Address("assisted_place", get=only(200, *HELPERS), post=only(302, *HELPERS), args=of_contest),
    Address("close_place", post=only(404), args=of_contest),
    Address("hand_over", post=everyone(302), args=of_contest),
]
