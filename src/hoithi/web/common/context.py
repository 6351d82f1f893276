"""What every template may ask."""

from allauth.account.internal.stagekit import LOGIN_SESSION_KEY
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject


def installation(request: HttpRequest) -> dict[str, object]:
    """Whether this is a demonstration, its second factor, and the address people use."""
    return {
        "is_demo": settings.DEMO,
        "demo_code": SimpleLazyObject(lambda: demo_code(request)),
        "public_address": settings.PUBLIC_ADDRESS,
    }


def demo_code(request: HttpRequest) -> str:
    """The code that the second factor of a demonstration account takes now; "" elsewhere.

    A code is taken once for each person, so the first one not yet taken is offered.
    """
    if settings.DEMO_SECRET is None:
        return ""
    person = request.session.get(LOGIN_SESSION_KEY, {}).get("user_pk") or request.user.pk
    counters = yield_hotp_counters_from_time()
    codes: list[str] = [
        format_hotp_value(hotp_value(settings.DEMO_SECRET, counter)) for counter in counters
    ]
    used = "allauth.mfa.totp.used?user={}&code={}".format
    return next((code for code in codes if not cache.get(used(person, code))), codes[0])
