"""Addresses of the reports that a campaign asks of units."""

from collections.abc import Callable
from typing import Any

from tests.campaigns.reports import requested
from tests.matrix.organiser import STAFF_OF_BODY, WORKERS
from tests.matrix.record import Address, only
from tests.matrix.world import World, slug

FILLERS = (*WORKERS, "unit_contact")


def of_campaign(world: World) -> dict[str, Any]:
    """The arguments of an address of the campaign."""
    return {**slug(world), "number": world.campaign.pk}


def of_request(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a report that was asked for."""
    return lambda world: {**of_campaign(world), "asks": world.asked_report.request_id, **more}


def of_draft(world: World) -> dict[str, Any]:
    """The arguments of an address of a request that nobody was told of."""
    by = world.people["organiser"]
    assert by is not None
    request = requested(world.campaign, [world.unit], by, out=False)
    return {**of_campaign(world), "asks": request.pk}


def of_answer(world: World) -> dict[str, Any]:
    """The arguments of an address of what the unit sent."""
    return of_request(asked=world.asked_report.pk)(world)


def of_asked(world: World) -> dict[str, Any]:
    """The arguments of an address where the unit reports."""
    return {"asked": world.asked_report.pk}


def of_table(world: World) -> dict[str, Any]:
    """The arguments of an address of a table of the report."""
    return {"asked": world.asked_report.pk, "table": 0}


def of_one_agency(world: World) -> dict[str, Any]:
    """The arguments of an address of an agency that is no set of units."""
    new = {"ordinal": 90}
    agency, _ = world.campaign.agencies.get_or_create(name="Văn phòng UBND", defaults=new)
    return {**of_campaign(world), "agency": agency.pk}


def of_upward(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of the campaign's own report, of which one version was sent."""
    return lambda world: {**of_campaign(world), "report": world.upward.report_id, **more}


ADDRESSES = [
    Address(
        "activity_participation",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=lambda world: {**of_campaign(world), "key": "contest"},
    ),
    Address(
        "agency_unit",
        get=only(200, *WORKERS),
        post=only(422, *WORKERS),
        args=of_one_agency,
        data=lambda _world: {"unit": "0"},
    ),
    Address("upward_new", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_campaign),
    Address(
        "upward_report",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_upward(),
    ),
    # The drafted report still has blanks, which keep it from being sent.
    Address("upward_send", post=only(422, *WORKERS), args=of_upward()),
    Address("upward_version", get=only(200, *STAFF_OF_BODY), args=of_upward(version=1)),
    Address(
        "upward_paper",
        get=only(200, *STAFF_OF_BODY),
        args=of_upward(version=1, kind="docx"),
    ),
    Address("campaign_reports", get=only(200, *STAFF_OF_BODY), args=of_campaign),
    Address(
        "report_request_new",
        get=only(200, *WORKERS),
        post=only(422, *WORKERS),
        args=of_campaign,
    ),
    Address("report_request", get=only(200, *STAFF_OF_BODY), args=of_request()),
    Address(
        "report_request_change", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_draft
    ),
    Address("report_request_send", post=only(302, *WORKERS), args=of_draft),
    Address("report_remind", post=only(302, *WORKERS), args=of_request()),
    Address(
        "report_answer",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_answer,
    ),
    Address("report_merged", get=only(200, *STAFF_OF_BODY), args=of_request(kind="xlsx")),
    Address("unit_report", get=only(200, *FILLERS), post=only(302, *FILLERS), args=of_asked),
    Address("unit_report_form", get=only(200, *FILLERS), args=of_table),
    Address("unit_report_table", post=only(422, *FILLERS), args=of_table),
    Address("unit_report_take", post=only(422, *FILLERS), args=of_table),
    Address("unit_report_give_back", post=only(422, *FILLERS), args=of_table),
]
