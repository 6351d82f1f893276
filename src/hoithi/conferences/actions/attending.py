"""What those invited answer, and who comes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from hoithi.campaigns.models import Activity
from hoithi.conferences.actions.inviting import MOST_GUESTS, NewGuest, TooManyGuests
from hoithi.conferences.actions.preparing import own
from hoithi.conferences.models import Guest
from hoithi.core.attendance import CAME, Answer, Presence, left_over
from hoithi.core.vietnamese.moments import local_day
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.actions.tallies import count_try
from hoithi.people.facts.tries import Counter, Limit
from hoithi.people.models import Person

_BY_LINK = Limit("invitation_link", 20, timedelta(hours=1))
"""Of one link, whoever got hold of it."""


class SubstituteMissing(Refusal):
    """Who sends somebody says whom."""


class ReasonMissing(Refusal):
    """Who does not come says why."""


class TooLateToAnswer(Refusal):
    """The meeting is over: only the secretariat notes what was answered."""


@dataclass(frozen=True)
class Answered:
    """What somebody who is invited says."""

    answer: Answer
    substitute_name: str = ""
    substitute_post: str = ""
    reason: str = ""


def locked_guest(guest: Guest) -> Guest:
    """The row as it is now, kept from others until the deed is done."""
    rows = Guest.objects.select_for_update(of=("self",)).select_related("activity__campaign")
    return rows.get(pk=guest.pk)


@transaction.atomic
def answer(
    guest: Guest, told: Answered, *, by: Person | None, at: datetime, is_own: bool = False
) -> Guest:
    """Writes down what they answer; the newest answer counts.

    An agency that comes may name whom it sends. `is_own` where those invited answer themselves:
    they can until the day of the meeting is over. Nobody is `by` where a link answered.
    """
    locked = locked_guest(guest)
    last = locked.activity.last_day
    if is_own and last and local_day(at) > last:
        raise TooLateToAnswer
    if told.answer is Answer.SENDS and not told.substitute_name.strip():
        raise SubstituteMissing
    if told.answer is Answer.EXCUSED and not told.reason.strip():
        raise ReasonMissing
    names_somebody = told.answer in (Answer.SENDS, Answer.COMING)
    locked.answer = told.answer.value
    locked.substitute_name = told.substitute_name if names_somebody else ""
    locked.substitute_post = told.substitute_post if names_somebody else ""
    locked.reason = told.reason if told.answer is Answer.EXCUSED else ""
    locked.answered_by, locked.answered_at = by, at
    locked.save()
    facts = {"activity": locked.activity_id, "guest": locked.pk, "answer": locked.answer}
    journal.record("conferences.answered", locked.activity.campaign, by=by, at=at, facts=facts)
    return locked


def slow_down(guest: Guest, *, at: datetime) -> None:
    """Counts an answer by a link. Refuses (TooManyTries) the twenty-first of an hour."""
    count_try([Counter(_BY_LINK, str(guest.pk))], at=at)


@transaction.atomic
def check_in(guest: Guest, presence: Presence, *, by: Person, at: datetime) -> Guest:
    """Notes that somebody came, came late or did not; noted again, the newest counts.

    Somebody who has come keeps the moment when that was first noted.
    """
    locked = locked_guest(guest)
    if locked.presence == presence.value:
        return locked
    locked.presence = presence.value
    locked.came_at = (locked.came_at or at) if presence in CAME else None
    locked.save(update_fields=["presence", "came_at"])
    facts = {"activity": locked.activity_id, "guest": locked.pk, "presence": presence.value}
    journal.record("conferences.checked_in", locked.activity.campaign, by=by, at=at, facts=facts)
    return locked


@transaction.atomic
def walk_in(activity: Activity, new: NewGuest, *, by: Person, at: datetime) -> Guest:
    """Somebody came who was not invited; who is on the list under these words has come."""
    locked = own(activity)
    told = {"organisation": new.organisation, "full_name": new.full_name, "post": new.post}
    if locked.guests.count() >= MOST_GUESTS:
        raise TooManyGuests
    last = locked.guests.aggregate(last=Max("ordinal"))["last"] or 0
    guest, _ = Guest.objects.get_or_create(
        activity=locked, **told, defaults={"ordinal": last + 1, "is_walk_in": True}
    )
    return check_in(guest, Presence.PRESENT, by=by, at=at)


@transaction.atomic
def note_left_over(activity: Activity, *, by: Person, at: datetime) -> int:
    """Whoever was not seen is absent, with a reason where they gave one. How many they are."""
    locked = own(activity)
    rows = list(locked.guests.select_for_update().filter(presence=Presence.UNKNOWN.value))
    for guest in rows:
        guest.presence = left_over(Answer(guest.answer)).value
    Guest.objects.bulk_update(rows, ["presence"], batch_size=200)
    facts = {"activity": locked.pk, "guests": len(rows)}
    journal.record("conferences.left_over_noted", locked.campaign, by=by, at=at, facts=facts)
    return len(rows)
