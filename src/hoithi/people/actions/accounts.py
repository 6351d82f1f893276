"""Accounts that work without e-mail: made, handed over on slips, reset."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db import IntegrityError, transaction

from hoithi.core.vietnamese.identity import is_persons_name
from hoithi.core.vietnamese.text import clean, title_name
from hoithi.journal import actions as journal
from hoithi.kit.ids import new_token
from hoithi.people.facts.accounts import (
    LOGIN,
    LinkNotValid,
    LoginNotAllowed,
    LoginTaken,
    NameMissing,
    NameNotAPersons,
    NewAccount,
    Slip,
    token_hash,
)
from hoithi.people.models import OrganisingBody, Person, SignInLink

LINK_HOLDS = timedelta(days=14)
"""A slip travels by post and lies on desks."""
_A_STATEMENT = 100
"""Rows a statement; a parameter each for their columns."""


def make_account(
    new: NewAccount, *, body: OrganisingBody | None, by: Person | None, at: datetime
) -> Slip:
    """Make an account of a body (of none: an operator's) with its one-time link.

    Refuses sign-in names that are taken or cannot be dictated, and people without a name.
    """
    return make_accounts([new], body=body, by=by, at=at)[0]


def make_accounts(
    new: Sequence[NewAccount], *, body: OrganisingBody | None, by: Person | None, at: datetime
) -> list[Slip]:
    """Make all these accounts, or none of them. As few statements for a thousand as for one."""
    people = [_person(one, body, at) for one in new]
    try:
        with transaction.atomic():
            _refuse_taken(people)
            return _made(people, by=by, at=at)
    except IntegrityError:
        # Somebody took one of the names between the look and the rows.
        _refuse_taken(people)
        raise


def _person(new: NewAccount, body: OrganisingBody | None, at: datetime) -> Person:
    login = clean(new.login).lower()
    if not LOGIN.fullmatch(login):
        raise LoginNotAllowed(login=new.login)
    if not clean(new.full_name):
        raise NameMissing(login=login)
    if not is_persons_name(new.full_name):
        raise NameNotAPersons(name=new.full_name)
    person = Person(
        login=login,
        full_name=title_name(new.full_name),
        post=clean(new.post),
        email=new.email,
        phone=new.phone,
        body=body,
        must_change_password=True,
        created_at=at,
    )
    person.set_unusable_password()
    return person


def _refuse_taken(people: Sequence[Person]) -> None:
    logins = [person.login for person in people]
    taken = Person.objects.filter(login__in=logins).values_list("login", flat=True).first()
    twice = next((login for login, times in Counter(logins).items() if times > 1), None)
    if (login := taken or twice) is not None:
        raise LoginTaken(login=login)


def _made(people: Sequence[Person], *, by: Person | None, at: datetime) -> list[Slip]:
    made = Person.objects.bulk_create(people, batch_size=_A_STATEMENT)
    told = ((person, {"login": person.login}) for person in made)
    journal.record_all("people.account_made", told, by=by, at=at)
    slips = [Slip(person, new_token(), at + LINK_HOLDS) for person in made]
    links = (_link(slip, by, at) for slip in slips)
    SignInLink.objects.bulk_create(links, batch_size=_A_STATEMENT)
    return slips


@transaction.atomic
def reset_account(person: Person, *, by: Person, at: datetime) -> Slip:
    """Take the password away and give a new one-time link. All sessions of the person end."""
    person.set_unusable_password()
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    journal.record("people.account_reset", person, by=by, at=at, facts={"login": person.login})
    return _linked(person, by=by, at=at)


@transaction.atomic
def reset_second_factor(person: Person, *, by: Person, at: datetime) -> None:
    """Forget a lost telephone or key: the person sets up a new second factor at next sign-in."""
    Authenticator.objects.filter(user=person).delete()
    journal.record("people.second_factor_reset", person, by=by, at=at)


@transaction.atomic
def close_account(person: Person, *, by: Person, at: datetime) -> None:
    """Nobody signs in with this account any more; what it did stays in the journal."""
    person.is_active = False
    person.set_unusable_password()
    person.save(update_fields=["is_active", "password"])
    SignInLink.objects.filter(person=person, used_at=None).update(used_at=at)
    journal.record("people.account_closed", person, by=by, at=at)


@transaction.atomic
def use_sign_in_link(token: str, password: str, *, at: datetime) -> Person:
    """Set the person's own password, once. Refuses a used, late or unknown link."""
    link = (
        SignInLink.objects.select_for_update(of=("self",))
        .select_related("person")
        .filter(token_hash=token_hash(token), used_at=None, expires_at__gt=at)
        .filter(person__is_active=True)
        .first()
    )
    if link is None:
        raise LinkNotValid
    link.used_at = at
    link.save(update_fields=["used_at"])
    person = link.person
    person.set_password(password)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])
    journal.record("people.password_set", person, by=person, at=at)
    return person


def _linked(person: Person, *, by: Person | None, at: datetime) -> Slip:
    """A fresh link; older ones of the person no longer work."""
    SignInLink.objects.filter(person=person, used_at=None).update(used_at=at)
    slip = Slip(person, new_token(), at + LINK_HOLDS)
    _link(slip, by, at).save(force_insert=True)
    return slip


def _link(slip: Slip, by: Person | None, at: datetime) -> SignInLink:
    return SignInLink(
        person=slip.person,
        token_hash=token_hash(slip.token),
        made_by=by,
        made_at=at,
        expires_at=slip.expires_at,
    )
