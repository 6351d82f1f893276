"""Members of teams from a table: the lists of all teams that it names are replaced, or none."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.vietnamese.text import words_key
from hoithi.documents.spreadsheets.read import read_table
from hoithi.entries.actions.late import grounds_needed, record_late
from hoithi.entries.actions.members import understood_member
from hoithi.entries.actions.people_tables import LinesOf, line_wrong
from hoithi.entries.facts.door import Door, door_of
from hoithi.entries.facts.members import (
    CaptainTwice,
    MemberLine,
    MemberTwice,
    NewMember,
    TeamFull,
    TeamUnknown,
    member_columns,
    member_row,
    members_door,
    seat_of,
)
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.entries.facts.registering import LateGrounds
from hoithi.entries.models import Entrant, EntrantKind, TeamMember
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.facts.tables import TableFaulty, TableRead
from hoithi.people.models import Identity, Person
from hoithi.people.queries.tables import doubts_by_line


def members_in_table(
    contest: Contest, data: bytes, name: str, *, at: datetime
) -> TableRead[MemberLine]:
    """The members in a table, ready to be kept, and what is wrong with each line.

    A line without a team is of the team of the line above, as offices merge these cells. Bad
    input is answered with faults, never raised.
    """
    door = members_door(door_of(contest, current_version(contest, at=at), at=at))
    reading = read_table(data, name, member_columns(door))
    faults = dict(doubts_by_line(reading))
    checks, called = _Checks(contest, door, at), ""
    found: list[MemberLine] = []
    for row in reading.rows:
        called = row.values["team"] or called
        if row.line in faults:
            continue
        line, wrong = checks.read({**row.values, "team": called})
        if wrong:
            faults[row.line] = wrong
        elif line:
            found.append(line)
    return TableRead(tuple(found), faults, reading)


class _Checks:
    """What the lines of one table are held against."""

    def __init__(self, contest: Contest, door: Door, at: datetime) -> None:
        teams = Entrant.objects.filter(contest=contest, kind=EntrantKind.TEAM)
        self._teams = {words_key(one.name): one for one in teams.select_related("unit")}
        self._door, self._at = door, at
        self._lines = LinesOf(door)
        self._sizes: Counter[int] = Counter()
        self._captains: set[int] = set()
        self._seen: set[tuple[int, str]] = set()

    def read(self, values: Mapping[str, str]) -> tuple[MemberLine | None, tuple[Refusal, ...]]:
        """The line, and everything for which it cannot be taken."""
        team = self._teams.get(words_key(values["team"]))
        if team is None:
            return None, (TeamUnknown(name=values["team"]),)
        new = NewMember(self._lines.answers(values), seat_of(values))
        try:
            read = understood_member(self._door, new, team, at=self._at)
        except EntryRefused as refused:
            return None, tuple(line_wrong(one) for one in refused.problems)
        except Refusal as refused:
            return None, (refused,)
        row = member_row(self._door, team, read, new.seat, at=self._at)
        return MemberLine(team, row), tuple(self._against(team, row))

    def _against(self, team: Entrant, row: TeamMember) -> list[Refusal]:
        """What the line contradicts in the lines before it."""
        wrong: list[Refusal] = []
        rules, key = self._door.entry.team, (team.pk, row.key_hash)
        self._sizes[team.pk] += 1
        if key in self._seen:
            wrong.append(MemberTwice(name=team.name))
        if rules and self._sizes[team.pk] > rules.most:
            wrong.append(TeamFull(name=team.name, most=rules.most))
        if row.captain and team.pk in self._captains:
            wrong.append(CaptainTwice(name=team.name))
        self._seen.add(key)
        if row.captain:
            self._captains.add(team.pk)
        return wrong


@transaction.atomic
def take_members(
    contest: Contest,
    read: TableRead[MemberLine],
    *,
    by: Person,
    at: datetime,
    late: LateGrounds | None = None,
) -> int:
    """Makes the lines of a clean table the members of the teams it names; how many.

    Otherwise nobody is taken. Members known before and not in the table are gone, with their
    identities. After the last day of registration only by a decision (`late`).
    """
    if not read.is_clean:
        raise TableFaulty(lines=len(read.faults))
    entry = rulebook_of(current_version(contest, at=at)).entry
    grounds = grounds_needed(entry, late, at=at)
    sizes = Counter(one.team.pk for one in read.items)
    teams = Entrant.objects.select_for_update().filter(contest=contest, pk__in=sizes)
    locked = list(teams.order_by("pk"))
    _forget(locked)
    rows = [one.member for one in read.items]
    Identity.objects.bulk_create(row.identity for row in rows if row.identity)
    TeamMember.objects.bulk_create(rows)
    for one in locked:
        facts = {"name": one.name, "people": sizes[one.pk]}
        journal.record("entries.members_taken", one, by=by, at=at, facts=facts)
    record_late(locked, grounds, by=by, at=at)
    return len(rows)


def _forget(teams: list[Entrant]) -> None:
    before = TeamMember.objects.filter(team__in=teams)
    identities = list(before.values_list("identity_id", flat=True))
    before.delete()
    Identity.objects.filter(pk__in=identities).delete()
