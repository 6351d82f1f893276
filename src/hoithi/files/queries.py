"""Reading what was stored or made; whether somebody may is the owning feature's query."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, BinaryIO

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
    if not errand.file_name or not path.exists():
        raise Errand.DoesNotExist
    return errand, errands.opened(errand.token, path.read_bytes())


def last_outcome(
    handler: Callable[..., errands.Made], wish: Mapping[str, Any]
) -> tuple[Errand, bytes] | None:
    """What such an errand last came to, whoever asked, within the day that it is kept.

    For pages that anybody may open who may open this one. Two queries at most.
    """
    name = errands.handler_name(handler)
    done = Errand.objects.filter(handler=name, state=ErrandState.DONE, size__gt=0)
    for errand in done.order_by("-ended_at", "-pk"):
        path = errands.path_of_made(errand.token)
        if errand.wish == dict(wish) and path.exists():
            return errand, errands.opened(errand.token, path.read_bytes())
    return None


def waiting_errand(
    handler: Callable[..., errands.Made], wish: Mapping[str, Any], *, by: Person
) -> Errand | None:
    """The same errand of this person that is still to be done."""
    rows = Errand.objects.filter(person=by, handler=errands.handler_name(handler))
    still = rows.filter(state__in=[ErrandState.WAITING, ErrandState.RUNNING]).order_by("-pk")
    return next((one for one in still if one.wish == dict(wish)), None)


def errands_left_lying(at: datetime) -> QuerySet[Errand]:
    """Those whose worker died or never heard of them."""
    before = at - _LEFT_LYING
    running = Q(state=ErrandState.RUNNING, begun_at__lt=before)
    waiting = Q(state=ErrandState.WAITING, asked_at__lt=before, begun_at=None)
    return Errand.objects.filter(running | waiting).order_by("pk")
