"""A public contest and a phone that visits it."""

from collections.abc import Iterator

import pytest
from django.test import Client

from hoithi.core.rulebook.entry import EntryRules
from hoithi.kit import clock
from tests import make
from tests.entries.make import contest, rulebook


@pytest.fixture(autouse=True)
def pinned() -> Iterator[None]:
    """It is `make.AT`."""
    with clock.pinned(make.AT):
        yield


@pytest.fixture
def here(db):
    """A contest of one open week that asks for no unit."""
    del db
    return contest(rulebook(entry=EntryRules(unit=None), helpdesk="0208 1234 567"))


@pytest.fixture
def phone() -> Client:
    """A browser that has never been here."""
    return Client()
