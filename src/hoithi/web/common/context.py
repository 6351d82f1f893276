"""What every template may ask."""

from django.conf import settings
from django.http import HttpRequest

from hoithi.web.staff.demo_factor import WORD


def installation(request: HttpRequest) -> dict[str, object]:
    """Whether this is a demonstration, the word of its one-click factor, and the address."""
    del request
    return {
        "is_demo": settings.DEMO,
        "demo_code": WORD if settings.DEMO_SECRET is not None else "",
        "public_address": settings.PUBLIC_ADDRESS,
        "openid": settings.OPENID,
    }
