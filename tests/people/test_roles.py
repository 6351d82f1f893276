"""Roles are given by those who may, over what is theirs, and taken back."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from hoithi import wording
from hoithi.people import actions, queries
from hoithi.people.facts.accounts import (
    BY_DECISION,
    NEVER_OWN,
    CardOfAnotherDay,
    CardOfAnotherDevice,
    DecisionMissing,
    Invited,
    LastOperator,
    LinkNotValid,
    NewDayCard,
    OverOfAnotherBody,
    Reached,
    RoleNotYoursToGive,
    RoleOfOwn,
)
from hoithi.people.models import RoleName
from tests import make
from tests.make import AT

pytestmark = pytest.mark.django_db


@dataclass
class SomeContest:
    """A contest as far as people know one."""

    pk: int
    body_id: int


def test_an_administrator_gives_and_takes_back_roles_of_the_own_body():
    body = make.body()
    administrator, an = make.holder(RoleName.ADMINISTRATOR, over=body), make.person(of=body)
    role = actions.grant_role(an, RoleName.SECRETARY, Reached(body), by=administrator, at=AT)
    again = actions.grant_role(an, RoleName.SECRETARY, Reached(body), by=administrator, at=AT)
    assert (again, queries.reach(an, RoleName.SECRETARY, at=AT).bodies) == (role, {body.pk})
    actions.revoke_role(role, by=administrator, at=AT)
    assert queries.reach(an, RoleName.SECRETARY, at=AT).bodies == frozenset()


def test_a_role_over_a_contest_or_unit_of_another_body_is_refused():
    body, other = make.body(), make.body()
    administrator, an = make.holder(RoleName.ADMINISTRATOR, over=body), make.person(of=body)
    over = Reached(body, contest=SomeContest(5, other.pk))
    with pytest.raises(OverOfAnotherBody) as caught:
        actions.grant_role(an, RoleName.ORGANISER, over, by=administrator, at=AT)
    assert wording.sentence(caught.value)


@pytest.mark.parametrize("giver", [RoleName.ORGANISER, RoleName.AUDITOR, RoleName.ADMINISTRATOR])
def test_nobody_gives_roles_over_another_body(giver):
    body = make.body()
    over = None if giver != RoleName.ADMINISTRATOR else make.body()
    by = make.holder(giver, over=over or body)
    with pytest.raises(RoleNotYoursToGive) as caught:
        actions.grant_role(make.person(of=body), RoleName.JUDGE, Reached(body), by=by, at=AT)
    assert wording.sentence(caught.value)


def test_an_administrator_makes_no_operator_and_no_role_for_strangers():
    body = make.body()
    by = make.holder(RoleName.ADMINISTRATOR, over=body)
    for person, over in ((make.person(of=body), Reached(None)), (make.person(), Reached(body))):
        with pytest.raises(RoleNotYoursToGive):
            actions.grant_role(person, RoleName.OPERATOR, over, by=by, at=AT)


def test_the_last_operator_stays():
    first = actions.make_first_operator_role(make.person(), at=AT)
    with pytest.raises(LastOperator) as caught:
        actions.revoke_role(first, by=first.person, at=AT)
    assert wording.sentence(caught.value)
    second = make.person()
    actions.grant_role(second, RoleName.OPERATOR, Reached(None), by=first.person, at=AT)
    actions.revoke_role(first, by=first.person, at=AT)
    assert not queries.reach(first.person, RoleName.OPERATOR, at=AT).everywhere


@pytest.mark.parametrize(
    ("role", "needs"),
    [
        (RoleName.ADMINISTRATOR, True),
        (RoleName.ORGANISER, True),
        (RoleName.JUDGE, True),
        (RoleName.UNIT_CONTACT, False),
        (RoleName.HELPER, False),
    ],
)
def test_a_second_factor_is_asked_of(role, needs):
    assert queries.needs_second_factor(make.holder(role, over=make.body()), AT) is needs


def test_an_invitation_serves_its_own_deed_once():
    issued = actions.invite(
        Invited("results.confirm", 7, "TRẦN VĂN BA", "Phó Chủ tịch", "Quyết định 12/QĐ-UBND"),
        body=make.body(),
        by=make.person(),
        at=AT,
    )
    assert queries.invitation(issued.token, AT).full_name == "Trần Văn Ba"
    with pytest.raises(LinkNotValid):
        actions.use_invitation(issued.token, "results.publish", at=AT)
    used = actions.use_invitation(issued.token, "results.confirm", at=AT)
    assert (used.subject_id, used.used_at) == (7, AT)
    with pytest.raises(LinkNotValid):
        actions.use_invitation(issued.token, "results.confirm", at=AT)


def issued_card():
    body = make.body()
    by = make.holder(RoleName.ADMINISTRATOR, over=body)
    new = NewDayCard("lê thị hoa", RoleName.JUDGE, Reached(body), date(2026, 11, 2))
    return actions.make_day_card(new, by=by, at=AT - timedelta(days=1))


def test_a_day_card_stays_with_its_first_device():
    token = issued_card().token
    card = actions.use_day_card(token, "máy 1", at=AT)
    assert actions.use_day_card(token, "máy 1", at=AT) == card
    with pytest.raises(CardOfAnotherDevice) as caught:
        actions.use_day_card(token, "máy 2", at=AT)
    assert wording.sentence(caught.value)


@pytest.mark.parametrize(
    ("hours", "holds"), [(-11, False), (-10, True), (13, True), (14, False)], ids=str
)
def test_a_day_card_holds_on_its_day_in_vietnam(hours, holds):
    token, moment = issued_card().token, AT + timedelta(hours=hours)
    if holds:
        person = actions.use_day_card(token, "máy", at=moment).role.person
        assert queries.reach(person, RoleName.JUDGE, at=moment).bodies
    else:
        with pytest.raises(CardOfAnotherDay) as caught:
            actions.use_day_card(token, "máy", at=moment)
        assert "02/11/2026" in wording.sentence(caught.value)


def test_a_card_taken_back_no_longer_opens():
    issued = issued_card()
    actions.revoke_role(issued.row.role, by=make.holder(RoleName.OPERATOR), at=AT)
    with pytest.raises(LinkNotValid):
        actions.use_day_card(issued.token, "máy", at=AT)


@pytest.mark.parametrize("name", [RoleName.APPROVER, RoleName.ORGANISER, RoleName.ADMINISTRATOR])
def test_nobody_gives_a_role_to_himself_while_somebody_else_can(name):
    body = make.body()
    by = make.holder(RoleName.ADMINISTRATOR, over=body)
    make.holder(RoleName.ADMINISTRATOR, over=body)
    with pytest.raises(RoleOfOwn) as caught:
        actions.grant_role(by, name, Reached(body), by=by, at=AT, decision="tự giao")
    assert wording.sentence(caught.value)


def test_the_one_official_of_a_body_becomes_its_organiser_but_confirms_nothing():
    body = make.body()
    by = make.holder(RoleName.ADMINISTRATOR, over=body)
    actions.grant_role(by, RoleName.ORGANISER, Reached(body), by=by, at=AT)
    for name in NEVER_OWN:
        with pytest.raises(RoleOfOwn):
            actions.grant_role(by, name, Reached(body), by=by, at=AT, decision="12/QĐ-UBND")


@pytest.mark.parametrize("name", BY_DECISION)
def test_whoever_confirms_holds_the_role_by_a_document(name):
    body = make.body()
    by, an = make.holder(RoleName.ADMINISTRATOR, over=body), make.person(of=body)
    with pytest.raises(DecisionMissing):
        actions.grant_role(an, name, Reached(body), by=by, at=AT, decision=" ")
    assert actions.grant_role(an, name, Reached(body), by=by, at=AT, decision="12/QĐ-UBND")
