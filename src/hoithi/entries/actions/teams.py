"""Teams and units registered from a table by the secretariat: all lines, or none."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.entering.belonging import OfferedUnit
from hoithi.core.vietnamese.text import words_key
from hoithi.documents.spreadsheets.read import read_table
from hoithi.entries.actions.entering import AlreadyEntered, register
from hoithi.entries.actions.late import grounds_needed, record_late
from hoithi.entries.facts.door import Door, door_of
from hoithi.entries.facts.registering import (
    TEAM_COLUMNS,
    LateGrounds,
    PeopleKeepTheirNames,
    TeamAlreadyIn,
    TeamLine,
    TeamTwice,
    TeamUnitUnclear,
    TeamUnitUnknown,
    UnitTeamsFull,
)
from hoithi.entries.models import Entrant, EntrantKind
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import key_hash
from hoithi.people.facts.tables import TableFaulty, TableRead
from hoithi.people.models import Person, UnitVersion
from hoithi.people.queries.tables import doubts_by_line


def teams_in_table(
    contest: Contest, kind: EntrantKind, data: bytes, name: str, *, at: datetime
) -> TableRead[TeamLine]:
    """The teams of a table, and what is wrong with each line. A few queries, however long it is.

    Bad input is answered with faults, never raised.
    """
    reading = read_table(data, name, TEAM_COLUMNS)
    faults = dict(doubts_by_line(reading))
    door = door_of(contest, current_version(contest, at=at), at=at)
    rows = [row for row in reading.rows if row.line not in faults]
    checks = _Checks(contest, kind, door, [row.values["name"] for row in rows])
    lines = []
    for row in rows:
        line, wrong = checks.read(row.line, row.values)
        lines.append(line)
        if wrong:
            faults[row.line] = wrong
    return TableRead(tuple(lines), faults, reading)


class _Checks:
    """What the lines of one table are held against."""

    def __init__(self, contest: Contest, kind: EntrantKind, door: Door, names: list[str]) -> None:
        self._units: dict[str, list[OfferedUnit]] = {}
        for unit in door.units.values():
            self._units.setdefault(words_key(unit.name), []).append(unit)
        self._hashes = {name: _key(contest, kind, name) for name in names}
        here = Entrant.objects.filter(contest=contest)
        known = here.filter(key_hash__in=self._hashes.values())
        self._inside = set(known.values_list("key_hash", flat=True))
        self._most = most_teams(door)
        self._sent = teams_by_unit(contest) if self._most else {}
        self._seen: set[str] = set()

    def read(self, line: int, values: Mapping[str, str]) -> tuple[TeamLine, tuple[Refusal, ...]]:
        """The line, and everything for which it cannot be taken."""
        name, wrong = values["name"], list[Refusal]()
        if words_key(name) in self._seen:
            wrong.append(TeamTwice(name=name))
        elif self._hashes[name] in self._inside:
            wrong.append(TeamAlreadyIn(name=name))
        self._seen.add(words_key(name))
        # Without a unit the team may be called as one: "Xã Bình Phước".
        found = self._units.get(words_key(values["unit"] or name), [])
        if values["unit"] and not found:
            wrong.append(TeamUnitUnknown(name=values["unit"]))
        elif values["unit"] and len(found) > 1:
            wrong.append(TeamUnitUnclear(name=values["unit"]))
        unit = found[0] if len(found) == 1 else None
        if unit is not None:
            wrong += self._full(unit)
        return TeamLine(line, name, *((unit.version, unit.name) if unit else (None,))), tuple(wrong)

    def _full(self, unit: OfferedUnit) -> list[Refusal]:
        sent = self._sent.get(unit.id, 0)
        self._sent[unit.id] = sent + 1
        if self._most and sent >= self._most:
            return [UnitTeamsFull(name=unit.name, most=self._most)]
        return []


def _key(contest: Contest, kind: EntrantKind, name: str) -> str:
    return key_hash(contest.body_id, contest.pk, [kind, words_key(name)])


def most_teams(door: Door) -> int:
    """How many teams a unit may send; 0 where the rules set no limit."""
    return door.entry.team.a_unit if door.entry.team else 0


def teams_by_unit(contest: Contest) -> dict[int, int]:
    """How many entrants stand for each unit."""
    rows = Entrant.objects.filter(contest=contest, unit__isnull=False).order_by()
    return dict(rows.values_list("unit__unit_id").annotate(count=Count("pk")))


@transaction.atomic
def register_teams(
    contest: Contest,
    read: TableRead[TeamLine],
    *,
    by: Person,
    at: datetime,
    late: LateGrounds | None = None,
) -> list[Entrant]:
    """Registers every line of a clean table; otherwise, or if one came in meanwhile, none.

    After the last day of registration only by a decision (`late`).
    """
    if not read.is_clean:
        raise TableFaulty(lines=len(read.faults))
    entry = rulebook_of(current_version(contest, at=at)).entry
    grounds, kind = grounds_needed(entry, late, at=at), EntrantKind(entry.entrant)
    versions = UnitVersion.objects.in_bulk([one.unit for one in read.items if one.unit])
    made = [
        register(contest, kind, one.name, unit=versions.get(one.unit or 0), by=by, at=at)
        for one in read.items
    ]
    record_late(made, grounds, by=by, at=at)
    return made


@transaction.atomic
def register_team(
    contest: Contest,
    name: str,
    unit_id: int | None,
    *,
    by: Person,
    at: datetime,
    late: LateGrounds | None = None,
) -> Entrant:
    """Registers one team or unit typed in. Refuses what a line of a table is refused for.

    After the last day of registration only by a decision (`late`).
    """
    locked = Contest.objects.select_for_update().get(pk=contest.pk)
    door = door_of(locked, current_version(locked, at=at), at=at)
    grounds, kind = grounds_needed(door.entry, late, at=at), EntrantKind(door.entry.entrant)
    unit = door.units.get(unit_id) if unit_id else None
    if unit_id and unit is None:
        raise TeamUnitUnknown(name="")
    most = most_teams(door)
    if unit and most and teams_by_unit(locked).get(unit.id, 0) >= most:
        raise UnitTeamsFull(name=unit.name, most=most)
    version = UnitVersion.objects.get(pk=unit.version) if unit else None
    try:
        with transaction.atomic():
            made = register(locked, kind, name, unit=version, by=by, at=at)
    except AlreadyEntered as known:
        raise TeamAlreadyIn(name=name) from known
    record_late([made], grounds, by=by, at=at)
    return made


@transaction.atomic
def rename_team(entrant: Entrant, name: str, *, by: Person, at: datetime) -> Entrant:
    """Corrects the name of a team or unit; what was published keeps the name it had.

    Refuses people (whose name is their identity), and a name that another has.
    """
    locked = Entrant.objects.select_for_update().select_related("contest").get(pk=entrant.pk)
    kind = EntrantKind(locked.kind)
    if kind is EntrantKind.PERSON:
        raise PeopleKeepTheirNames
    wanted = _key(locked.contest, kind, name)
    others = Entrant.objects.filter(contest=locked.contest_id, key_hash=wanted)
    if others.exclude(pk=locked.pk).exists():
        raise TeamAlreadyIn(name=name)
    facts = {"before": locked.name, "after": name}
    locked.name, locked.key_hash = name, wanted
    locked.save(update_fields=["name", "key_hash"])
    journal.record("entries.renamed", locked, by=by, at=at, facts=facts)
    return locked
