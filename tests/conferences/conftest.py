"""A conference whose day is set, an organiser, and a school with a contact."""

from datetime import date, time

import pytest

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.facts import Standing
from hoithi.campaigns.models import Activity
from hoithi.conferences.actions import NewGuest, invite
from hoithi.core.tasks.moments import set_on
from hoithi.core.units.kinds import UnitKind
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

DAY = date(2026, 12, 28)


@pytest.fixture
def body():
    return make.body("Ủy ban nhân dân xã Bình Phước")


@pytest.fixture
def secretary(body):
    return make.holder(RoleName.SECRETARY, over=body)


@pytest.fixture
def founded(body):
    return campaign(body)


@pytest.fixture
def conference(founded, secretary):
    """The conference, its day set and told of to nobody yet."""
    activity = founded.activities["hoi-nghi"]
    standing = Standing(set_on(DAY), time(8), time(11, 30), "Hội trường xã")
    told = campaigns.told_of(activity, standing)
    campaigns.change_activity(activity, told, by=secretary, at=AT)
    activity.moves.update(told_at=AT)
    return Activity.objects.select_related("campaign__body").get(pk=activity.pk)


@pytest.fixture
def school(body):
    new = NewUnit("t1", "Trường Tiểu học Hòa Sơn", UnitKind.SCHOOL)
    return add_unit(body, new, by=None, at=AT).unit


@pytest.fixture
def contact(body, school):
    """Who speaks for the school."""
    who = make.person("Lê Thị Hoa", of=body)
    make.role(who, RoleName.UNIT_CONTACT, over=body, unit=school)
    return who


def invited(activity, by, *new: NewGuest):
    """Those invited, in their order."""
    invite(activity, new, by=by, at=AT)
    return list(activity.guests.all())
