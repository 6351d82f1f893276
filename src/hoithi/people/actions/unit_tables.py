"""Takes a clean table of units into the body's list: all of it, or nothing."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from hoithi.journal import actions as journal
from hoithi.people.actions.units import change_unit, province_of
from hoithi.people.facts.tables import TableFaulty, TableRead, UnitLine
from hoithi.people.facts.units import Changed, search_text
from hoithi.people.models import OrganisingBody, Person, Unit, UnitVersion


@transaction.atomic
def take_units(
    body: OrganisingBody, read: TableRead[UnitLine], on: date, *, by: Person, at: datetime
) -> int:
    """Add what is new and change what is other from that day on; returns how many lines.

    Refuses a table with any faulty line.
    """
    if not read.is_clean:
        raise TableFaulty(lines=len(read.faults))
    own = {unit.code: unit for unit in Unit.objects.filter(body=body)}
    new = [line for line in read.items if line.code not in own]
    added = Unit.objects.bulk_create(Unit(body=body, code=line.code) for line in new)
    units = own | {unit.code: unit for unit in added}
    wanted = {line.parent for line in read.items} - set(units)
    units |= {unit.code: unit for unit in Unit.objects.filter(body=None, code__in=wanted)}
    UnitVersion.objects.bulk_create(_versions(body, new, units))
    for line in read.items:
        if line.code in own:
            changed = Changed(on, line.name, line.kind, units.get(line.parent), line.source)
            change_unit(own[line.code], changed, by=by, at=at)
    facts = {"added": len(new), "changed": len(read.items) - len(new)}
    journal.record("people.units_imported", body, by=by, at=at, facts=facts)
    return len(read.items)


def _versions(
    body: OrganisingBody, lines: Sequence[UnitLine], units: dict[str, Unit]
) -> list[UnitVersion]:
    provinces: dict[str, str] = {}
    versions = []
    for line in lines:
        parent = units.get(line.parent)
        if line.parent not in provinces:
            provinces[line.parent] = province_of(body, parent)
        version = UnitVersion(
            unit=units[line.code],
            kind=line.kind or "",
            name=line.name,
            search=search_text(line.name),
            parent=parent,
            province=provinces[line.parent],
            valid_from=line.since,
            source=line.source,
        )
        versions.append(version)
    return versions
