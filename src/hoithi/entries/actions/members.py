"""Members of one team, typed in: joined, given another place, taken out."""

from datetime import datetime

from django.db import transaction

from hoithi.contests.queries import current_version
from hoithi.core.entering.answers import Understood, understand
from hoithi.core.entering.teams import Seat
from hoithi.core.rulebook.entry import ExclusionEffect
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.actions.entering import Barred
from hoithi.entries.actions.late import grounds_needed, record_late
from hoithi.entries.facts.door import Door, door_of, excluded_at
from hoithi.entries.facts.members import (
    MemberTwice,
    NewMember,
    TeamFull,
    member_row,
    members_door,
)
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.entries.facts.registering import LateGrounds
from hoithi.entries.models import Entrant, EntrantKind, TeamMember
from hoithi.journal import actions as journal
from hoithi.people.models import Person


@transaction.atomic
def add_member(
    team: Entrant,
    new: NewMember,
    *,
    by: Person,
    at: datetime,
    late: LateGrounds | None = None,
) -> TeamMember:
    """Takes somebody into the team; a new captain takes the place of the one before.

    Refuses a form with problems, whom the rules bar, a person who is in the team, and more people
    than the rules allow. After the last day of registration only by a decision (`late`).
    """
    locked, door = _at_door(team, at)
    grounds = grounds_needed(door.entry, late, at=at)
    row = member_row(door, locked, understood_member(door, new, locked, at=at), new.seat, at=at)
    if locked.members.filter(key_hash=row.key_hash).exists():
        raise MemberTwice(name=locked.name)
    if door.entry.team and locked.members.count() >= door.entry.team.most:
        raise TeamFull(name=locked.name, most=door.entry.team.most)
    if row.captain:
        locked.members.update(captain=False)
    if row.identity:
        row.identity.save(force_insert=True)
    row.save(force_insert=True)
    _record("entries.member_added", row, by=by, at=at)
    record_late([locked], grounds, by=by, at=at)
    return row


def understood_member(door: Door, new: NewMember, team: Entrant, *, at: datetime) -> Understood:
    """What the form says of a member. Refuses problems (EntryRefused), and whom the rules bar."""
    read = understand(door.entry, new.answers, on=local_day(at))
    if read.problems:
        raise EntryRefused(read.problems)
    excluded = excluded_at(door, read.values, team.unit.unit_id if team.unit else None)
    if excluded is not None and excluded.effect is ExclusionEffect.BARRED:
        rules = {one.key: one.who for one in door.entry.exclusions}
        raise Barred(who=rules[excluded.rule])
    return read


@transaction.atomic
def seat_member(
    member: TeamMember,
    seat: Seat,
    *,
    by: Person,
    at: datetime,
    late: LateGrounds | None = None,
) -> None:
    """Gives a member another place in the team; a new captain takes the place of the other."""
    locked, door = _at_door(member.team, at)
    grounds = grounds_needed(door.entry, late, at=at)
    row = locked.members.get(pk=member.pk)
    if seat.captain:
        locked.members.exclude(pk=row.pk).update(captain=False)
    row.captain, row.capacity = seat.captain, seat.capacity
    row.save(update_fields=["captain", "capacity"])
    _record("entries.member_seated", row, by=by, at=at)
    record_late([locked], grounds, by=by, at=at)


@transaction.atomic
def drop_member(
    member: TeamMember, *, by: Person, at: datetime, late: LateGrounds | None = None
) -> None:
    """Takes somebody out of the team, with the identity that was kept for it."""
    locked, door = _at_door(member.team, at)
    grounds = grounds_needed(door.entry, late, at=at)
    row = locked.members.get(pk=member.pk)
    _record("entries.member_dropped", row, by=by, at=at)
    identity = row.identity
    row.delete()
    if identity:
        identity.delete()
    record_late([locked], grounds, by=by, at=at)


def _at_door(team: Entrant, at: datetime) -> tuple[Entrant, Door]:
    """The team, locked, and the door its members pass. Raises DoesNotExist for what is no team."""
    rows = Entrant.objects.select_for_update(of=("self",)).select_related("contest", "unit")
    locked = rows.get(pk=team.pk, kind=EntrantKind.TEAM)
    version = current_version(locked.contest, at=at)
    return locked, members_door(door_of(locked.contest, version, at=at))


def _record(deed: str, row: TeamMember, *, by: Person, at: datetime) -> None:
    facts = {
        "team": row.team.name,
        "name": row.masked_name,
        "captain": row.captain,
        "capacity": row.capacity,
    }
    journal.record(deed, row.team, by=by, at=at, facts=facts)
