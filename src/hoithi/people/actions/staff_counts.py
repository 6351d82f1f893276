"""Staff counts: taken as a day's figures, never the same people under two parents."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from hoithi.core.vietnamese.text import clean
from hoithi.journal import actions as journal
from hoithi.people.facts.tables import TableFaulty, TableRead
from hoithi.people.facts.units import CountOutOfRange, StaffLine, UnitNotOfBody
from hoithi.people.models import OrganisingBody, Person, StaffCount
from hoithi.people.queries.staff_counts import newest_counts, refuse_counted_twice

_MOST = 10_000_000


@transaction.atomic
def take_staff_counts(
    body: OrganisingBody,
    lines: Sequence[StaffLine],
    as_of: date,
    *,
    supplier: str,
    by: Person | None,
    at: datetime,
) -> list[StaffCount]:
    """Take the counts of a day, all or none; a count of the same unit and day is replaced.

    Refuses units of other bodies and a unit whose people stand under another counting unit,
    unless the rulebook of a contest says whose count holds.
    """
    standing = newest_counts(body, as_of)
    for line in lines:
        _refuse(body, line)
        refuse_counted_twice(line, standing)
    once = {(line.unit.pk, line.counted_under and line.counted_under.pk): line for line in lines}
    replaced = [one.pk for one in standing if (one.unit_id, one.counted_under_id) in once]
    StaffCount.objects.filter(pk__in=replaced, as_of=as_of).delete()
    rows = (_row(body, line, as_of, supplier) for line in once.values())
    counts = StaffCount.objects.bulk_create(rows)
    facts = {"units": len(lines), "as_of": str(as_of), "supplier": supplier}
    journal.record("people.staff_counts_taken", body, by=by, at=at, facts=facts)
    return counts


def _row(body: OrganisingBody, line: StaffLine, as_of: date, supplier: str) -> StaffCount:
    return StaffCount(
        body=body,
        unit=line.unit,
        counted_under=line.counted_under,
        people=line.people,
        as_of=as_of,
        supplier=clean(supplier),
    )


def _refuse(body: OrganisingBody, line: StaffLine) -> None:
    for unit in (line.unit, line.counted_under):
        if unit and unit.body_id not in {None, body.pk}:
            raise UnitNotOfBody(code=unit.code)
    if not 0 <= line.people <= _MOST:
        raise CountOutOfRange(unit=line.unit.code, people=line.people)


def take_count_table(
    body: OrganisingBody,
    read: TableRead[StaffLine],
    as_of: date,
    *,
    supplier: str,
    by: Person,
    at: datetime,
) -> int:
    """Take a returned table whole; returns how many counts. Refuses one with any faulty line."""
    if not read.is_clean:
        raise TableFaulty(lines=len(read.faults))
    return len(take_staff_counts(body, read.items, as_of, supplier=supplier, by=by, at=at))
