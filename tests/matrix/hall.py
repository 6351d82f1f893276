"""Addresses of papers sat in a hall: printed, typed in, confirmed by a second person."""

from collections.abc import Callable
from typing import Any

from tests.matrix.organiser import WORKERS
from tests.matrix.record import Address, everyone, only
from tests.matrix.world import World


def of_hall(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of papers sat in a hall."""
    return lambda world: {"slug": world.announced_contest.slug, "key": "tuan-1", **more}


ADDRESSES = [
    Address("paper_sheets", get=only(200, *WORKERS), args=of_hall()),
    Address("paper_sheets_out", get=only(200, *WORKERS), args=of_hall(kind="csv")),
    Address("paper_person", get=only(200, *WORKERS), post=only(422, *WORKERS), args=of_hall()),
    Address("paper_type", get=only(404), post=only(404), args=of_hall(token="x")),
    Address(
        "papers_print", get=only(200, "organiser"), post=only(422, "organiser"), args=of_hall()
    ),
    Address(
        "print_codes_desk", get=only(200, "organiser"), post=only(422, "organiser"), args=of_hall()
    ),
    Address("paper_find", post=only(422, *WORKERS), args=of_hall()),
    Address("paper_settle", get=only(404), post=only(404), args=of_hall(token="x")),
    Address("print_codes_take", post=only(404), args=of_hall(run=1)),
    Address("typed_invite", post=only(422, *WORKERS), args=of_hall()),
    Address("typed_evidence", get=only(404), args=of_hall(number=1)),
    Address("typed_paper", post=only(422, *WORKERS), args=of_hall()),
    Address(
        "guest_typed", get=everyone(422), post=everyone(422), args=lambda _world: {"token": "x"}
    ),
]
