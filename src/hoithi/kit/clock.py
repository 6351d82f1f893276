"""The present moment: asked for at the edge only, and pinned by tests and simulations."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime


def _system() -> datetime:
    return datetime.now(UTC)


_source: Callable[[], datetime] = _system


def now() -> datetime:
    """The present moment in UTC: for `web`, `live`, `jobs` and `command`, which pass it on."""
    return _source()


@contextmanager
def pinned(moment: datetime | Callable[[], datetime]) -> Iterator[None]:
    """Inside the block `now()` answers this moment, or what the function says.

    For tests and for simulations that drive the application in their own process;
    a served site has no such knob.
    """
    global _source  # noqa: PLW0603 - the clock is the one thing that is the process's own
    before = _source
    _source = moment if callable(moment) else lambda: moment
    try:
        yield
    finally:
        _source = before
