"""Accounts, roles, bodies and one-time links as somebody may read them."""

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db.models import Q, QuerySet

from hoithi.journal.models import Entry
from hoithi.people.facts.accounts import (
    WITHOUT_SECOND_FACTOR,
    LinkNotValid,
    LinkOfOwn,
    token_hash,
)
from hoithi.people.models import (
    DayCard,
    Invitation,
    OrganisingBody,
    OutsideAccount,
    Person,
    Role,
    RoleName,
    Scope,
    SignInLink,
)
from hoithi.people.queries.reach import reach

ADMINISTRATORS = (RoleName.OPERATOR, RoleName.ADMINISTRATOR)
"""Who makes accounts, hands them over and gives roles."""
SEE_ACCOUNTS = (*ADMINISTRATORS, RoleName.ORGANISER)
"""Organisers look who has an account: to name helpers, and to help who forgot a password."""
SEE_JOURNAL = (*ADMINISTRATORS, RoleName.AUDITOR)


def roles_in_force(at: datetime) -> QuerySet[Role]:
    """Roles of active accounts that hold at that moment."""
    return Role.objects.filter(
        Q(until=None) | Q(until__gt=at), since__lte=at, person__is_active=True
    )


def roles_of(person: Person, at: datetime) -> QuerySet[Role]:
    """What the person holds now, with bodies and units."""
    return roles_in_force(at).filter(person=person).select_related("body", "unit").order_by("pk")


def bodies_for(person: Person, *names: RoleName, at: datetime) -> QuerySet[OrganisingBody]:
    """The bodies over which the person holds one of these roles; an operator sees every body."""
    held = reach(person, RoleName.OPERATOR, *names, at=at)
    return OrganisingBody.objects.filter(held.within("pk")).order_by("name")


def body_for(person: Person, slug: str, *names: RoleName, at: datetime) -> OrganisingBody:
    """The body of this short name. Raises DoesNotExist for whoever holds none of the roles."""
    return bodies_for(person, *names, at=at).get(slug=slug)


def body_administered(person: Person, slug: str, *, at: datetime) -> OrganisingBody:
    """The body as its administrator or an operator reaches it."""
    return body_for(person, slug, RoleName.ADMINISTRATOR, at=at)


def roles_given_by(
    person: Person, body: OrganisingBody | None, *, at: datetime
) -> frozenset[RoleName]:
    """The roles over the body (None: the installation) that the person gives and takes back.

    An organiser gives one: helpers of assisted places are found in the days before a round.
    """
    if reach(person, RoleName.OPERATOR, at=at).everywhere:
        return frozenset(RoleName)
    if body is None:
        return frozenset()
    if body.pk in reach(person, RoleName.ADMINISTRATOR, at=at).bodies:
        return frozenset(RoleName) - {RoleName.OPERATOR}
    organises = body.pk in reach(person, RoleName.ORGANISER, at=at).bodies
    return frozenset({RoleName.HELPER}) if organises else frozenset()


def bodies_operated(person: Person, *, at: datetime) -> QuerySet[OrganisingBody]:
    """All bodies, for an operator. Raises DoesNotExist for everybody else."""
    if not reach(person, RoleName.OPERATOR, at=at).everywhere:
        raise Role.DoesNotExist
    return OrganisingBody.objects.order_by("name")


def accounts_of(body: OrganisingBody) -> QuerySet[Person]:
    """All accounts that the body made, by name; not those of day cards."""
    return (
        Person.objects.filter(body=body)
        .exclude(roles__daycard__isnull=False)
        .prefetch_related("roles", "roles__unit")
        .order_by("full_name", "pk")
        .distinct()
    )


def account_of(body: OrganisingBody, person_id: int) -> Person:
    """One account of the body."""
    return accounts_of(body).get(pk=person_id)


def role_of(body: OrganisingBody, role_id: int, at: datetime) -> Role:
    """A role over the body, a contest or a unit of it, that holds now."""
    return roles_in_force(at).select_related("person", "body", "unit").get(pk=role_id, body=body)


