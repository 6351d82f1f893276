"""Everything that ran out of time is looked at, whatever another test has looked at."""

import pytest

from hoithi.sittings import jobs
from hoithi.sittings.actions.closing import Sweep


@pytest.fixture(autouse=True)
def fresh_sweep(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test goes on where another has stopped."""
    monkeypatch.setattr(jobs, "_sweep", Sweep())
