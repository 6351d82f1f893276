"""Whose accounts somebody sees, and whose passwords they may have set anew."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Q, QuerySet

from hoithi.people.facts.accounts import WITHOUT_SECOND_FACTOR
from hoithi.people.models import OrganisingBody, Person, Role, RoleName, Scope
from hoithi.people.queries.accounts import SEE_ACCOUNTS, accounts_of, roles_in_force
from hoithi.people.queries.reach import reach

NOT_BY_ORGANISERS = (
    RoleName.OPERATOR,
    RoleName.ADMINISTRATOR,
    RoleName.ORGANISER,
    RoleName.APPROVER,
    RoleName.QUESTION_REVIEWER,
    RoleName.AUDITOR,
)
"""Whoever stands beside or above an organiser: with the slip of one of them, an organiser could
sign the second name under work of their own, or look over their own shoulder."""


def body_with_accounts(person: Person, slug: str, *, at: datetime) -> OrganisingBody:
    """The body as those reach it who see accounts of it, be it those of one contest only."""
    held = reach(person, *SEE_ACCOUNTS, at=at)
    if held.everywhere:
        return OrganisingBody.objects.get(slug=slug)
    organised = roles_in_force(at).filter(
        person=person, name=RoleName.ORGANISER, scope=Scope.CONTEST
    )
    # A role over a contest names the body that owns the contest.
    known = held.within("pk") | Q(pk__in=organised.values("body"))
    return OrganisingBody.objects.get(known, slug=slug)


def accounts_seen_by(person: Person, body: OrganisingBody, *, at: datetime) -> QuerySet[Person]:
    """The accounts of the body; for an organiser of some contests only, those with a role there."""
    held = reach(person, *SEE_ACCOUNTS, at=at)
    if held.covers(body_id=body.pk):
        return accounts_of(body)
    there = _held(at).filter(body=body, contest_id__in=held.contests)
    return accounts_of(body).filter(Exists(there))


def accounts_reset_by(person: Person, body: OrganisingBody, *, at: datetime) -> QuerySet[Person]:
    """The accounts for which the person may have a new slip printed; never the own one.

    Administrators and operators: all of the body. An organiser of the body: accounts whose every
    role lies within the body; an organiser of a contest: within that contest, units' contacts in
    it among them. Never those of `NOT_BY_ORGANISERS`, and nobody whose role asks for a second
    factor that is not set up yet: there the slip alone would open the account, and a secretary or
    a judge is somebody whose word counts beside the organiser's.
    """
    found = accounts_seen_by(person, body, at=at).filter(is_active=True).exclude(pk=person.pk)
    if reach(person, RoleName.OPERATOR, RoleName.ADMINISTRATOR, at=at).covers(body_id=body.pk):
        return found
    held, roles = reach(person, RoleName.ORGANISER, at=at), _held(at)
    within = Q(body=body)
    if body.pk not in held.bodies:
        within &= Q(contest_id__in=held.contests)
    guarded = roles.exclude(name__in=WITHOUT_SECOND_FACTOR)
    set_up = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    factors = Authenticator.objects.filter(user=OuterRef("pk"), type__in=set_up)
    return found.exclude(
        Exists(roles.exclude(within))
        | Exists(roles.filter(name__in=NOT_BY_ORGANISERS))
        | (Exists(guarded) & ~Exists(factors))
    )


def _held(at: datetime) -> QuerySet[Role]:
    """Roles of the account of the outer query, those that begin later among them."""
    return Role.objects.filter(Q(until=None) | Q(until__gt=at), person=OuterRef("pk"))
