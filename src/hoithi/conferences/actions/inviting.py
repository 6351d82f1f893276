"""Whom a meeting invites, and sending the invitations."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.urls import reverse

from hoithi.campaigns.actions.nominations import refuse_draft
from hoithi.campaigns.models import Activity, Agency
from hoithi.conferences import queries
from hoithi.conferences.actions.preparing import own
from hoithi.conferences.facts import invited_text, reminded_text
from hoithi.conferences.models import Guest
from hoithi.core.attendance import Answer, Presence
from hoithi.core.vietnamese.moments import local_day
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.notices import actions as notices
from hoithi.people.models import Person, Unit

MOST_GUESTS = 2_000
"""Of one activity; a hall holds no more."""


class DayNotSet(Refusal):
    """Nobody is invited to an activity whose day is not set."""


class MeetingOver(Refusal):
    """The meeting is over: nobody is invited to it or reminded of it any more."""


class NobodyInvited(Refusal):
    """There is nobody left to be invited."""


class TooManyGuests(Refusal):
    """More than `MOST_GUESTS` would be invited."""


class GuestAnswered(Refusal):
    """Who has answered or come stays on the list."""


@dataclass(frozen=True)
class NewGuest:
    """A seat: an agency that sends somebody, or somebody by name."""

    organisation: str = ""
    full_name: str = ""
    post: str = ""
    agency: Agency | None = None
    unit: Unit | None = None
    person: Person | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """The same words are the same seat."""
        return (self.organisation, self.full_name, self.post)


@transaction.atomic
def invite(activity: Activity, new: Iterable[NewGuest], *, by: Person, at: datetime) -> int:
    """Puts these on the list; who is there already stays as they are. How many are new."""
    locked = own(activity)
    rows = locked.guests.values_list("organisation", "full_name", "post")
    known = set(rows)
    last = locked.guests.aggregate(last=Max("ordinal"))["last"] or 0
    added = {one.key: one for one in new if any(one.key) and one.key not in known}
    if len(known) + len(added) > MOST_GUESTS:
        raise TooManyGuests
    Guest.objects.bulk_create(
        [
            Guest(
                activity=locked,
                ordinal=ordinal,
                organisation=one.organisation,
                full_name=one.full_name,
                post=one.post,
                agency=one.agency,
                unit=one.unit,
                person=one.person,
            )
            for ordinal, one in enumerate(added.values(), last + 1)
        ],
        batch_size=200,
    )
    facts = {"activity": locked.pk, "guests": len(added)}
    journal.record("conferences.guests_added", locked.campaign, by=by, at=at, facts=facts)
    return len(added)


@transaction.atomic
def drop_guest(guest: Guest, *, by: Person, at: datetime) -> None:
    """Takes somebody off the list who has neither answered nor come."""
    rows = Guest.objects.select_for_update(of=("self",)).select_related("activity__campaign")
    locked = rows.get(pk=guest.pk)
    if locked.answer != Answer.WAITING or locked.presence != Presence.UNKNOWN:
        raise GuestAnswered
    facts = {"activity": locked.activity_id, "guest": locked.pk}
    campaign = locked.activity.campaign
    locked.delete()
    journal.record("conferences.guest_dropped", campaign, by=by, at=at, facts=facts)


@transaction.atomic
def remind_silent(activity: Activity, *, by: Person, at: datetime) -> int:
    """Reminds those with an account who were invited and have not answered, once a day.

    How many people that are. Refuses where nobody is left to be reminded on the site, and
    once the meeting is over.
    """
    locked = own(activity)
    _refuse_over(locked, at)
    silent = locked.guests.filter(answer=Answer.WAITING.value).exclude(told_at=None)
    reached = queries.people_of(silent.select_related("person"), at=at)
    people = {person.pk: person for known in reached.values() for person in known}
    if not people:
        raise NobodyInvited
    text, link = reminded_text(locked), reverse("my_invitation", args=[locked.pk])
    body, key = locked.campaign.body, f"conferences.reminded:{locked.pk}:{local_day(at)}"
    for person in people.values():
        notices.tell(person, text, body=body, at=at, link=link, key=key)
    facts = {"activity": locked.pk, "told": len(people)}
    journal.record("conferences.silent_reminded", locked.campaign, by=by, at=at, facts=facts)
    return len(people)


@transaction.atomic
def send_invitations(activity: Activity, *, by: Person, at: datetime) -> tuple[int, int]:
    """Invites all who were not yet: on the site those with an account, by mail where they have one.

    How many people were told, and how many seats nobody with an account answers for: these are
    invited by the letter. Refuses while the day is not set or once it is over, and where all are
    invited.
    """
    locked = own(activity)
    if locked.is_open:
        raise DayNotSet
    refuse_draft(locked.campaign)
    _refuse_over(locked, at)
    guests = list(locked.guests.filter(told_at=None).select_related("person"))
    if not guests:
        raise NobodyInvited
    reached = queries.people_of(guests, at=at)
    people = {person.pk: person for known in reached.values() for person in known}
    text, link = invited_text(locked), reverse("my_invitation", args=[locked.pk])
    body, key = locked.campaign.body, f"conferences.invited:{locked.pk}"
    for person in people.values():
        notices.tell(person, text, body=body, at=at, link=link, key=key)
    Guest.objects.filter(pk__in=[one.pk for one in guests]).update(told_at=at)
    facts = {"activity": locked.pk, "guests": len(guests), "told": len(people)}
    journal.record("conferences.invitations_sent", locked.campaign, by=by, at=at, facts=facts)
    return len(people), sum(not reached[one.pk] for one in guests)


def _refuse_over(activity: Activity, at: datetime) -> None:
    if activity.last_day and activity.last_day < local_day(at):
        raise MeetingOver
