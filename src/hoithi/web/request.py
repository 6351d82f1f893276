"""Requests of people who have signed in, and what a form sent with them."""

from django.http import HttpRequest, QueryDict

from hoithi.people.models import Person


class SignedInRequest(HttpRequest):
    """`user` is a person, never anonymous."""

    user: Person


def sent(request: HttpRequest) -> QueryDict | None:
    """What a form sent, an empty one too; None where the page is only asked for."""
    return request.POST if request.method == "POST" else None
