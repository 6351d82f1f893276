"""The reader's choice of type size."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

_A_YEAR = 365 * 24 * 3600


@require_POST
def set_type_size(request: HttpRequest) -> HttpResponse:
    """Keeps the choice of large type in a cookie and goes back to the page."""
    onward = request.POST.get("next", "/")
    safe = url_has_allowed_host_and_scheme(onward, {request.get_host()}, request.is_secure())
    response = redirect(onward if safe else "/")
    if request.POST.get("size") == "large":
        response.set_cookie(
            "chu_lon", "1", max_age=_A_YEAR, samesite="Lax", httponly=True, secure=settings.SECURE
        )
    else:
        response.delete_cookie("chu_lon", samesite="Lax")
    return response
