"""Who may do what: roles given and taken back."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q, QuerySet

from hoithi.journal import actions as journal
from hoithi.people.facts.accounts import (
    BY_DECISION,
    NEVER_OWN,
    DecisionMissing,
    LastOperator,
    OverOfAnotherBody,
    Reached,
    RoleNotYoursToGive,
    RoleOfOwn,
    UnitMissing,
)
from hoithi.people.models import OrganisingBody, Person, Role, RoleName, Scope
from hoithi.people.queries.accounts import roles_given_by, roles_in_force
from hoithi.people.queries.reach import reach


@transaction.atomic
def grant_role(
    person: Person,
    name: RoleName,
    over: Reached,
    *,
    by: Person,
    at: datetime,
    decision: str = "",
) -> Role:
    """Give a role. An operator gives every role; an administrator those over the own body, to
    accounts of the own body; an organiser only that of a helper. A role already held so is
    returned as it is. Refuses a role for oneself, a contact without a unit, and whoever is to
    approve, review or judge without a document."""
    _refuse_unless_yours(by, person, name, over.body, at)
    if by.pk == person.pk and (name in NEVER_OWN or _others_give(over.body, by=by, at=at)):
        raise RoleOfOwn
    _refuse_unless_whole(name, over, decision)
    scope = _scope(over)
    held = {"person": person, "name": name, "scope": scope}
    held |= {"body": over.body, "contest_id": over.contest_id, "unit": over.unit}
    current = Role.objects.filter(Q(until=None) | Q(until__gt=at), **held).first()
    if current is not None:
        return current
    role = Role.objects.create(**held, since=at, decision=decision)
    facts = {"role": name, "scope": scope, "person": person.pk, "decision": decision}
    journal.record("people.role_granted", role, by=by, at=at, facts=facts)
    return role


def _refuse_unless_whole(name: RoleName, over: Reached, decision: str) -> None:
    """Refuses a role over another body's things, or without the unit or document it rests on."""
    if over.body and not over.is_within(over.body):
        raise OverOfAnotherBody
    if name == RoleName.UNIT_CONTACT and over.unit is None:
        raise UnitMissing
    if name in BY_DECISION and not decision.strip():
        raise DecisionMissing


@transaction.atomic
def revoke_role(role: Role, *, by: Person, at: datetime) -> None:
    """Take a role back from now on. Refuses to leave the installation without an operator."""
    _refuse_unless_yours(by, role.person, RoleName(role.name), role.body, at)
    if role.name == RoleName.OPERATOR and not _operators(at).exclude(pk=role.pk).exists():
        raise LastOperator
    role.until = at
    role.save(update_fields=["until"])
    facts = {"role": role.name, "scope": role.scope, "person": role.person_id}
    journal.record("people.role_revoked", role, by=by, at=at, facts=facts)


def make_first_operator_role(person: Person, *, at: datetime) -> Role:
    """The role of whoever `hoithi operator create` makes: there is nobody yet to give it."""
    role = Role.objects.create(
        person=person, name=RoleName.OPERATOR, scope=Scope.INSTALLATION, since=at
    )
    journal.record("people.role_granted", role, by=None, at=at, facts={"person": person.pk})
    return role


def _operators(at: datetime) -> QuerySet[Role]:
    return Role.objects.filter(
        Q(until=None) | Q(until__gt=at), name=RoleName.OPERATOR, person__is_active=True
    )


def _others_give(body: OrganisingBody | None, *, by: Person, at: datetime) -> bool:
    """Whether somebody else gives roles here: a body with one official has nobody."""
    givers = Q(name=RoleName.OPERATOR) | Q(name=RoleName.ADMINISTRATOR, body=body)
    return roles_in_force(at).filter(givers).exclude(person=by).exists()


def _scope(over: Reached) -> Scope:
    if over.unit:
        return Scope.UNIT
    if over.contest_id:
        return Scope.CONTEST
    return Scope.BODY if over.body else Scope.INSTALLATION


def _refuse_unless_yours(
    by: Person, person: Person, name: RoleName, body: OrganisingBody | None, at: datetime
) -> None:
    is_of_body = body is not None and person.body_id == body.pk
    operates = reach(by, RoleName.OPERATOR, at=at).everywhere
    if name not in roles_given_by(by, body, at=at) or not (is_of_body or operates):
        raise RoleNotYoursToGive(person=person.full_name)
