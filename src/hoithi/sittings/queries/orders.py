"""Orders about attempts: whom they can reach, what was ordered, what one person reads of it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Max, QuerySet

from hoithi.contests.models import Contest, Round
from hoithi.entries.models import Entrant
from hoithi.people.models import UnitVersion
from hoithi.sittings.models import SittingDecision, SittingDecisionKind


@dataclass(frozen=True)
class UnitWithPeople:
    """A unit for which people stand in the contest."""

    id: int
    name: str
    people: int


@dataclass(frozen=True)
class Order:
    """Decisions of one kind that were made by one order."""

    round: str
    kind: str
    reason: str
    document_number: str
    by: str
    at: datetime
    people: int


def units_with_people(contest: Contest) -> list[UnitWithPeople]:
    """The units for which somebody stands, by name. Two queries."""
    counted = Entrant.objects.filter(contest=contest, unit__isnull=False)
    people = dict(counted.values_list("unit__unit").annotate(n=Count("pk")).order_by())
    newest = UnitVersion.objects.filter(unit__in=people).order_by("valid_from", "pk")
    names = dict(newest.values_list("unit_id", "name"))
    found = [UnitWithPeople(unit, names[unit], count) for unit, count in people.items()]
    return sorted(found, key=lambda one: one.name)


def entrants_of_unit(
    contest: Contest, unit_id: int, *, begun_in: Round | None = None
) -> QuerySet[Entrant]:
    """Those who stand for a unit, under whatever name it had; with a round only who began there."""
    found = Entrant.objects.filter(contest=contest, unit__unit=unit_id)
    if begun_in is not None:
        found = found.filter(sittings__round=begun_in).distinct()
    return found.order_by("pk")


def orders(contest: Contest) -> list[Order]:
    """What was decided about attempts, an order a line, the newest first. One query."""
    rows = (
        SittingDecision.objects.filter(round__contest=contest)
        .values_list("round__title", "kind", "reason", "document_number", "decided_by__full_name")
        .annotate(at=Max("decided_at"), people=Count("entrant", distinct=True))
        .order_by("-at")
    )
    return [Order(*row) for row in rows]


def given_to(entrant: Entrant) -> QuerySet[SittingDecision]:
    """Attempts given back to one person, the newest first, as that person reads it."""
    rows = SittingDecision.objects.filter(entrant=entrant, kind=SittingDecisionKind.PERMIT)
    return rows.select_related("round").order_by("-decided_at")
