"""Every address × method × reader answers as the tables in `tests/matrix` say.

To add an address, add an `Address` to the list of your audience's module there (a new module is
named in `tests/matrix/__init__.py`):

    Address(
        "body_accounts",                                   # the name in `addresses.py`
        get=only(200, "administrator", "operator"),        # everybody else: 404; anonymous: 302
        post=only(422, "administrator"),                   # an empty form is refused
        args=slug,                                         # from the world's own body
    )

Objects come from `World` (add a cached property); they belong to the own body, so every reader
named `other_…` must get what a stranger gets. A changed database is rolled back after each try.
"""

from collections.abc import Iterator
from http import HTTPStatus

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from hoithi.kit import clock
from tests.make import AT
from tests.matrix import ADDRESSES
from tests.matrix.record import NOT_THERE, SIGN_IN, Address
from tests.matrix.world import World, readers

pytestmark = pytest.mark.long

METHODS = ("get", "head", "post", "put", "patch", "delete")
TRY_EVERYTHING = ("anonymous", "stranger", "administrator", "operator")
"""Readers who also try the methods that an address does not have."""
REFUSED = {
    HTTPStatus.METHOD_NOT_ALLOWED,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.FORBIDDEN,
    HTTPStatus.FOUND,
}


def names(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """The names of all addresses; one without a name shows its pattern, and so fails."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{prefix}{entry.namespace}:" if entry.namespace else prefix
            yield from names(entry, inner)
        elif isinstance(entry, URLPattern):
            yield f"{prefix}{entry.name}" if entry.name else f"no name: {entry.pattern}"


def clients(world: World) -> dict[str, Client]:
    """A signed-in client for each reader."""
    made = {reader: Client() for reader in readers()}
    for reader, person in world.people.items():
        if person:
            made[reader].force_login(person)
    return made


def status(client: Client, method: str, address: Address, world: World) -> int:
    """What the reader gets; whatever the request changed is undone, in the cookies too."""
    path = reverse(address.name, kwargs=dict(address.args(world)))
    data = dict(address.data(world)) if method == "post" else None
    cookies = client.cookies.copy()
    with transaction.atomic():
        response = getattr(client, method)(path, data)
        response.close()
        transaction.set_rollback(True)
    client.cookies = cookies
    cache.clear()
    return int(response.status_code)


def wrong(world: World, reader: str, client: Client, address: Address) -> Iterator[tuple]:
    """The methods whose answer to this reader is not the one in the table."""
    for method in METHODS:
        outcome = getattr(address, method, None)
        if outcome is None and reader not in TRY_EVERYTHING:
            continue
        if method == "head" and outcome and outcome(reader) in {SIGN_IN, NOT_THERE}:
            # Whoever may not look is answered by the same lines of the page.
            continue
        found = status(client, method, address, world)
        if outcome and found != outcome(reader):
            yield reader, method, found, outcome(reader)
        elif not outcome and found not in REFUSED:
            yield reader, method, found, "refused"


def test_every_address_has_its_entry_and_every_entry_its_address():
    assert sorted(set(names(get_resolver()))) == sorted(ADDRESSES)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_everyone_gets_what_the_table_says(name):
    with clock.pinned(AT):
        world = World()
        found = [
            fault
            for reader, client in clients(world).items()
            for fault in wrong(world, reader, client, ADDRESSES[name])
        ]
    assert found == []
