"""What is kept in memory by numbers that the databases of tests share is forgotten."""

import pytest

from hoithi.sittings.actions import marking
from hoithi.sittings.queries import halls, keys


@pytest.fixture(autouse=True)
def empty_memories() -> None:
    """Rules and keys of papers are read again for each test."""
    for memory in (halls.rulebook, keys._keys, marking._part):
        memory.cache_clear()
