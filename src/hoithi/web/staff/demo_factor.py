"""The one-click second factor of a demonstration: the button says a word, the code is made here."""

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.conf import settings
from django.core.cache import cache

WORD = "dung-thu"
"""What the button sends in the place of a code, however long its page has been open."""


def code_now(person_id: int) -> str:
    """The code that a demonstration account takes now; "" in any other installation.

    A code is taken once for each person, so the first one not yet taken is offered.
    """
    if settings.DEMO_SECRET is None:
        return ""
    counters = yield_hotp_counters_from_time()
    codes: list[str] = [
        format_hotp_value(hotp_value(settings.DEMO_SECRET, counter)) for counter in counters
    ]
    used = "allauth.mfa.totp.used?user={}&code={}".format
    return next((code for code in codes if not cache.get(used(person_id, code))), codes[0])
