"""Accounts that work without e-mail: made, handed over on slips, reset."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction

from hoithi.core.vietnamese.text import clean, title_name
from hoithi.journal import actions as journal
from hoithi.kit.ids import new_token
from hoithi.people.facts.accounts import (
    LOGIN,
    LinkNotValid,
    LoginNotAllowed,
    LoginTaken,
    NameMissing,
    NewAccount,
    Slip,
    token_hash,
)
from hoithi.people.models import OrganisingBody, Person, SignInLink

LINK_HOLDS = timedelta(days=14)
"""A slip travels by post and lies on desks."""


def make_account(
    new: NewAccount, *, body: OrganisingBody | None, by: Person | None, at: datetime
) -> Slip:
    """Make an account of a body (of none: an operator's) with its one-time link.

    Refuses sign-in names that are taken or cannot be dictated, and people without a name.
    """
    return make_accounts([new], body=body, by=by, at=at)[0]


@transaction.atomic
def make_accounts(
    new: Sequence[NewAccount], *, body: OrganisingBody | None, by: Person | None, at: datetime
) -> list[Slip]:
    """Make all these accounts, or none of them."""
    return [_make(one, body=body, by=by, at=at) for one in new]


def _make(new: NewAccount, *, body: OrganisingBody | None, by: Person | None, at: datetime) -> Slip:
    login = checked_login(new.login)
    if not clean(new.full_name):
        raise NameMissing(login=login)
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
    person.save()
    journal.record("people.account_made", person, by=by, at=at, facts={"login": login})
    return _linked(person, by=by, at=at)


def checked_login(login: str) -> str:
    """The sign-in name in its one form. Refuses what cannot be one, and one that is taken."""
    plain = clean(login).lower()
    if not LOGIN.fullmatch(plain):
        raise LoginNotAllowed(login=login)
    if Person.objects.filter(login__iexact=plain).exists():
        raise LoginTaken(login=plain)
    return plain


@transaction.atomic
def reset_account(person: Person, *, by: Person, at: datetime) -> Slip:
    """Take the password away and give a new one-time link. All sessions of the person end."""
    person.set_unusable_password()
    person.must_change_password = True
    person.save(update_fields=["password", "must_change_password"])
    journal.record("people.account_reset", person, by=by, at=at)
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
    token = new_token()
    link = SignInLink.objects.create(
        person=person,
        token_hash=token_hash(token),
        made_by=by,
        made_at=at,
        expires_at=at + LINK_HOLDS,
    )
    return Slip(person, token, link.expires_at)
