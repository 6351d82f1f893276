"""What the calendar demands about entries: removing what was broken off while it was written."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from hoithi.entries.actions.taking import PATIENCE, remove_draft
from hoithi.entries.models import UnitList


def due(at: datetime) -> Iterable[Callable[[], None]]:
    """Removes each list that a process which died left half written."""
    for draft in UnitList.objects.filter(whole=False, supplied_at__lt=at - PATIENCE):
        yield partial(remove_draft, draft)
