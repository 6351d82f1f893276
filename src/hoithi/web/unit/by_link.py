"""Pages that a link opens without an account: the address is the key."""

from django.http import HttpResponse


def private(response: HttpResponse) -> HttpResponse:
    """No link on the page may carry its address elsewhere, no list of pages may keep it."""
    # Not "no-referrer": a browser would then send the form from nowhere, and it would be refused.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
