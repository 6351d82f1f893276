"""What every template may ask."""

from django.conf import settings
from django.http import HttpRequest


def installation(_request: HttpRequest) -> dict[str, object]:
    """Whether this is a demonstration, and the address people use."""
    return {"is_demo": settings.DEMO, "public_address": settings.PUBLIC_ADDRESS}
