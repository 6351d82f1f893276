"""When a contest can be rehearsed, and what a load says of a server."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from hoithi.core.rehearsing import (
    Load,
    NotNow,
    Readiness,
    Verdict,
    clear_at,
    not_now,
    verdict,
)

AT = datetime(2026, 11, 2, 3, tzinfo=UTC)
READY = Readiness(
    is_twin=False,
    in_force=True,
    open_points=0,
    rounds_on_paper=2,
    first_opening=AT + timedelta(days=7),
    is_running=False,
)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        pytest.param({}, None, id="ready"),
        pytest.param({"is_twin": True}, NotNow.IS_TWIN, id="a twin"),
        pytest.param({"in_force": False}, NotNow.NOT_IN_FORCE, id="no rules"),
        pytest.param({"open_points": 1}, NotNow.OPEN_POINTS, id="open questions"),
        pytest.param({"rounds_on_paper": 0}, NotNow.NOT_ONLINE, id="a stage contest"),
        pytest.param({"first_opening": None}, NotNow.UNDATED, id="undated"),
        pytest.param({"is_over": True, "first_opening": None}, NotNow.OVER, id="over"),
        pytest.param({"first_opening": AT}, NotNow.OPENED, id="opened"),
        pytest.param(
            {"first_opening": AT + timedelta(minutes=59)}, NotNow.OPENED, id="within the hour"
        ),
        pytest.param({"first_opening": AT + timedelta(minutes=60)}, None, id="an hour before"),
        pytest.param({"is_running": True}, NotNow.RUNNING, id="running"),
    ],
)
def test_not_now(change, why):
    assert not_now(replace(READY, **change), AT) == why


@pytest.mark.parametrize(
    ("opens", "clears"),
    [
        pytest.param(timedelta(hours=1), timedelta(minutes=45), id="soon"),
        pytest.param(timedelta(days=30), timedelta(days=7), id="far away"),
    ],
)
def test_clear_at(opens, clears):
    assert clear_at(AT + opens, AT) == AT + clears


LOAD = Load(starts=100, saves=500, errors=0, start_p99_ms=900.0, save_p99_ms=80.0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({}, Verdict.GOOD, id="all within the goals"),
        pytest.param({"start_p99_ms": 3_000.0, "save_p99_ms": 300.0}, Verdict.GOOD, id="just"),
        pytest.param({"save_p99_ms": 300.1}, Verdict.SLOW, id="slow saves"),
        pytest.param({"start_p99_ms": 3_000.1}, Verdict.SLOW, id="slow starts"),
        pytest.param({"errors": 1}, Verdict.BAD, id="one error"),
        pytest.param({"starts": 0, "saves": 0}, Verdict.EMPTY, id="nobody"),
        pytest.param({"starts": 0, "errors": 3}, Verdict.BAD, id="nobody got in"),
    ],
)
def test_verdict(change, said):
    assert verdict(replace(LOAD, **change)) is said
