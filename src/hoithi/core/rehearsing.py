"""When a contest can be rehearsed, how long false people stay, and what is said of the load."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

CLEAR_BEFORE = timedelta(minutes=15)
"""So long before the first round opens everything false is gone at the latest."""
LEAST_BEFORE = timedelta(minutes=60)
"""Nearer to the opening nobody rehearses: the last hour belongs to the contest itself."""
KEPT_FOR = timedelta(days=7)
"""So long a rehearsal stays when nobody ends it."""


class NotNow(StrEnum):
    """Why a contest cannot be rehearsed now."""

    IS_TWIN = "is_twin"
    """It is the twin of a rehearsal itself."""
    NOT_IN_FORCE = "not_in_force"
    OPEN_POINTS = "open_points"
    """The plan leaves something open."""
    NOT_ONLINE = "not_online"
    """No round has a paper to be sat online."""
    UNDATED = "undated"
    OPENED = "opened"
    """A round is open, or opens within the hour."""
    OVER = "over"
    """Every round with a paper is over."""
    RUNNING = "running"
    """A rehearsal of it has not been cleared yet."""


@dataclass(frozen=True)
class Readiness:
    """A contest before its rehearsal."""

    is_twin: bool
    in_force: bool
    open_points: int
    rounds_on_paper: int
    first_opening: datetime | None
    """Of its rounds that are not over, trials included; None while none of them has a time."""
    is_running: bool
    is_over: bool = False
    """No round with a paper is left to be held."""


def not_now(facts: Readiness, at: datetime) -> NotNow | None:
    """The first thing in the way of a rehearsal; None where it can be held."""
    opening = facts.first_opening
    in_the_way = (
        (NotNow.IS_TWIN, facts.is_twin),
        (NotNow.NOT_IN_FORCE, not facts.in_force),
        (NotNow.OPEN_POINTS, facts.open_points > 0),
        (NotNow.NOT_ONLINE, not facts.rounds_on_paper),
        (NotNow.OVER, facts.is_over),
        (NotNow.UNDATED, opening is None),
        (NotNow.OPENED, opening is not None and opening - LEAST_BEFORE < at),
        (NotNow.RUNNING, facts.is_running),
    )
    return next((why for why, holds in in_the_way if holds), None)


def clear_at(first_opening: datetime, at: datetime) -> datetime:
    """When a rehearsal asked for at `at` is cleared at the latest."""
    return min(first_opening - CLEAR_BEFORE, at + KEPT_FOR)


class Verdict(StrEnum):
    """What a load says of the server."""

    GOOD = "good"
    SLOW = "slow"
    """Everything was answered, and people had to wait."""
    BAD = "bad"
    """Something was refused or lost that should not have been."""
    EMPTY = "empty"
    """Nobody got as far as a paper, so nothing can be said."""


SAVE_P99_MS = 300.0
"""Of saves: the goal of the system for sustained load."""
START_P99_MS = 3_000.0
"""From pressing the button to the paper: the goal for a rush at the opening."""


@dataclass(frozen=True)
class Load:
    """What was measured at a server."""

    starts: int
    saves: int
    errors: int
    start_p99_ms: float
    save_p99_ms: float


def verdict(load: Load) -> Verdict:
    """Good where nothing failed and 99 of 100 packets kept the goals."""
    if not load.starts:
        return Verdict.BAD if load.errors else Verdict.EMPTY
    if load.errors:
        return Verdict.BAD
    is_quick = load.save_p99_ms <= SAVE_P99_MS and load.start_p99_ms <= START_P99_MS
    return Verdict.GOOD if is_quick else Verdict.SLOW
