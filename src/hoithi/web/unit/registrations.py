"""How far a contact's units are with the contests that they take part in."""

from dataclasses import dataclass
from datetime import datetime

from hoithi.contests.models import Contest
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.queries.lists import contact_units, handed_in
from hoithi.people.models import Person, UnitVersion
from hoithi.people.queries.staff_counts import people_counted
from hoithi.sittings.queries.figures import people_of_units


@dataclass(frozen=True)
class Registration:
    """One unit in one contest: is its list there, and how many people have taken part."""

    contest: Contest
    unit: UnitVersion
    listed: int | None
    """People on the named list; None where none was handed in."""
    people: int
    """Who have taken part for the unit."""
    expected: int | None
    """People on the list, else the unit's staff count; None where nobody has said it."""


def registrations(person: Person, *, at: datetime) -> list[Registration]:
    """Those of the announced contests, in a number of queries that contests do not change."""
    places = contact_units(person, at=at)
    contests = {contest.pk for contest, _unit in places}
    units = {unit.unit_id for _contest, unit in places}
    listed, people = handed_in(contests, units), people_of_units(contests, units)
    staff = people_counted(units, local_day(at))
    return [
        Registration(
            contest,
            unit,
            listed.get((contest.pk, unit.unit_id)),
            people.get((contest.pk, unit.unit_id), 0),
            listed.get((contest.pk, unit.unit_id)) or staff.get(unit.unit_id),
        )
        for contest, unit in places
    ]
