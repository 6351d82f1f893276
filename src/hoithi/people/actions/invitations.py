"""People without an account: a second person for one deed, a role for one day."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from hoithi.core.vietnamese.text import title_name
from hoithi.journal import actions as journal
from hoithi.kit.ids import new_token
from hoithi.people import queries
from hoithi.people.actions.roles import grant_role
from hoithi.people.facts.accounts import (
    CardOfAnotherDay,
    CardOfAnotherDevice,
    Invited,
    LinkNotValid,
    NewDayCard,
    token_hash,
)
from hoithi.people.models import DayCard, Invitation, OrganisingBody, Person


@dataclass(frozen=True)
class Issued:
    """A row and its one-time token, which is shown once."""

    row: Invitation | DayCard
    token: str


@transaction.atomic
def invite(
    invited: Invited,
    *,
    body: OrganisingBody,
    by: Person,
    at: datetime,
    holds: timedelta = timedelta(days=3),
) -> Issued:
    """A one-time link for somebody named in the establishing decision to confirm one deed.

    A link that was made for the same person and deed before, and not used, takes its leave: of
    two that a double click makes, the one that is shown holds.
    """
    name, token = title_name(invited.full_name), new_token()
    _take_back(invited, name, body=body, at=at)
    invitation = Invitation.objects.create(
        body=body,
        deed=invited.deed,
        subject_id=invited.subject_id,
        full_name=name,
        post=invited.post,
        decision=invited.decision,
        token_hash=token_hash(token),
        invited_by=by,
        expires_at=at + holds,
    )
    facts = {"deed": invited.deed, "subject_id": invited.subject_id, "decision": invited.decision}
    journal.record("people.invited", invitation, by=by, at=at, facts=facts)
    return Issued(invitation, token)


def _take_back(invited: Invited, name: str, *, body: OrganisingBody, at: datetime) -> None:
    """The links that the same person had for the same deed hold no more."""
    # Two clicks at once wait here for one another.
    OrganisingBody.objects.select_for_update().get(pk=body.pk)
    before = Invitation.objects.filter(deed=invited.deed, subject_id=invited.subject_id)
    before.filter(full_name=name, used_at=None).update(used_at=at)


@transaction.atomic
def use_invitation(token: str, deed: str, *, at: datetime) -> Invitation:
    """Use the link for its deed, once, in the transaction of the deed itself.

    Refuses a used, late or unknown link, and one for another deed.
    """
    found = Invitation.objects.select_for_update().filter(
        token_hash=token_hash(token), deed=deed, used_at=None, expires_at__gt=at
    )
    invitation = found.first()
    if invitation is None:
        raise LinkNotValid
    invitation.used_at = at
    invitation.save(update_fields=["used_at"])
    facts = {"deed": deed, "subject_id": invitation.subject_id}
    journal.record("people.invitation_used", invitation, by=None, at=at, facts=facts)
    return invitation


@transaction.atomic
def make_day_card(new: NewDayCard, *, by: Person, at: datetime, token: str = "") -> Issued:
    """A card for a one-day role, with an account of its own that has no password.

    The token of its link is drawn here, unless the caller has drawn one. The role holds on the
    day of Vietnam that the card names. Refuses like `grant_role`.
    """
    body = new.over.body
    person = Person(
        login=f"the-{new_token().lower()}",
        full_name=title_name(new.full_name),
        created_at=at,
        body=body,
    )
    person.set_unusable_password()
    person.save()
    role = grant_role(person, new.role, new.over, by=by, at=at, decision=f"Thẻ ngày {new.day}")
    zone = timezone.get_default_timezone()
    role.since = datetime.combine(new.day, time(), zone).astimezone(UTC)
    role.until = role.since + timedelta(days=1)
    role.save(update_fields=["since", "until"])
    token = token or new_token()
    card = DayCard.objects.create(role=role, token_hash=token_hash(token), day=new.day)
    return Issued(card, token)


@transaction.atomic
def use_day_card(token: str, device: str, *, at: datetime) -> DayCard:
    """Show the card on a device: the first device keeps it. Refuses another device, another day
    (in Vietnam), an unknown card and one whose role was taken back."""
    card = queries.day_card(token)
    if card.day != timezone.localdate(at):
        raise CardOfAnotherDay(day=card.day)
    card = DayCard.objects.select_for_update().get(pk=card.pk)
    if card.role.until is None or card.role.until <= at:
        raise LinkNotValid
    device_hash = hashlib.sha256(device.encode()).hexdigest()
    if card.device_hash and card.device_hash != device_hash:
        raise CardOfAnotherDevice
    if not card.device_hash:
        card.device_hash, card.bound_at = device_hash, at
        card.save(update_fields=["device_hash", "bound_at"])
        journal.record("people.day_card_bound", card.role, by=card.role.person, at=at)
    return card
