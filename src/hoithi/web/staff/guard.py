"""Who may try to sign in now: by name, by network, and on devices that the owner has used."""

from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse

from hoithi.kit.crowds import network_of
from hoithi.kit.ids import new_token
from hoithi.people.actions.tallies import key_of
from hoithi.people.facts.tries import KNOWN_DEVICE, LOGIN, NETWORK, Counter

_COOKIE = "may-quen"
_SALT = "may-quen"
_A_YEAR = 365 * 24 * 3600
_OWNERS = 20
"""Officials who share one computer; the one who was here first is forgotten for another."""


def counters(request: HttpRequest, login: str) -> list[Counter]:
    """What a try to sign in by this name is counted under, the widest first."""
    name = login.strip().lower()
    device = _device(request)
    if key_of("owner", name) in device.get("owners", ()):
        return [Counter(KNOWN_DEVICE, f"{name}|{device['id']}")]
    return [Counter(NETWORK, network(request)), Counter(LOGIN, name)]


def remember(request: HttpRequest, response: HttpResponse, login: str) -> None:
    """This device has signed in by this name, with everything that is asked for."""
    device, owner = _device(request), key_of("owner", login.lower())
    owners = [one for one in device.get("owners", ()) if one != owner]
    known = {"id": device.get("id") or new_token(), "owners": [*owners, owner][-_OWNERS:]}
    response.set_cookie(
        _COOKIE,
        signing.dumps(known, salt=_SALT, compress=True),
        max_age=_A_YEAR,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )


def _device(request: HttpRequest) -> dict[str, Any]:
    """What the device's cookie says; nothing where there is none, or it is not ours."""
    try:
        known: dict[str, Any] = signing.loads(
            request.COOKIES.get(_COOKIE, ""), salt=_SALT, max_age=_A_YEAR
        )
    except signing.BadSignature:
        return {}
    return known


def network(request: HttpRequest) -> str:
    """One address, or one home of the newer kind."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    return network_of(address) if ":" in address else address
