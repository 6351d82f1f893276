"""A moment for everything, and empty memories: the databases of tests share numbers."""

import pytest

from hoithi.sittings import jobs
from hoithi.sittings.actions import marking
from hoithi.sittings.actions.closing import Sweep
from hoithi.sittings.queries import halls, keys


@pytest.fixture(autouse=True)
def empty_memories(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules and keys are read again for each test, and everything is looked at."""
    for memory in (halls.rulebook, keys._keys, marking._part):
        memory.cache_clear()
    monkeypatch.setattr(jobs, "_sweep", Sweep())
