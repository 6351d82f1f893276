"""Addresses of campaigns and their plans."""

from collections.abc import Callable
from typing import Any

from tests.matrix.organiser import STAFF_OF_BODY, WORKERS
from tests.matrix.record import Address, only
from tests.matrix.world import World, slug


def of_plan(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a plan that was read."""
    return lambda world: {**slug(world), "number": world.plan.pk, **more}


def of_fact(world: World) -> dict[str, Any]:
    """The arguments of an address of one fact of that plan."""
    return of_plan(fact=world.plan.understood.first().pk)(world)


def of_campaign(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a campaign."""
    return lambda world: {**slug(world), "number": world.campaign.pk, **more}


def of_task(world: World) -> dict[str, Any]:
    """The arguments of an address of a task of that campaign."""
    return of_campaign(task=world.campaign.tasks.first().pk)(world)


def of_agency(world: World) -> dict[str, Any]:
    """The arguments of an address of a set of holders of that campaign."""
    return of_campaign(agency=world.campaign.agencies.first().pk)(world)


def of_committee(world: World) -> dict[str, Any]:
    """The arguments of an address of a committee of that campaign."""
    return of_campaign(committee=world.committee.pk)(world)


ADDRESSES = [
    Address("campaigns", get=only(200, *STAFF_OF_BODY), args=slug),
    Address("plan_upload", get=only(200, "organiser"), post=only(422, "organiser"), args=slug),
    Address("plan_review", get=only(200, *STAFF_OF_BODY), args=of_plan()),
    Address("plan_file", get=only(200, *STAFF_OF_BODY), args=of_plan()),
    Address("plan_fact", get=only(200, "organiser"), post=only(422, "organiser"), args=of_fact),
    Address(
        "plan_fact_add",
        get=only(200, "organiser"),
        post=only(422, "organiser"),
        args=of_plan(field="venues"),
    ),
    Address("plan_found", post=only(302, "organiser"), args=of_plan()),
    Address("campaign", get=only(200, *STAFF_OF_BODY), args=of_campaign()),
    Address(
        "campaign_activity",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_campaign(key="contest"),
    ),
    Address("campaign_activities", get=only(200, *STAFF_OF_BODY), args=of_campaign()),
    Address("activity_new", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_campaign()),
    Address(
        "activity_moment",
        get=only(200, *WORKERS),
        post=only(200, *WORKERS),
        args=of_campaign(key="contest"),
    ),
    Address(
        "activity_options",
        get=only(200, *WORKERS),
        post=only(422, *WORKERS),
        args=of_campaign(key="contest"),
    ),
    Address(
        "activity_units",
        get=only(200, *WORKERS),
        post=only(422, *WORKERS),
        args=of_campaign(key="contest"),
    ),
    Address("activity_delete", post=only(422, *WORKERS), args=of_campaign(key="contest")),
    Address("activity_join", post=only(422, "organiser"), args=of_campaign(key="contest")),
    Address("campaign_task", get=only(200, *STAFF_OF_BODY), post=only(422, *WORKERS), args=of_task),
    Address(
        "campaign_agency",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_agency,
    ),
    Address(
        "campaign_committee",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_committee,
    ),
    Address(
        "campaign_header", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_campaign()
    ),
]
