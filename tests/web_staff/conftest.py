"""Signed-in clients of staff."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from hoithi.people.models import Person


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    """A client of somebody who has a second factor."""

    def sign_in(person: Person) -> Client:
        Authenticator.objects.create(user=person, type="totp", data={"secret": "x"})
        client = Client()
        client.force_login(person)
        return client

    return sign_in
