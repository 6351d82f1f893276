"""A contest with its organiser's, secretary's and a stranger's browsers."""

import pytest
from django.test import Client

from hoithi.core.rulebook.entry import EntryRules, Exclusion, ExclusionEffect
from hoithi.people.models import RoleName
from tests import make
from tests.entries.make import contest, rulebook, unit
from tests.web_organiser.conftest import browser

RULES = (
    Exclusion(key="btc", who="Thành viên Ban Tổ chức"),
    Exclusion(key="so-noi-vu", who="Công chức Sở Nội vụ", effect=ExclusionEffect.UNRANKED),
)


@pytest.fixture(autouse=True)
def fresh(at):
    """The moment of the tests."""
    return at


@pytest.fixture
def here():
    """An announced contest of a commune with two thôn and two classes of excluded people."""
    body = make.body("Ủy ban nhân dân xã Hòa Sơn")
    unit("Thôn Đông", of=body)
    unit("Thôn Tây", of=body)
    return contest(rulebook(entry=EntryRules(exclusions=RULES)), of=body)


@pytest.fixture
def desk(here) -> Client:
    """The organiser's browser."""
    return browser(make.holder(RoleName.ORGANISER, over=here.body))


@pytest.fixture
def secretary(here) -> Client:
    """The secretary's browser."""
    return browser(make.holder(RoleName.SECRETARY, over=here.body))


@pytest.fixture
def stranger() -> Client:
    """The browser of another body's organiser."""
    return browser(make.holder(RoleName.ORGANISER, over=make.body()))
