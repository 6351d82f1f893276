"""An organiser of a commune with a contest made from the pattern of communes."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from hoithi.contests import actions
from hoithi.contests.actions import NewContest
from hoithi.people.models import Person, RoleName
from tests import make
from tests.make import AT


def browser(person: Person) -> Client:
    """The browser of somebody who has signed in with a second factor."""
    Authenticator.objects.get_or_create(user=person, type="totp", data={"secret": "x"})
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def organiser():
    return make.holder(RoleName.ORGANISER, over=make.body("Ủy ban nhân dân xã Hòa Sơn"))


@pytest.fixture(autouse=True)
def now(at):
    """Every page is asked for at the moment of the tests."""
    return at


@pytest.fixture
def desk(organiser) -> Client:
    """The organiser's browser, at the moment of the tests."""
    return browser(organiser)


@pytest.fixture
def contest(organiser):
    """Rules in force, the page public, week 1 open since yesterday."""
    new = NewContest(pattern="xa-2026", title="Cuộc thi xã Hòa Sơn", first_day=date(2026, 11, 1))
    made = actions.create_from_pattern(new, body=organiser.body, by=organiser, at=AT)
    actions.put_in_force(made, by=organiser, at=AT)
    return actions.announce(made, by=organiser, at=AT)
