"""Brings the national register of provinces and communes, with its history, into the tables."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db import transaction

from hoithi.core.units.index import UnitIndex, UnitNotKnown
from hoithi.core.units.records import Share, UnitRecord
from hoithi.core.units.vietnam import sources, units_of_vietnam
from hoithi.journal import actions as journal
from hoithi.people.facts.units import search_text
from hoithi.people.models import Unit, UnitSuccession, UnitVersion

T = TypeVar("T")

_CHUNK = 500
"""Rows a transaction, so that none holds up the exam room."""


@dataclass(frozen=True)
class Loaded:
    """How many rows the register gained or changed."""

    units: int
    versions: int
    successions: int


def load_register(at: datetime, index: UnitIndex | None = None) -> Loaded:
    """Bring units, what they were and what followed them up to the shipped tables.

    May be stopped and run again: what is there already is left as it is. Other tables than the
    shipped ones may be given. The register belongs to no body, so nobody's rows change.
    """
    known = index or units_of_vietnam()
    _end_codes(known)
    units = _add_units(known)
    versions = _add_versions(known)
    loaded = Loaded(units, versions, _add_successions(known))
    if loaded != Loaded(0, 0, 0):
        facts = {"units": units, "versions": versions, "successions": loaded.successions}
        journal.record("people.register_loaded", by=None, at=at, facts=facts)
    return loaded


def register_code(record: UnitRecord) -> str:
    """The code of a record's unit here: what has ended carries the day, since codes come again."""
    return f"{record.code}-{record.valid_to:%Y%m%d}" if record.valid_to else record.code


def _end_codes(index: UnitIndex) -> None:
    """A unit that has ended since the last load gives its plain code free and keeps its row."""
    ended = {(r.code, r.name, r.valid_from): r for r in index.records if r.valid_to}
    current = UnitVersion.objects.filter(unit__body=None, valid_to=None).select_related("unit")
    for version in list(current):
        record = ended.get((version.unit.code, version.name, version.valid_from))
        if record is not None:
            with transaction.atomic():
                Unit.objects.filter(pk=version.unit_id).update(code=register_code(record))
                UnitVersion.objects.filter(pk=version.pk).update(valid_to=record.valid_to)


def _add_units(index: UnitIndex) -> int:
    there = set(Unit.objects.filter(body=None).values_list("code", flat=True))
    missing = {register_code(record) for record in index.records} - there
    rows = [Unit(body=None, code=code) for code in sorted(missing)]
    return _in_chunks(rows, Unit.objects.bulk_create)


def _add_versions(index: UnitIndex) -> int:
    ids = dict(Unit.objects.filter(body=None).values_list("code", "id"))
    there = set(UnitVersion.objects.filter(unit__body=None).values_list("unit_id", flat=True))
    cited = {key: f"{source.number}" for key, source in sources().items()}
    rows = [
        _version(index, record, ids, cited.get(record.source, record.source))
        for record in index.records
        if ids[register_code(record)] not in there
    ]
    return _in_chunks(rows, UnitVersion.objects.bulk_create)


def _version(index: UnitIndex, record: UnitRecord, ids: dict[str, int], source: str) -> UnitVersion:
    day = record.valid_from or (record.valid_to or date.max) - timedelta(days=1)
    above = _code_then(index, record.parent, day)
    province = _code_then(index, record.province, day)
    return UnitVersion(
        unit_id=ids[register_code(record)],
        kind=record.kind,
        name=record.name,
        search=search_text(record.name),
        parent_id=ids.get(above),
        province=province,
        valid_from=record.valid_from,
        valid_to=record.valid_to,
        source=source,
    )


def _code_then(index: UnitIndex, code: str, day: date) -> str:
    """The code here of what had this official code on a day; empty where nothing is known."""
    try:
        return register_code(index.unit(code, day)) if code else ""
    except UnitNotKnown:
        return ""


def _add_successions(index: UnitIndex) -> int:
    ids = dict(Unit.objects.filter(body=None).values_list("code", "id"))
    there = set(
        UnitSuccession.objects.filter(before__body=None).values_list("before_id", "after_id", "on")
    )
    cited = {key: source.number for key, source in sources().items()}
    rows: list[UnitSuccession] = []
    for step in index.successions:
        before = ids.get(_code_then(index, step.before, step.on - timedelta(days=1)))
        after = ids.get(_code_then(index, step.after, step.on))
        if before and after and (before, after, step.on) not in there:
            whole, source = step.share is Share.WHOLE, cited.get(step.source, step.source)
            rows.append(
                UnitSuccession(
                    before_id=before, after_id=after, on=step.on, whole=whole, source=source
                )
            )
    return _in_chunks(rows, UnitSuccession.objects.bulk_create)


def _in_chunks(rows: Sequence[T], write: Callable[[list[T]], object]) -> int:
    for chunk in _chunks(rows):
        with transaction.atomic():
            write(chunk)
    return len(rows)


def _chunks(rows: Sequence[T]) -> Iterator[list[T]]:
    return (list(rows[start : start + _CHUNK]) for start in range(0, len(rows), _CHUNK))
