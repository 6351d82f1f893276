"""Requests to stand for another unit, and what accepting them would change in the figures."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet

from hoithi.contests.models import Contest
from hoithi.entries.models import Entrant, UnitCorrection
from hoithi.people.models import UnitVersion


@dataclass(frozen=True)
class Moved:
    """A unit's figures now, and how they change when requests are accepted."""

    unit: str
    people: int
    people_change: int
    sittings_change: int
    """Papers handed in; they count for the other unit in results prepared from now on."""

    @property
    def people_after(self) -> int:
        """Entrants who would stand for the unit."""
        return self.people + self.people_change


def corrections(contest: Contest, *, waiting: bool) -> QuerySet[UnitCorrection]:
    """Requests that wait, the oldest first; or those decided, the newest first."""
    rows = contest.unit_corrections.filter(decided_at__isnull=waiting).select_related(
        "entrant__unit__unit", "unit__unit", "asked_by", "decided_by"
    )
    return rows.order_by("asked_at", "pk") if waiting else rows.order_by("-decided_at", "-pk")


def waiting_corrections(contests: Collection[int]) -> dict[int, int]:
    """How many requests wait in each of these contests; those without any are left out."""
    rows = UnitCorrection.objects.filter(contest__in=contests, decided_at=None)
    return dict(rows.values_list("contest").annotate(n=Count("pk")).order_by())


def chosen(contest: Contest, numbers: Collection[int]) -> list[UnitCorrection]:
    """Those of these requests that belong to the contest and wait."""
    return list(corrections(contest, waiting=True).filter(pk__in=numbers))


def moved(contest: Contest, rows: Sequence[UnitCorrection]) -> list[Moved]:
    """What accepting all of these would change, by unit. Three queries, however many."""
    ids = [row.entrant_id for row in rows]
    handed = Entrant.objects.filter(pk__in=ids).annotate(n=Count("sittings__submission"))
    papers = dict(handed.values_list("pk", "n"))
    people: Counter[int] = Counter()
    sittings: Counter[int] = Counter()
    for row in rows:
        for unit, sign in ((row.entrant.unit_id, -1), (row.unit_id, 1)):
            if unit is not None:
                people[unit] += sign
                sittings[unit] += sign * papers[row.entrant_id]
    now = Entrant.objects.filter(contest=contest, unit__in=people).values_list("unit")
    counts = dict(now.annotate(n=Count("pk")).order_by())
    names = dict(UnitVersion.objects.filter(pk__in=people).values_list("pk", "name"))
    found = [
        Moved(names[unit], counts.get(unit, 0), people[unit], sittings[unit]) for unit in people
    ]
    return sorted(found, key=lambda one: one.unit)
