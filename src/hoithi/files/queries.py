"""Reading what was stored or made; whether somebody may is the owning feature's query."""

from datetime import datetime, timedelta
from typing import BinaryIO

from django.db.models import Q, QuerySet

from hoithi.files.facts import errands, path_of
from hoithi.files.models import Errand, ErrandState, StoredFile
from hoithi.people.models import Person

_LEFT_LYING = timedelta(minutes=15)


def opened(stored: StoredFile) -> BinaryIO:
    """The bytes of a stored file, to be closed by the caller."""
    return path_of(stored.sha256).open("rb")


def errand_of(person: Person, token: str) -> Errand:
    """What this person asked for. Raises DoesNotExist for another's."""
    return Errand.objects.select_related("body").get(person=person, token=token)


def made_for(person: Person, token: str) -> tuple[Errand, bytes]:
    """The file that was made for this person. Raises DoesNotExist for another's, and for none."""
    errand = errand_of(person, token)
    path = errands.path_of_made(errand.token)
    if not errand.size or not path.exists():
        raise Errand.DoesNotExist
    return errand, errands.opened(errand.token, path.read_bytes())


def errands_left_lying(at: datetime) -> QuerySet[Errand]:
    """Those whose worker died or never heard of them."""
    before = at - _LEFT_LYING
    running = Q(state=ErrandState.RUNNING, begun_at__lt=before)
    waiting = Q(state=ErrandState.WAITING, asked_at__lt=before, begun_at=None)
    return Errand.objects.filter(running | waiting).order_by("pk")
