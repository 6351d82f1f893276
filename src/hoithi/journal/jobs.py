"""What the journal needs by the clock: seals for the entries that were committed."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from django.db import IntegrityError

from hoithi.journal import actions, queries


def due(at: datetime) -> Iterable[Callable[[], None]]:
    """Seal what waits, if anything does."""
    if queries.next_to_seal(1):
        yield partial(_seal_all, at)


def _seal_all(at: datetime) -> None:
    try:
        while actions.seal_entries(at) == actions.SEALED_AT_ONCE:
            pass
    except IntegrityError:
        # Another process sealed at the same moment; what it left is taken at the next tick.
        return
