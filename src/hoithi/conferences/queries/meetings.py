"""Those invited to a meeting, how they are counted and found, and its conclusions."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from hoithi.campaigns.models import Activity, Campaign
from hoithi.conferences.models import Conclusion, Guest, Meeting
from hoithi.core.attendance import Answer, Presence, Tally, tally
from hoithi.core.tasks.holders import HolderSet, kinds_in
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import fold
from hoithi.people.models import OrganisingBody, Person, Unit, UnitVersion
from hoithi.people.queries.contacts import contacts_of
from hoithi.people.queries.units import in_force


def meeting_of(activity: Activity) -> Meeting:
    """What is told of the meeting; not stored yet where nothing was."""
    return Meeting.objects.filter(activity=activity).first() or Meeting(activity=activity)


def counted(guests: Iterable[Guest]) -> Tally:
    """How those invited answered and who came."""
    return tally((Answer(one.answer), Presence(one.presence)) for one in guests)


def guests_named(activity: Activity, typed: str) -> list[tuple[int, Guest]]:
    """Those invited with their number in the list; what was typed narrows them.

    A number alone means that line; words mean everybody in whose name, post or agency all of
    them occur, without regard to diacritics.
    """
    rows = list(enumerate(activity.guests.all(), 1))
    words = fold(typed).split()
    if len(words) == 1 and words[0].isdecimal():
        return [(number, one) for number, one in rows if str(number) == words[0].lstrip("0")]
    return [(number, one) for number, one in rows if _has(one, words)]


def _has(guest: Guest, words: list[str]) -> bool:
    told = (guest.full_name, guest.substitute_name, guest.organisation, guest.post)
    text = fold(" ".join(told))
    return all(word in text for word in words)


@dataclass(frozen=True)
class UnitAsked:
    """A unit that takes part, by the name it has."""

    unit: Unit
    name: str


def units_taking_part(activity: Activity, at: datetime) -> list[UnitAsked]:
    """The units of the activity's sets: those named, and of a rule every one of the body's tree."""
    on = local_day(at)
    found: dict[int, UnitAsked] = {}
    for one in activity.unit_sets.prefetch_related("units"):
        named = [unit.pk for unit in one.units.all()]
        versions = UnitVersion.objects.filter(in_force(on), unit__in=named).select_related("unit")
        rows = list(versions) if named else _by_rule(one.holder_set, activity.campaign.body, at)
        for version in sorted(rows, key=lambda row: row.search):
            found.setdefault(version.unit_id, UnitAsked(version.unit, version.name))
    return list(found.values())


def _by_rule(holders: str, body: OrganisingBody, at: datetime) -> list[UnitVersion]:
    kinds = kinds_in(HolderSet(holders))
    versions = UnitVersion.objects.filter(in_force(local_day(at)), unit__body=body)
    return list(versions.filter(kind__in=kinds).select_related("unit")) if kinds else []


def people_of(guests: Iterable[Guest], *, at: datetime) -> dict[int, list[Person]]:
    """Whom each guest is reached by on the site: the person, or the contacts of the unit."""
    rows = list(guests)
    contacts = contacts_of({one.unit_id for one in rows if one.unit_id}, at=at)
    return {
        one.pk: [one.person] if one.person else contacts.get(one.unit_id or 0, []) for one in rows
    }


def unassigned(activity: Activity) -> QuerySet[Conclusion]:
    """Conclusions for an agency that are no task yet."""
    return activity.conclusions.filter(task=None).exclude(agency=None)


def open_counts(campaign: Campaign) -> dict[int, Tally]:
    """How those invited to each activity of the campaign answered and who came; one query."""
    found: dict[int, list[Guest]] = {}
    for one in Guest.objects.filter(activity__campaign=campaign).only(
        "activity_id", "answer", "presence"
    ):
        found.setdefault(one.activity_id, []).append(one)
    return {key: counted(rows) for key, rows in found.items()}
