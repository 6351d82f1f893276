"""What the journal needs by the clock: seals for what was committed, old forms forgotten."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from django.db import IntegrityError

from hoithi.journal import actions, queries


def due(at: datetime) -> Iterable[Callable[[], None]]:
    """Seal what waits, and forget forms taken long ago, if there are any."""
    if queries.next_to_seal(1):
        yield partial(_seal_all, at)
    if queries.forms_to_forget(at - actions.FORMS_KEPT):
        yield partial(_forget, at)


def _forget(at: datetime) -> None:
    actions.forget_forms(at)


def _seal_all(at: datetime) -> None:
    try:
        while actions.seal_entries(at) == actions.SEALED_AT_ONCE:
            pass
    except IntegrityError:
        # Another process sealed at the same moment; what it left is taken at the next tick.
        return
