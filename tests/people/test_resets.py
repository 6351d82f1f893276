"""Whose accounts an organiser may reset: never of somebody who stands beside or above."""

from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator

from hoithi.people import queries
from hoithi.people.models import Role, RoleName
from hoithi.people.queries.resets import NOT_BY_ORGANISERS
from tests import make
from tests.make import AT

pytestmark = pytest.mark.django_db
CONTEST, ANOTHER = 71, 72


@pytest.fixture
def body():
    return make.body()


@pytest.fixture
def account(body):
    """Somebody of the body with an authenticator application."""
    made = make.person("Lê Thị Hoa", of=body)
    Authenticator.objects.create(user=made, type="totp", data={"secret": "x"})
    return made


def organiser(body, contest_id=None):
    made = make.person("Đỗ Văn Thường", of=body)
    make.role(made, RoleName.ORGANISER, over=body, contest_id=contest_id)
    return made


def resets(person, body) -> list[str]:
    return [one.full_name for one in queries.accounts_reset_by(person, body, at=AT)]


@pytest.mark.parametrize("name", sorted(RoleName))
def test_what_an_account_may_be_for_an_organiser_to_reset_it(body, account, name):
    make.role(account, name, over=body)
    expected = [] if name in NOT_BY_ORGANISERS else ["Lê Thị Hoa"]
    assert resets(organiser(body), body) == expected


def test_an_administrator_and_an_operator_reset_all_but_themselves(body, account):
    administrator = make.holder(RoleName.ADMINISTRATOR, over=body)
    make.role(account, RoleName.APPROVER, over=body)
    assert resets(administrator, body) == ["Lê Thị Hoa"]
    assert resets(make.holder(RoleName.OPERATOR), body) == ["Lê Thị Hoa", administrator.full_name]


def test_a_role_in_another_body_or_of_the_installation_keeps_the_organiser_off(body, account):
    desk = organiser(body)
    make.role(account, RoleName.SECRETARY, over=body)
    assert resets(desk, body) == ["Lê Thị Hoa"]
    elsewhere = make.role(account, RoleName.JUDGE, over=make.body())
    assert resets(desk, body) == []
    Role.objects.filter(pk=elsewhere.pk).update(until=AT)
    assert resets(desk, body) == ["Lê Thị Hoa"]
    Role.objects.filter(pk=elsewhere.pk).update(until=None, since=AT + timedelta(days=9))
    assert resets(desk, body) == []


def test_a_slip_alone_must_not_open_a_role_with_a_second_factor(body, account):
    Authenticator.objects.all().delete()
    desk = organiser(body)
    make.role(account, RoleName.HELPER, over=body)
    assert resets(desk, body) == ["Lê Thị Hoa"]
    make.role(account, RoleName.SECRETARY, over=body)
    assert resets(desk, body) == []


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        pytest.param([], [], id="no role in the contest"),
        pytest.param([CONTEST], ["Lê Thị Hoa"], id="of the contest alone"),
        pytest.param([CONTEST, ANOTHER], [], id="of another contest too"),
        pytest.param([CONTEST, None], [], id="of the whole body too"),
    ],
)
def test_an_organiser_of_one_contest_resets_those_of_it(body, account, held, expected):
    for contest_id in held:
        make.role(account, RoleName.SECRETARY, over=body, contest_id=contest_id)
    assert resets(organiser(body, CONTEST), body) == expected


def test_a_contact_of_a_unit_in_the_contest_is_reset_and_one_of_the_body_is_not(body, account):
    contact = make.role(account, RoleName.UNIT_CONTACT, over=body, contest_id=CONTEST)
    Role.objects.filter(pk=contact.pk).update(scope="unit")
    desk = organiser(body, CONTEST)
    assert resets(desk, body) == ["Lê Thị Hoa"]
    Role.objects.filter(pk=contact.pk).update(contest_id=None)
    assert resets(desk, body) == []


@pytest.mark.parametrize(
    "change",
    [{"is_active": False}, {"body": None}],
    ids=["closed account", "account of no body"],
)
def test_other_accounts_stay(body, account, change):
    type(account).objects.filter(pk=account.pk).update(**change)
    assert resets(organiser(body), body) == []


@pytest.mark.parametrize("name", [RoleName.SECRETARY, RoleName.APPROVER, RoleName.AUDITOR])
def test_no_other_role_resets_anybody(body, name):
    make.person(of=body)
    assert resets(make.holder(name, over=body), body) == []
