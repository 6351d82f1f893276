"""Every test of entries finds doors that no other test made."""

from collections.abc import Iterator

import pytest

from hoithi.entries.queries.doors import forget_doors


@pytest.fixture(autouse=True)
def fresh_doors() -> Iterator[None]:
    """Databases of different tests share numbers of contests."""
    forget_doors()
    yield
    forget_doors()
