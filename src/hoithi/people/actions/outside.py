"""Linking accounts to those of another authority, and letting people in by them."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from hoithi.journal import actions as journal
from hoithi.people.facts.accounts import OutsideTaken, OutsideUnknown
from hoithi.people.models import OutsideAccount, Person


@transaction.atomic
def link_outside(
    person: Person, *, email: str = "", subject: str = "", by: Person, at: datetime
) -> OutsideAccount | None:
    """Let the person sign in by this account of the authority only; by none where both are empty.

    Refuses (OutsideTaken) what belongs to another person of the installation.
    """
    email, subject = email.strip().lower(), subject.strip()
    OutsideAccount.objects.filter(person=person).delete()
    named = Q(email=email) if email else Q(pk=None)
    named |= Q(subject=subject) if subject else Q(pk=None)
    if OutsideAccount.objects.filter(named).exists():
        raise OutsideTaken
    facts = {"email": bool(email), "subject": bool(subject)}
    journal.record("people.outside_linked", person, by=by, at=at, facts=facts)
    if not email and not subject:
        return None
    return OutsideAccount.objects.create(
        person=person, email=email or None, subject=subject or None, added_by=by, added_at=at
    )


@transaction.atomic
def person_from_outside(subject: str, verified_email: str, *, at: datetime) -> Person:
    """Whom the authority's word lets in. Refuses (OutsideUnknown) whoever was not linked.

    An e-mail address opens once: the authority's number of the person takes its place, so that
    the address may later be given to somebody else there.
    """
    rows = OutsideAccount.objects.select_for_update(of=("self",)).select_related("person")
    known = rows.filter(subject=subject).first()
    if known is not None:
        return known.person
    first = rows.filter(email=verified_email.lower(), subject=None).first()
    if first is None or not verified_email:
        raise OutsideUnknown
    first.subject = subject
    first.save(update_fields=["subject"])
    journal.record("people.outside_bound", first.person, by=first.person, at=at)
    return first.person
