"""Addresses of the organiser's lists: organiser and secretary look, the organiser changes."""

from collections.abc import Mapping
from typing import Any

from tests.matrix.organiser import STAFF_OF_BODY, WORKERS, of_contest
from tests.matrix.record import Address, only
from tests.matrix.world import World


def of_exclusion(world: World) -> Mapping[str, Any]:
    """A line of the list of those excluded."""
    return {"slug": world.announced_contest.slug, "number": world.excluded.pk}


def of_place(world: World) -> Mapping[str, Any]:
    """An assisted place of the announced contest."""
    return {"slug": world.announced_contest.slug, "number": world.place.pk}


ADDRESSES = [
    Address(
        "exclusions",
        get=only(200, *WORKERS),
        post=only(422, "organiser"),
        args=of_contest(),
    ),
    Address("exclusions_form", get=only(200, *WORKERS), args=of_contest()),
    Address("exclusions_out", get=only(200, *WORKERS), args=of_contest(kind="xlsx")),
    Address("exclusions_import", post=only(422, "organiser"), args=of_contest()),
    Address("exclusions_take", post=only(422, "organiser"), args=of_contest()),
    Address("exclusions_give_back", post=only(422, "organiser"), args=of_contest()),
    Address("exclusion_withdraw", post=only(422, "organiser"), args=of_exclusion),
    Address("corrections", get=only(200, *WORKERS), post=only(422, "organiser"), args=of_contest()),
    Address("corrections_out", get=only(200, *WORKERS), args=of_contest(kind="csv")),
    Address(
        "unit_permits", get=only(200, *WORKERS), post=only(422, "organiser"), args=of_contest()
    ),
    Address("orders_out", get=only(200, *WORKERS), args=of_contest(kind="xlsx")),
    Address("person_search", post=only(422, *WORKERS), args=of_contest()),
    Address("unit_lists", get=only(200, *WORKERS), args=of_contest()),
    Address("unit_lists_form", get=only(200, *WORKERS), args=of_contest()),
    Address("unit_lists_import", post=only(422, *WORKERS), args=of_contest()),
    Address("unit_lists_take", post=only(422, *WORKERS), args=of_contest()),
    Address("unit_lists_give_back", post=only(422, *WORKERS), args=of_contest()),
    Address("unit_lists_out", get=only(200, *WORKERS), args=of_contest(kind="csv")),
    Address("places", get=only(200, *WORKERS), post=only(422, "organiser"), args=of_contest()),
    Address("place_card", get=only(200, *WORKERS), args=of_place),
    Address("place_close", post=only(302, "organiser"), args=of_place),
    Address("places_out", get=only(200, *WORKERS), args=of_contest(kind="xlsx")),
    # An empty form comes with no version of the rules, as if they had changed meanwhile.
    Address(
        "units_by_district",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, "organiser"),
        args=of_contest(),
    ),
    Address(
        "round_units_out",
        get=only(200, *STAFF_OF_BODY),
        args=of_contest(key="tuan-1", kind="csv"),
    ),
    Address("decisions_out", get=only(200, *STAFF_OF_BODY), args=of_contest(kind="xlsx")),
]
