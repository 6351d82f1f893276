"""What a device keeps of a contest, in cookies that no script reads: entrant, fresh code, place."""

from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from hoithi.contests.models import Contest
from hoithi.entries import queries
from hoithi.entries.facts import entrant_token, place_of_token, place_token
from hoithi.entries.models import AssistedPlace, Entrant

_ENTRANT = timedelta(days=200)
_CODE = timedelta(hours=2)
_PLACE = timedelta(hours=14)


def entrant_of(request: HttpRequest, contest: Contest) -> Entrant | None:
    """Who this device is known as in the contest."""
    return queries.entrant_at_device(contest, token_of(request, contest))


def token_of(request: HttpRequest, contest: Contest) -> str:
    """The entrant's token as the device sends it; it may be nobody's."""
    return request.COOKIES.get(f"du-thi-{contest.pk}", "")


def know(response: HttpResponse, contest: Contest, entrant: Entrant, code: str = "") -> None:
    """Lets the device be known as this entrant; a new code can be looked at for two hours."""
    _set(response, f"du-thi-{contest.pk}", entrant_token(entrant), _ENTRANT)
    if code:
        _set(response, f"ma-du-thi-{contest.pk}", signing.dumps(code, salt="shown-code"), _CODE)


def fresh_code(request: HttpRequest, contest: Contest) -> str:
    """The code that was given on this device lately; empty when it is no longer shown."""
    kept = request.COOKIES.get(f"ma-du-thi-{contest.pk}", "")
    try:
        return str(signing.loads(kept, salt="shown-code", max_age=_CODE))
    except signing.BadSignature:
        return ""


def forget(response: HttpResponse, contest: Contest) -> None:
    """The device no longer knows the entrant."""
    for name in (f"du-thi-{contest.pk}", f"ma-du-thi-{contest.pk}"):
        response.delete_cookie(name, samesite="Lax")


def place_of(request: HttpRequest, contest: Contest) -> AssistedPlace | None:
    """The open assisted place this device stands at."""
    ids = place_of_token(request.COOKIES.get(f"diem-thi-{contest.pk}", ""))
    if ids is None or ids[1] != contest.pk:
        return None
    return AssistedPlace.objects.filter(pk=ids[0], contest=contest, closed_at=None).first()


def stand_at(response: HttpResponse, place: AssistedPlace) -> None:
    """Makes this device one of the place."""
    _set(response, f"diem-thi-{place.contest_id}", place_token(place), _PLACE)


def leave_place(response: HttpResponse, contest: Contest) -> None:
    """The device is an ordinary one again."""
    response.delete_cookie(f"diem-thi-{contest.pk}", samesite="Lax")


def _set(response: HttpResponse, name: str, value: str, lasts: timedelta) -> None:
    response.set_cookie(
        name, value, max_age=lasts, httponly=True, samesite="Lax", secure=settings.SECURE
    )
