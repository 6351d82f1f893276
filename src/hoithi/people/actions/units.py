"""A body's own units: added, changed from a day on, closed, gone into others."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Q

from hoithi.core.vietnamese.text import clean
from hoithi.journal import actions as journal
from hoithi.people.facts.units import (
    Changed,
    NewUnit,
    UnitAboveItself,
    UnitCodeTaken,
    UnitHasUnitsBelow,
    UnitNameMissing,
    UnitNotOfBody,
    UnitNotThen,
    search_text,
)
from hoithi.people.models import OrganisingBody, Person, Unit, UnitSuccession, UnitVersion
from hoithi.people.queries.units import in_force


@transaction.atomic
def add_unit(body: OrganisingBody, new: NewUnit, *, by: Person | None, at: datetime) -> UnitVersion:
    """Add a unit to the body. Refuses a code that another unit of the body has."""
    code, name = clean(new.code), clean(new.name)
    if not code or not name:
        raise UnitNameMissing
    if Unit.objects.filter(body=body, code=code).exists():
        raise UnitCodeTaken(code=code)
    _refuse_foreign(new.parent, body, may_be_register=True)
    version = UnitVersion.objects.create(
        unit=Unit.objects.create(body=body, code=code),
        kind=new.kind,
        name=name,
        search=search_text(name),
        parent=new.parent,
        province=province_of(body, new.parent),
        valid_from=new.since,
        source=clean(new.source),
    )
    journal.record("people.unit_added", version.unit, by=by, at=at, facts={"name": name})
    return version


@transaction.atomic
def change_unit(unit: Unit, changed: Changed, *, by: Person, at: datetime) -> UnitVersion:
    """Give the unit another name, kind or parent from a day on; what it was before stays known.

    Refuses a day on which the unit was not, or before a change already made, and a parent that
    stands below the unit.
    """
    body = _own_body(unit)
    before = _last_version(unit, changed.on)
    parent = changed.parent or before.parent
    _refuse_foreign(changed.parent, body, may_be_register=True)
    if changed.parent and _stands_under(changed.parent, unit, changed.on):
        raise UnitAboveItself
    name = clean(changed.name or before.name)
    facts = {
        "kind": changed.kind or before.kind,
        "name": name,
        "search": search_text(name),
        "parent": parent,
        "province": province_of(body, parent),
        "source": clean(changed.source),
    }
    if before.valid_from == changed.on:
        UnitVersion.objects.filter(pk=before.pk).update(**facts)
        version = UnitVersion.objects.get(pk=before.pk)
    else:
        UnitVersion.objects.filter(pk=before.pk).update(valid_to=changed.on)
        version = UnitVersion.objects.create(unit=unit, valid_from=changed.on, **facts)
    said = {"name": name, "was": before.name, "on": str(changed.on)}
    journal.record("people.unit_changed", unit, by=by, at=at, facts=said)
    return version


@transaction.atomic
def close_unit(unit: Unit, on: date, *, source: str, by: Person, at: datetime) -> None:
    """The unit is no more from that day on. Refuses while units stand below it on that day."""
    _own_body(unit)
    last = _last_version(unit, on)
    if UnitVersion.objects.filter(in_force(on), parent=unit).exclude(unit=unit).exists():
        raise UnitHasUnitsBelow(name=last.name)
    if last.valid_from == on:
        raise UnitNotThen(name=last.name, on=on)
    UnitVersion.objects.filter(pk=last.pk).update(valid_to=on)
    facts = {"name": last.name, "on": str(on), "source": source}
    journal.record("people.unit_closed", unit, by=by, at=at, facts=facts)


@transaction.atomic
def merge_or_split(
    before: Sequence[Unit],
    after: Sequence[Unit],
    on: date,
    *,
    source: str,
    by: Person,
    at: datetime,
) -> None:
    """The units before went into those after on a day: several into one, one into several.

    Units before that are not among those after are closed. Each went wholly where there is one
    after it, else in part.
    """
    for unit in (*before, *after):
        _own_body(unit)
    for unit in before:
        for heir in after:
            UnitSuccession.objects.get_or_create(
                before=unit,
                after=heir,
                on=on,
                defaults={"whole": len(after) == 1, "source": clean(source)},
            )
    for unit in before:
        if unit not in after:
            close_unit(unit, on, source=source, by=by, at=at)
    facts = {"before": [u.pk for u in before], "after": [u.pk for u in after], "on": str(on)}
    journal.record("people.units_rearranged", before[0], by=by, at=at, facts=facts)


def _own_body(unit: Unit) -> OrganisingBody:
    if unit.body is None:
        raise UnitNotOfBody(code=unit.code)
    return unit.body


def _refuse_foreign(unit: Unit | None, body: OrganisingBody, *, may_be_register: bool) -> None:
    owners = {body.pk, None} if may_be_register else {body.pk}
    if unit is not None and unit.body_id not in owners:
        raise UnitNotOfBody(code=unit.code)


def _last_version(unit: Unit, on: date) -> UnitVersion:
    """The last version, which must have begun by that day and hold on it."""
    last = (
        UnitVersion.objects.select_for_update(of=("self",))
        .select_related("parent")
        .filter(Q(valid_from=None) | Q(valid_from__lte=on), unit=unit, valid_to=None)
        .first()
    )
    if last is None:
        raise UnitNotThen(name=unit.code, on=on)
    return last


def _stands_under(unit: Unit, above: Unit, on: date) -> bool:
    """Whether `unit` is `above` or stands below it on a day; a circle in old data ends too."""
    seen: set[int] = set()
    climbed: int | None = unit.pk
    while climbed is not None and climbed not in seen:
        if climbed == above.pk:
            return True
        seen.add(climbed)
        held = UnitVersion.objects.filter(in_force(on), unit=climbed)
        climbed = held.values_list("parent_id", flat=True).first()
    return False


def province_of(body: OrganisingBody, parent: Unit | None) -> str:
    """Where the parent lies, else where the body's own unit does; empty where nobody said."""
    for unit_id in (parent.pk if parent else None, body.unit_id):
        newest = UnitVersion.objects.filter(unit=unit_id).order_by("-valid_from", "-pk")
        if province := newest.values_list("province", flat=True).first():
            return province
    return ""
