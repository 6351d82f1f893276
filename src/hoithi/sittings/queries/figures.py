"""Figures of a round as they were last counted."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count, Q, Sum

from hoithi.contests.models import Contest, Round
from hoithi.core.rulebook.document import RoundScope
from hoithi.core.vietnamese.moments import local_day
from hoithi.people.models import UnitVersion
from hoithi.sittings.models import Figure, Sitting


@dataclass(frozen=True)
class Counts:
    """People and attempts, never one for the other."""

    people: int = 0
    sittings: int = 0
    submitted: int = 0


@dataclass(frozen=True)
class RoundFigures:
    """What a round has had so far, and when that was counted."""

    all: Counts = Counts()
    units: Mapping[int, Counts] = field(default_factory=dict)
    """By version of the unit one stands for; 0 for nobody's."""
    hours: Mapping[datetime, Counts] = field(default_factory=dict)
    devices: Mapping[str, Counts] = field(default_factory=dict)
    counted_at: datetime | None = None


def figures_of(round_: Round) -> RoundFigures:
    """One query on the counters; nothing of the exam room is touched."""
    found: dict[str, dict[str, Counts]] = {"all": {}, "unit": {}, "hour": {}, "device": {}}
    counted_at = None
    for row in Figure.objects.filter(round=round_).order_by("kind", "key"):
        found[row.kind][row.key] = Counts(row.people, row.sittings, row.submitted)
        counted_at = row.counted_at if row.kind == "all" else counted_at
    return RoundFigures(
        all=found["all"].get("", Counts()),
        units={int(key or 0): counts for key, counts in found["unit"].items()},
        hours={datetime.fromisoformat(key): counts for key, counts in found["hour"].items()},
        devices=found["device"],
        counted_at=counted_at,
    )


@dataclass(frozen=True)
class ContestFigures:
    """What a contest has had in all its rounds, trials aside: a person counts once."""

    all: Counts = Counts()
    units: Mapping[int, Counts] = field(default_factory=dict)
    """By unit; 0 for nobody's."""
    days: Mapping[date, int] = field(default_factory=dict)
    """Attempts begun, by day in Vietnam."""
    counted_at: datetime | None = None


def contest_figures(contest: Contest) -> ContestFigures:
    """From the counters of its rounds; two queries, nothing of the exam room is touched."""
    rows = Figure.objects.filter(round__contest=contest).exclude(round__scope=RoundScope.TRIAL)
    units: dict[str, list[int]] = {}
    days: dict[date, int] = {}
    whole, counted_at = [0, 0, 0], None
    for row in rows:
        counts = (row.newcomers, row.sittings, row.submitted)
        if row.kind == "all":
            whole, counted_at = _plus(whole, counts), row.counted_at
        elif row.kind == "unit":
            units[row.key] = _plus(units.get(row.key, [0, 0, 0]), counts)
        elif row.kind == "hour":
            day = local_day(datetime.fromisoformat(row.key))
            days[day] = days.get(day, 0) + row.sittings
    return ContestFigures(Counts(*whole), _by_unit(units), dict(sorted(days.items())), counted_at)


def _plus(one: Collection[int], other: Collection[int]) -> list[int]:
    return [a + b for a, b in zip(one, other, strict=True)]


def _by_unit(versions: Mapping[str, list[int]]) -> dict[int, Counts]:
    """Figures are kept by version of a unit; two versions of one unit are one unit."""
    known = UnitVersion.objects.filter(pk__in=[key for key in versions if key])
    unit_of = dict(known.values_list("pk", "unit_id"))
    found: dict[int, list[int]] = {}
    for key, counts in versions.items():
        unit = unit_of.get(int(key), 0) if key else 0
        found[unit] = _plus(found.get(unit, [0, 0, 0]), counts)
    return {unit: Counts(*counts) for unit, counts in found.items()}


@dataclass(frozen=True)
class Totals:
    """What a body with which a contest is shared may see: numbers, nobody's name."""

    people: int = 0
    attempts: int = 0
    units: int = 0
    """For which somebody has taken part."""


def totals(contest_ids: Collection[int]) -> dict[int, Totals]:
    """By contest, in one query on the counters."""
    rows = Figure.objects.filter(round__contest__in=contest_ids)
    rows = rows.exclude(round__scope=RoundScope.TRIAL)
    whole, of_unit = Q(kind="all"), Q(kind="unit", people__gt=0) & ~Q(key="")
    found = rows.values("round__contest").annotate(
        persons=Sum("newcomers", filter=whole, default=0),
        attempts=Sum("sittings", filter=whole, default=0),
        units=Count("key", filter=of_unit, distinct=True),
    )
    return {
        row["round__contest"]: Totals(row["persons"], row["attempts"], row["units"])
        for row in found
    }


def figures_before(contest: Contest, moment: datetime) -> ContestFigures:
    """What had begun before the moment, read from the sittings themselves.

    For demonstrations, which play days in minutes: no counter stood at that moment.
    """
    rows = Sitting.objects.filter(round__contest=contest, started_at__lt=moment)
    rows = rows.exclude(round__scope=RoundScope.TRIAL)
    counts = {
        "people": Count("entrant", distinct=True),
        "sittings": Count("pk", distinct=True),
        "submitted": Count("submission", distinct=True),
    }
    of_unit = rows.values_list("entrant__unit__unit_id").annotate(**counts)
    days: dict[date, int] = {}
    for started in rows.values_list("started_at", flat=True):
        days[local_day(started)] = days.get(local_day(started), 0) + 1
    return ContestFigures(
        all=Counts(**rows.aggregate(**counts)),
        units={unit or 0: Counts(*found) for unit, *found in of_unit},
        days=dict(sorted(days.items())),
        counted_at=moment,
    )


def people_of_units(
    contests: Collection[int], units: Collection[int]
) -> dict[tuple[int, int], int]:
    """How many people have taken part for a unit in a contest, by both; two queries."""
    return {place: counts.people for place, counts in units_so_far(contests, units).items()}


def units_so_far(
    contests: Collection[int], units: Collection[int]
) -> dict[tuple[int, int], Counts]:
    """People and attempts for a unit in a contest, by both; two queries."""
    versions = UnitVersion.objects.filter(unit__in=units).values_list("pk", "unit_id")
    unit_of = {str(pk): unit for pk, unit in versions}
    rows = Figure.objects.filter(kind="unit", key__in=unit_of, round__contest__in=list(contests))
    counted = rows.exclude(round__scope=RoundScope.TRIAL).select_related("round")
    found: dict[tuple[int, int], list[int]] = {}
    for row in counted:
        place = (row.round.contest_id, unit_of[row.key])
        counts = (row.newcomers, row.sittings, row.submitted)
        found[place] = _plus(found.get(place, [0, 0, 0]), counts)
    return {place: Counts(*counts) for place, counts in found.items()}
