"""The report of a morning: made once a day from the counters, kept, and never changed."""

from datetime import date, datetime

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.morning import Morning, UnitMorning, days_left
from hoithi.entries.facts import Door, door_of
from hoithi.results.facts.mornings import facts_of, morning_of, picture
from hoithi.results.models import MorningReport
from hoithi.results.queries.mornings import closes_at
from hoithi.results.queries.sources import listed_of, staff_of
from hoithi.sittings.queries.figures import ContestFigures, Counts


def report_morning(
    contest: Contest, day: date, figures: ContestFigures, *, at: datetime
) -> MorningReport:
    """Makes the report of a day, unless there is one: then that one stays."""
    known = MorningReport.objects.filter(contest=contest, day=day).first()
    if known:
        return known
    before = MorningReport.objects.filter(contest=contest, day__lt=day).order_by("-day").first()
    version = current_version(contest, at=at)
    door = door_of(contest, version, at=at)
    morning = _morning(contest, day, figures, door, morning_of(before) if before else None)
    organiser = rulebook_of(version).organiser or contest.body.name
    made, _ = MorningReport.objects.get_or_create(
        contest=contest,
        day=day,
        defaults={
            "facts": facts_of(morning),
            "picture": picture(morning, organiser, dict(figures.days), at),
            "made_at": at,
        },
    )
    return made


def _morning(
    contest: Contest, day: date, figures: ContestFigures, door: Door, before: Morning | None
) -> Morning:
    return Morning(
        contest=contest.title,
        on=day,
        people=figures.all.people,
        attempts=figures.all.sittings,
        people_yesterday=before.people if before else 0,
        attempts_yesterday=before.attempts if before else 0,
        days_left=days_left(closes_at(contest), day),
        units=_units(contest, day, figures, door, before),
    )


def _units(
    contest: Contest, day: date, figures: ContestFigures, door: Door, before: Morning | None
) -> tuple[UnitMorning, ...]:
    """Every unit one may stand for, those with nobody too; excluded ones only with people."""
    staff = staff_of(contest, day, door.entry.counted_by)
    listed = {
        unit: sum(not one.exempt for one in people) for unit, people in listed_of(contest).items()
    }
    yesterday = {unit.code: unit.people for unit in before.units} if before else {}
    found = []
    for unit in sorted(door.units.values(), key=lambda one: one.code):
        counts = figures.units.get(unit.id, Counts())
        if unit.id in door.excluded_units and not counts.people:
            continue
        found.append(
            UnitMorning(
                name=unit.name,
                people=counts.people,
                attempts=counts.sittings,
                expected=listed.get(unit.id) or staff.get(unit.id),
                people_yesterday=yesterday.get(unit.code, 0),
                code=unit.code,
            )
        )
    return tuple(found)
