"""What the calendar demands about people: erasing personal data when its time is over."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from functools import partial

from django.utils.timezone import localdate

from hoithi.people import actions
from hoithi.people.actions.tallies import forget_tallies
from hoithi.people.models import Identity, Spent, Tally

_LONG_OVER = timedelta(days=1)
"""Counts are forgotten together, once a day."""


def due(at: datetime) -> Iterable[Callable[[], None]]:
    """Erase identities whose time is over, and forget old counts, if there are any."""
    over = Identity.objects.filter(erase_after__lt=localdate(at), erased_at=None)
    if over.exists():
        yield partial(_erase, at)
    before = at - _LONG_OVER
    if any(model.objects.filter(ends_at__lt=before).exists() for model in (Tally, Spent)):
        yield partial(_forget, at)


def _erase(at: datetime) -> None:
    actions.erase_due(at)


def _forget(at: datetime) -> None:
    forget_tallies(at)
