"""What the clock demands of meetings: telling of activities that followed their contests."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from hoithi.conferences import actions, queries

_AT_ONCE = 20


def due(at: datetime) -> Iterable[Callable[[], None]]:
    """A word to all who wait for each move that nobody has been told of, a few at a time."""
    for move in queries.untold_moves()[:_AT_ONCE]:
        yield partial(_tell, move.pk, at=at)


def _tell(move_id: int, *, at: datetime) -> None:
    actions.tell_moved(move_id, by=None, at=at)
