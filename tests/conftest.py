"""What all tests share: one pinned moment, an empty cache."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from django.core.cache import cache

from hoithi.kit import clock
from tests.make import AT


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Limits on signing in are counted in the cache; no test feels another's."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def at() -> Iterator[datetime]:
    """The moment of the test; `clock.now()` answers it too."""
    with clock.pinned(AT):
        yield AT
