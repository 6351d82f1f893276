"""A request by somebody who has signed in, as views behind `login_required` get it."""

from django.http import HttpRequest

from hoithi.people.models import Person


class SignedInRequest(HttpRequest):
    """`user` is a person, never anonymous."""

    user: Person
