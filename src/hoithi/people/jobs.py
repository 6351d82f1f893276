"""What the calendar demands about people: erasing personal data when its time is over."""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial

from django.utils.timezone import localdate

from hoithi.people import actions
from hoithi.people.models import Identity


def due(at: datetime) -> Iterable[Callable[[], None]]:
    """Erase what is over, if anything is."""
    over = Identity.objects.filter(erase_after__lt=localdate(at), erased_at=None)
    if over.exists():
        yield partial(_erase, at)


def _erase(at: datetime) -> None:
    actions.erase_due(at)
