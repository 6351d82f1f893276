"""Prints the page of every address of the matrix, as some reader who may is shown it, as JSON.

It runs by itself: a test that has a browser cannot ask the database.
"""

import json
import sys
from collections.abc import Iterator

import django
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.test.utils import setup_databases, setup_test_environment
from django.urls import reverse

django.setup()

from hoithi.kit import clock  # noqa: E402 - tables are known after `setup`
from tests.make import AT  # noqa: E402
from tests.matrix import ADDRESSES  # noqa: E402
from tests.matrix.record import Address  # noqa: E402
from tests.matrix.world import World, readers  # noqa: E402
from tests.test_links import furnished  # noqa: E402
from tests.test_matrix import clients  # noqa: E402

SHOWN = (("get", 200), ("post", 422))
"""Pages, and forms that come back because nothing was filled in."""
SOUGHT = ("organiser", "administrator", "operator", *readers())
"""Who opens a page: of those who may, the first."""


def answered(client: Client, method: str, address: Address, world: World) -> HttpResponse:
    """The answer; whatever the request changed is undone."""
    path = reverse(address.name, kwargs=dict(address.args(world)))
    data = dict(address.data(world)) if method == "post" else None
    with transaction.atomic():
        answer: HttpResponse = getattr(client, method)(path, data)
        transaction.set_rollback(True)
    return answer


def pages(world: World) -> Iterator[tuple[str, str]]:
    """Name and text of every page that some reader is shown, once."""
    browsers = clients(world)
    for address in ADDRESSES.values():
        for method, status in SHOWN:
            outcome = getattr(address, method)
            may = [one for one in SOUGHT if outcome and outcome(one) == status]
            answer = answered(browsers[may[0]], method, address, world) if may else None
            if answer and not answer.streaming and answer.content.startswith(b"<!doctype html>"):
                yield f"{method} {address.name}", answer.content.decode()
    yield "what is not there", browsers["anonymous"].get("/xac-minh/KHONGCO9/").content.decode()


def main() -> None:
    """Writes name and text of each."""
    setup_test_environment()
    setup_databases(verbosity=0, interactive=False)
    with clock.pinned(AT):
        json.dump(dict(pages(furnished())), sys.stdout)


if __name__ == "__main__":
    main()
