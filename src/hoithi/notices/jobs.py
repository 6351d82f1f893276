"""What the clock demands of messages: mail for those that have an address."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from hoithi.notices import actions, queries

_AT_ONCE = 20


def due(at: datetime) -> Iterable[Callable[[], None]]:
    """A mail for each message that waits, a few at a time."""
    for notice_id in queries.unmailed_notices().values_list("pk", flat=True)[:_AT_ONCE]:
        yield partial(actions.mail, notice_id, at=at)
