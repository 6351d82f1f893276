"""The units of a contest and the lists they handed in; returned files matched to their units."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import PurePath

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.entering.belonging import OfferedUnit
from hoithi.core.vietnamese.text import sort_key, words_key
from hoithi.documents.spreadsheets import read_table
from hoithi.entries.facts.lists import (
    DROPPED_COLUMNS,
    NamedLine,
    SeveralUnits,
    UnitNotFound,
    UnitNotTold,
    UnitTwice,
    with_births,
)
from hoithi.entries.models import UnitList
from hoithi.entries.queries.doors import current_door
from hoithi.entries.queries.matching import Counted, QuotaShown, counted, lines_of, quotas_shown
from hoithi.kit.refusals import Refusal
from hoithi.people.facts.tables import TableRead, UnitAmbiguous
from hoithi.people.queries.tables import doubts_by_line


@dataclass(frozen=True)
class UnitState:
    """A unit, whether its list is in, and how its people stand."""

    unit: OfferedUnit
    list: UnitList | None = None
    counts: Counted = field(default_factory=Counted)
    quotas: tuple[QuotaShown, ...] = ()


@dataclass(frozen=True)
class Dropped:
    """A returned file: its people, and the unit it is of where that could be told."""

    read: TableRead[NamedLine]
    unit: OfferedUnit | None


def units_offered(contest: Contest, *, at: datetime) -> list[OfferedUnit]:
    """The units for which one may stand, in Vietnamese order. No query while the door is kept."""
    units = current_door(contest, at=at).units.values()
    return sorted(units, key=lambda unit: (sort_key(unit.name), unit.under, unit.code))


def newest_lists(contest: Contest, units: Collection[int] | None = None) -> dict[int, UnitList]:
    """The list that counts of each of these units (of all), by the unit's number. One query."""
    rows = contest.unit_lists.filter(whole=True).select_related("unit")
    rows = rows.order_by("supplied_at", "pk")
    if units is not None:
        rows = rows.filter(unit__in=units)
    return {row.unit_id: row for row in rows}


def states_of(contest: Contest, units: Sequence[OfferedUnit], *, at: datetime) -> list[UnitState]:
    """How these units stand. A number of queries that does not grow with the units."""
    lists = newest_lists(contest, [unit.id for unit in units])
    lines = lines_of(contest, list(lists.values()))
    quotas = rulebook_of(current_version(contest, at=at)).entry.quotas
    states = []
    for unit in units:
        handed = lists.get(unit.id)
        if handed is None:
            states.append(UnitState(unit))
            continue
        own = lines[handed.pk]
        shares = tuple(quotas_shown(quotas, own, of=unit.kind))
        states.append(UnitState(unit, handed, counted(own), shares))
    return states


def dropped(data: bytes, name: str, units: Sequence[OfferedUnit], *, on: date) -> Dropped:
    """A returned file matched to its unit: by the code or name in its column, else by its name.

    Names are compared within the units of the contest only, and only where they are one unit's.
    """
    reading = with_births(read_table(data, name, DROPPED_COLUMNS), on=on)
    cells = [dict(row.values) for row in reading.rows]
    said = {one.pop("unit").strip() for one in cells} - {""}
    pairs = zip(reading.rows, cells, strict=True)
    lines = tuple(NamedLine(row.line, **values) for row, values in pairs)
    read = TableRead(lines, doubts_by_line(reading), reading)
    try:
        unit = _unit_of(said, name, units)
    except Refusal as refusal:
        faults = {**read.faults, 0: (*read.faults.get(0, ()), refusal)}
        return Dropped(replace(read, faults=faults), None)
    return Dropped(read, unit)


def each_once(found: Sequence[Dropped]) -> list[Dropped]:
    """The files as they are, but of several of one unit only the first is still clean."""
    seen: set[int] = set()
    checked = []
    for one in found:
        if one.unit is not None and one.unit.id in seen:
            twice = UnitTwice(name=one.unit.name)
            faults = {**one.read.faults, 0: (*one.read.faults.get(0, ()), twice)}
            checked.append(Dropped(replace(one.read, faults=faults), one.unit))
            continue
        seen |= {one.unit.id} if one.unit else set()
        checked.append(one)
    return checked


def _unit_of(said: set[str], name: str, units: Sequence[OfferedUnit]) -> OfferedUnit:
    if len(said) > 1:
        raise SeveralUnits(units=", ".join(sorted(said)[:5]))
    for text in said:
        return _said(text, units)
    return _named_by_file(PurePath(name).stem, units)


def _said(text: str, units: Sequence[OfferedUnit]) -> OfferedUnit:
    by_code = {unit.code: unit for unit in units}
    if text in by_code:
        return by_code[text]
    return _only(text, [unit for unit in units if words_key(unit.name) == words_key(text)])


def _named_by_file(stem: str, units: Sequence[OfferedUnit]) -> OfferedUnit:
    """The unit whose name or code stands in the name of the file; of several the longest."""
    whole = f" {words_key(stem)} "
    found: Mapping[int, list[OfferedUnit]] = defaultdict(list)
    for unit in units:
        for word in {words_key(unit.name), words_key(unit.code)} - {""}:
            if f" {word} " in whole and unit not in found[len(word)]:
                found[len(word)].append(unit)
    if not any(found.values()):
        raise UnitNotTold
    return _only(stem, found[max(found)])


def _only(text: str, found: Sequence[OfferedUnit]) -> OfferedUnit:
    if not found:
        raise UnitNotFound(name=text[:80])
    if len(found) > 1:
        raise UnitAmbiguous(name=text[:80], number=len(found))
    return found[0]
