"""A public contest, a phone that visits it, and doors that no other test made."""

from collections.abc import Iterator

import pytest
from django.test import Client

from hoithi.core.rulebook.entry import EntryRules
from hoithi.entries.queries.doors import forget_doors
from hoithi.kit import clock
from hoithi.sittings.queries import halls
from tests import make
from tests.entries.make import contest, rulebook


@pytest.fixture(autouse=True)
def pinned() -> Iterator[None]:
    """It is `make.AT`, and nobody has looked at any door or read any rules."""
    forget_doors()
    halls.rulebook.cache_clear()
    with clock.pinned(make.AT):
        yield
    forget_doors()


@pytest.fixture
def here(db):
    """A contest of one open week that asks for no unit."""
    del db
    return contest(rulebook(entry=EntryRules(unit=None), helpdesk="0208 1234 567"))


@pytest.fixture
def phone() -> Client:
    """A browser that has never been here."""
    return Client()