def people_of(body: OrganisingBody, *names: RoleName, at: datetime) -> QuerySet[Person]:
    """Who holds one of these roles over the body itself: to tell them what waits."""
    roles = roles_in_force(at).filter(body=body, name__in=names, scope=Scope.BODY)
    return Person.objects.filter(pk__in=roles.values("person")).order_by("full_name")


def heads_of(
    body: OrganisingBody, contest_id: int, *names: RoleName, at: datetime
) -> QuerySet[Person]:
    """Who holds one of these roles over the contest, or over its body. One query."""
    over = Q(scope=Scope.BODY) | Q(scope=Scope.CONTEST, contest_id=contest_id)
    roles = roles_in_force(at).filter(over, body=body, name__in=names)
    found = Person.objects.filter(pk__in=roles.values("person"), is_active=True)
    return found.order_by("full_name")


def needs_second_factor(person: Person, at: datetime) -> bool:
    """Whether the person holds any role beyond those that sign in with a password alone."""
    held = roles_in_force(at).filter(person=person)
    return held.exclude(name__in=WITHOUT_SECOND_FACTOR).exists()


def has_second_factor(person: Person) -> bool:
    """Whether an authenticator application or a passkey is set up."""
    return bool(_factors(person).exists())


def had_second_factor(person: Person, before: datetime) -> bool:
    """Whether one of those that are set up now was so before that moment."""
    return bool(_factors(person).filter(created_at__lt=before).exists())


def _factors(person: Person) -> QuerySet[Authenticator]:
    kinds = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
    found: QuerySet[Authenticator] = Authenticator.objects.filter(user=person, type__in=kinds)
    return found


def outside_account(person: Person) -> dict[str, str]:
    """By what another authority knows the person; empty texts for nothing."""
    known = OutsideAccount.objects.filter(person=person).first()
    return {"email": (known and known.email) or "", "subject": (known and known.subject) or ""}


def sign_in_link(token: str, at: datetime) -> SignInLink:
    """The link as long as it may be used. Refuses any other alike."""
    found = SignInLink.objects.select_related("person__body", "made_by").filter(
        token_hash=token_hash(token), used_at=None, expires_at__gt=at, person__is_active=True
    )
    if (link := found.first()) is None:
        raise LinkNotValid
    return link


def invitation(token: str, at: datetime, *, opened_by: int | None = None) -> Invitation:
    """The invitation as long as it may be used. Refuses any other alike.

    Refuses too the person who made it, by whose account (`opened_by`) the page is asked for: the
    link is the hand of a second person.
    """
    found = Invitation.objects.select_related("body", "invited_by").filter(
        token_hash=token_hash(token), used_at=None, expires_at__gt=at
    )
    if (row := found.first()) is None:
        raise LinkNotValid
    if opened_by is not None and opened_by == row.invited_by_id:
        raise LinkOfOwn
    return row


def day_card(token: str) -> DayCard:
    """The card of this token, on whatever day. Refuses an unknown one."""
    found = DayCard.objects.select_related("role", "role__person", "role__body")
    if (card := found.filter(token_hash=token_hash(token)).first()) is None:
        raise LinkNotValid
    return card


def journal_entries(person: Person, at: datetime) -> QuerySet[Entry]:
    """The journal as an auditor or administrator may read it: of their bodies and contests.

    An operator also reads what belongs to no body. Raises DoesNotExist for everybody else.
    """
    held = reach(person, RoleName.AUDITOR, RoleName.ADMINISTRATOR, at=at)
    operates = reach(person, RoleName.OPERATOR, at=at).everywhere
    if not (held.everywhere or held.bodies or held.contests or operates):
        raise Role.DoesNotExist
    readable = held.within("body_id", "contest_id")
    if operates and not held.everywhere:
        readable |= Q(body_id=None, contest_id=None)
    return Entry.objects.filter(readable).order_by("-pk")


def day_cards_of(body: OrganisingBody) -> QuerySet[DayCard]:
    """The cards of the body, newest day first."""
    cards = DayCard.objects.filter(role__body=body)
    return cards.select_related("role", "role__person").order_by("-day", "-pk")
