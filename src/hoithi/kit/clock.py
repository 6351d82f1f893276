"""The present moment: asked for at the edge only, and pinned by tests and simulations."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, datetime

Source = Callable[[], datetime]


def _system() -> datetime:
    return datetime.now(UTC)


_source: Source = _system
_own: ContextVar[Source | None] = ContextVar("own moment", default=None)


def now() -> datetime:
    """The present moment in UTC: for `web`, `live`, `jobs` and `command`, which pass it on."""
    return (_own.get() or _source)()


@contextmanager
def pinned(moment: datetime | Source) -> Iterator[None]:
    """Inside the block `now()` answers this moment, or what the function says, in every thread.

    For tests and for simulations that drive the application in their own process;
    a served site has no such knob.
    """
    global _source  # noqa: PLW0603 - the clock is the one thing that is the process's own
    before = _source
    _source = _constant(moment)
    try:
        yield
    finally:
        _source = before


@contextmanager
def pinned_here(moment: datetime | Source) -> Iterator[None]:
    """The same for the running task alone: simulated people live at moments of their own."""
    token = _own.set(_constant(moment))
    try:
        yield
    finally:
        _own.reset(token)


def _constant(moment: datetime | Source) -> Source:
    if isinstance(moment, datetime):
        return lambda: moment
    return moment
