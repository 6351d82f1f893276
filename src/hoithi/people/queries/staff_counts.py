"""Staff counts of a day as the rules read them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from hoithi.core.units.staff import Parents
from hoithi.core.units.staff import StaffCount as Count
from hoithi.people.facts.units import CountedTwice, StaffLine
from hoithi.people.models import OrganisingBody, StaffCount, UnitVersion
from hoithi.people.queries.units import Branch, tree, units_above


def newest_counts(body: OrganisingBody, on: date) -> list[StaffCount]:
    """For each unit, and each unit that counts it, the newest count of that day or before."""
    until = StaffCount.objects.filter(body=body, as_of__lte=on).order_by("as_of")
    known = until.select_related("unit", "counted_under")
    newest = {(count.unit_id, count.counted_under_id): count for count in known}
    return sorted(newest.values(), key=lambda count: (count.unit.code, count.pk))


def refuse_counted_twice(line: StaffLine, standing: Iterable[StaffCount]) -> None:
    """Refuses a count of people who stand in the figure of another counting unit already."""
    under = line.counted_under.pk if line.counted_under else None
    for other in () if line.beside else standing:
        if other.unit_id == line.unit.pk and other.counted_under_id != under:
            raise CountedTwice(unit=line.unit.code, people=other.people, supplier=other.supplier)


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
    """A unit of the tree with its newest count, if there is one; once for each counting unit."""

    branch: Branch
    count: StaffCount | None


def counts_by_unit(body: OrganisingBody, on: date) -> list[Counted]:
    """The tree of a day with the newest counts. Two queries."""
    counts: dict[int, list[StaffCount | None]] = {}
    for count in newest_counts(body, on):
        counts.setdefault(count.unit_id, []).append(count)
    return [
        Counted(branch, count)
        for branch in tree(body, on)
        for count in counts.get(branch.version.unit_id) or [None]
    ]


def units_without_counts(
    body: OrganisingBody, on: date, *, besides: Collection[int] = ()
) -> list[UnitVersion]:
    """Units of a day of which nobody has said how many people they have, `besides` these."""
    return [
        counted.branch.version
        for counted in counts_by_unit(body, on)
        if counted.count is None and counted.branch.version.unit_id not in besides
    ]


def people_counted(units: Collection[int], on: date) -> dict[int, int]:
    """How many people each of these units has by its newest own count of a day; one query."""
    rows = StaffCount.objects.filter(unit__in=units, as_of__lte=on).order_by("as_of", "pk")
    return dict(rows.values_list("unit_id", "people"))
