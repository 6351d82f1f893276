"""Staff counts of a day as the rules read them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, OuterRef, QuerySet, Subquery

from hoithi.core.units.staff import Parents
from hoithi.core.units.staff import StaffCount as Count
from hoithi.people.models import OrganisingBody, StaffCount, UnitVersion
from hoithi.people.queries.units import Branch, tree, units_above


def newest_counts(body: OrganisingBody, on: date) -> QuerySet[StaffCount]:
    """For each unit the newest count of that day or before."""
    until = StaffCount.objects.filter(body=body, unit=OuterRef("unit"), as_of__lte=on)
    newest = until.values("unit").annotate(newest=Max("as_of")).values("newest")
    found = StaffCount.objects.filter(body=body, as_of=Subquery(newest))
    return found.select_related("unit", "counted_under").order_by("unit__code")


def staff_counts(body: OrganisingBody, on: date) -> tuple[list[Count], Parents]:
    """The counts of a day and the units above each, by numbers of units as text: what
    `core.units.staff.counted_once` decides on."""
    counts = [
        Count(
            unit=str(row.unit_id),
            on=row.as_of,
            people=row.people,
            supplier=row.supplier,
            counted_by=str(row.counted_under_id or row.unit_id),
        )
        for row in newest_counts(body, on)
    ]
    above = units_above(body, on)
    return counts, {str(unit): (str(parent),) for unit, parent in above.items()}


@dataclass(frozen=True)
class Counted:
    """A unit of the tree with its newest count, if there is one."""

    branch: Branch
    count: StaffCount | None


def counts_by_unit(body: OrganisingBody, on: date) -> list[Counted]:
    """The tree of a day with the newest counts. Two queries."""
    counts = {count.unit_id: count for count in newest_counts(body, on)}
    return [Counted(branch, counts.get(branch.version.unit_id)) for branch in tree(body, on)]


def units_without_counts(
    body: OrganisingBody, on: date, *, besides: Collection[int] = ()
) -> list[UnitVersion]:
    """Units of a day of which nobody has said how many people they have, `besides` these."""
    return [
        counted.branch.version
        for counted in counts_by_unit(body, on)
        if counted.count is None and counted.branch.version.unit_id not in besides
    ]
