"""Addresses of a campaign's money."""

from collections.abc import Callable
from typing import Any

from tests.matrix.campaigns import of_campaign
from tests.matrix.organiser import WORKERS
from tests.matrix.record import Address, Outcome, only
from tests.matrix.world import World

READERS = ("organiser", "secretary", "approver", "auditor")
DECIDERS = ("organiser", "secretary", "approver")


def of_estimate(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of the campaign's first estimate."""
    return lambda world: of_campaign(version=world.estimate.number, **more)(world)


def sees(name: str, args: Any) -> Address:
    """A page of money that changes nothing."""
    return Address(name, get=only(200, *READERS), args=args)


def writes(name: str, args: Any, *, get: Outcome | None = None, empty: int = 422) -> Address:
    """A form of those who write estimates."""
    return Address(name, get=get, post=only(empty, *WORKERS), args=args)


ADDRESSES = [
    sees("campaign_budget", of_campaign()),
    sees("budget_version", of_estimate()),
    Address("budget_decision_file", get=only(404), args=of_estimate()),
    writes("budget_begin", of_campaign(), empty=302),
    writes("budget_adjust", of_campaign()),
    writes("budget_lines", of_estimate(), get=only(200, *WORKERS)),
    writes("budget_sources", of_estimate(), get=only(200, *WORKERS)),
    writes("budget_prizes", of_estimate(), empty=302),
    writes("budget_propose", of_estimate(), empty=302),
    writes("budget_submit", of_estimate(), empty=302),
    Address("budget_approve", post=only(422, *DECIDERS), args=of_estimate()),
    Address("budget_return", post=only(422, *DECIDERS), args=of_estimate()),
]
