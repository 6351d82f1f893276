"""Teams and units registered from a table by the secretariat: all lines, or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from hoithi.contests.models import Contest
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import words_key
from hoithi.documents.spreadsheets.read import read_table
from hoithi.documents.spreadsheets.records import Column, TableReading
from hoithi.entries.actions.entering import register
from hoithi.entries.models import Entrant, EntrantKind
from hoithi.people.facts import key_hash
from hoithi.people.models import Person, UnitVersion

COLUMNS = (
    Column("name", ("Đội thi", "Tên đội", "Đội thi, đơn vị", "Tên"), required=True),
    Column("unit", ("Đơn vị", "Đơn vị dự thi", "Xã, phường")),
)


class TeamFault(StrEnum):
    """Why a line cannot be taken."""

    NAME_TWICE = "name_twice"
    ALREADY_IN = "already_in"
    UNKNOWN_UNIT = "unknown_unit"
    UNIT_NOT_CLEAR = "unit_not_clear"
    """Several units of the body have this name."""


@dataclass(frozen=True)
class TeamLine:
    """A faulty line, as the spreadsheet counts."""

    line: int
    fault: TeamFault
    text: str


@dataclass(frozen=True)
class Registered:
    """The teams that came in, or why none did."""

    entrants: tuple[Entrant, ...]
    faults: tuple[TeamLine, ...]
    table: TableReading


@transaction.atomic
def register_teams(
    contest: Contest, kind: EntrantKind, data: bytes, name: str, *, by: Person, at: datetime
) -> Registered:
    """Registers every line of a table; a single faulty line leaves everything as it was.

    Bad input is answered with faults and doubts, never raised.
    """
    table = read_table(data, name, COLUMNS)
    units = _units(contest, at)
    faults = _faults(contest, kind, table, units)
    if table.is_refused or table.faulty_lines or faults:
        return Registered((), tuple(faults), table)
    made = [
        register(
            contest,
            kind,
            row.values["name"],
            unit=_unit(row.values["unit"] or row.values["name"], units),
            by=by,
            at=at,
        )
        for row in table.rows
    ]
    return Registered(tuple(made), (), table)


_Units = dict[str, list[UnitVersion]]


def _units(contest: Contest, at: datetime) -> _Units:
    """The body's own units of today by their folded names."""
    found: _Units = {}
    day = local_day(at)
    rows = UnitVersion.objects.filter(unit__body=contest.body_id, valid_from__lte=day)
    for version in rows.exclude(valid_to__lte=day):
        found.setdefault(words_key(version.name), []).append(version)
    return found


def _unit(name: str, units: _Units) -> UnitVersion | None:
    found = units.get(words_key(name), [])
    return found[0] if len(found) == 1 else None


def _faults(
    contest: Contest, kind: EntrantKind, table: TableReading, units: _Units
) -> list[TeamLine]:
    faults: list[TeamLine] = []
    seen: set[str] = set()
    hashes = {
        words_key(row.values["name"]): key_hash(
            contest.body_id, contest.pk, [kind, words_key(row.values["name"])]
        )
        for row in table.rows
    }
    inside = set(
        Entrant.objects.filter(contest=contest, key_hash__in=hashes.values()).values_list(
            "key_hash", flat=True
        )
    )
    for row in table.rows:
        called = words_key(row.values["name"])
        if called in seen:
            faults.append(TeamLine(row.line, TeamFault.NAME_TWICE, row.values["name"]))
        elif hashes[called] in inside:
            faults.append(TeamLine(row.line, TeamFault.ALREADY_IN, row.values["name"]))
        seen.add(called)
        if fault := _fault_of_unit(row.values["unit"], units):
            faults.append(TeamLine(row.line, fault, row.values["unit"]))
    return faults


def _fault_of_unit(name: str, units: _Units) -> TeamFault | None:
    if not name:
        return None
    found: Sequence[UnitVersion] = units.get(words_key(name), [])
    if len(found) > 1:
        return TeamFault.UNIT_NOT_CLEAR
    return None if found else TeamFault.UNKNOWN_UNIT
