"""Who waits for a move, and what somebody who is invited may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from hoithi.campaigns.models import Activity, ActivityMove, CommitteeMember, Holding
from hoithi.campaigns.queries import units_of_contact
from hoithi.campaigns.queries.contacts import of_drafts
from hoithi.conferences.models import Guest
from hoithi.people.models import Person
from hoithi.people.queries.contacts import contacts_of


def guests_for(person: Person, *, at: datetime) -> QuerySet[Guest]:
    """The invitations of this person and of the units that they are the contact of.

    An invitation is seen once it was sent.
    """
    units = units_of_contact(person, at=at)
    rows = Guest.objects.filter(Q(person=person) | Q(person=None, unit__in=units))
    sent = rows.exclude(told_at=None).exclude(of_drafts("activity__campaign"))
    return sent.select_related("activity__campaign__body").order_by("-told_at", "pk")


@dataclass(frozen=True)
class Waiting:
    """Who waits for an activity: people with an account, and the others by name."""

    people: tuple[Person, ...]
    others: tuple[str, ...]
    invited: frozenset[int] = frozenset()
    """Those of the people, by key, who have an invitation to look at."""


def waiting_for(activity: Activity, tasks: Iterable[int], *, at: datetime) -> Waiting:
    """Who holds one of these tasks or was invited, each once; whoever has no account by name."""
    rows = Holding.objects.filter(task__in=list(tasks)).select_related("agency", "unit")
    held = list(rows.order_by("agency__ordinal", "pk"))
    invited = list(activity.guests.exclude(told_at=None).select_related("person"))
    units = {one.unit_id or one.agency.unit_id for one in held} | {one.unit_id for one in invited}
    contacts = contacts_of([unit for unit in units if unit], at=at)
    members = _members({one.agency_id for one in held})
    people: dict[int, Person] = {}
    others: dict[str, None] = {}
    asked: set[int] = set()
    for one in held:
        unit = one.unit_id or one.agency.unit_id
        known = [*contacts.get(unit or 0, []), *members.get(one.agency_id, [])]
        people |= {person.pk: person for person in known}
        if not known:
            others[one.agency.name] = None
    for guest in invited:
        known = [guest.person] if guest.person else contacts.get(guest.unit_id or 0, [])
        people |= {person.pk: person for person in known}
        asked |= {person.pk for person in known}
        if not known:
            others[guest.organisation or guest.full_name] = None
    return Waiting(tuple(people.values()), tuple(others), frozenset(asked))


def _members(agencies: Iterable[int]) -> dict[int, list[Person]]:
    """People with an account whom agencies nominated."""
    rows = CommitteeMember.objects.filter(agency__in=list(agencies), person__is_active=True)
    found: dict[int, list[Person]] = {}
    for one in rows.select_related("person"):
        if one.agency_id and one.person:
            found.setdefault(one.agency_id, []).append(one.person)
    return found


def untold_moves() -> QuerySet[ActivityMove]:
    """Moves that nobody has been told of, oldest first."""
    rows = ActivityMove.objects.filter(told_at=None).order_by("pk")
    return rows.select_related("activity__campaign__body")
