"""Response headers of every page: a strict content policy, no framing but for the embed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors {ancestors}"
)


class PolicyMiddleware:
    """Sets the content policy; a view that may be framed says so on its response."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        may_be_framed = getattr(response, "may_be_framed", False)
        response["Content-Security-Policy"] = POLICY.format(
            ancestors="*" if may_be_framed else "'none'"
        )
        response["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
        return response
