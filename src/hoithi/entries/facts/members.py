"""Members of teams: what is asked of each, as a form and as a table, and what is refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from msgspec import structs

from hoithi.core.entering.answers import Understood
from hoithi.core.entering.teams import Capacity, Seat
from hoithi.core.rulebook.entry import Asked, EntryRules, IdentityField, IdentityKind
from hoithi.core.vietnamese.text import masked_name, words_key
from hoithi.documents.spreadsheets import Column, Kind
from hoithi.entries.facts.door import Door
from hoithi.entries.facts.registering import people_columns
from hoithi.entries.models import Entrant, TeamMember
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import key_hash, sealed_identity

CAPACITIES = {
    Capacity.MAIN: "Thành viên chính",
    Capacity.OTHER: "Thành viên",
    Capacity.RESERVE: "Dự bị",
}
"""As what a member stands in the team, as a table says it."""
_TEAM = Column(
    "team",
    ("Đội thi", "Tên đội", "Đội"),
    note="Tên đội như đã ghi trong danh sách dự thi; để trống thì là đội của dòng trên.",
)
_CAPTAIN = Column("captain", ("Đội trưởng",), kind=Kind.MARK)


class TeamUnknown(Refusal):
    """No team of the contest has this name."""


class TeamFull(Refusal):
    """The team has as many members as the rules allow (`most`)."""


class MemberTwice(Refusal):
    """The team (`name`) has this person already."""


class CaptainTwice(Refusal):
    """Two lines name a captain of one team."""


@dataclass(frozen=True)
class NewMember:
    """Somebody who joins a team: the form as it was sent, and the place in the team."""

    answers: Mapping[str, str]
    seat: Seat = field(default_factory=Seat)


@dataclass(frozen=True)
class MemberLine:
    """A member as a line of a table states it, ready to be kept."""

    team: Entrant
    member: TeamMember


def members_door(door: Door) -> Door:
    """The door as a member of a team passes it: no unit and no group of one's own."""
    entry = structs.replace(door.entry, unit=None, password=None, fields=_fields(door.entry))
    return replace(door, entry=entry, groups=())


def _fields(entry: EntryRules) -> tuple[IdentityField, ...]:
    """Everybody has a name, and may have a post."""
    kinds = {one.kind for one in entry.fields}
    name = IdentityField(kind=IdentityKind.FULL_NAME)
    post = IdentityField(kind=IdentityKind.POST, asked=Asked.OPTIONAL)
    before = () if name.kind in kinds else (name,)
    after = () if post.kind in kinds else (post,)
    return (*before, *entry.fields, *after)


def has_capacities(entry: EntryRules) -> bool:
    """Whether the rules tell main members, reserves and the others apart."""
    return entry.team is not None and bool(entry.team.main_members or entry.team.reserves)


def member_columns(door: Door) -> tuple[Column, ...]:
    """The columns in which the members of all teams are sent; `door` is that of members."""
    named = tuple(CAPACITIES.values())
    capacity = Column("capacity", ("Tư cách", "Tư cách thành viên"), choices=named)
    more = (capacity,) if has_capacities(door.entry) else ()
    return (_TEAM, *people_columns(door), _CAPTAIN, *more)


def seat_of(values: Mapping[str, str]) -> Seat:
    """The place in the team as a line of a table states it."""
    names = {words_key(name): capacity for capacity, name in CAPACITIES.items()}
    capacity = names.get(words_key(values.get("capacity", "")), Capacity.OTHER)
    return Seat(values.get("captain") == "1", capacity)


def member_row(
    door: Door, team: Entrant, read: Understood, seat: Seat, *, at: datetime
) -> TeamMember:
    """The unsaved row of a member, with the unsaved identity."""
    name = read.values[IdentityKind.FULL_NAME]
    shown, folded, born = masked_name(name), words_key(name), str(read.birth_year or "")
    sealed = {**read.values, "name": folded}
    identity, _ = sealed_identity(door.body_id, sealed, shown, at, door.erase_after)
    return TeamMember(
        team=team,
        identity=identity,
        key_hash=key_hash(door.body_id, door.contest_id, ["member", folded, born]),
        masked_name=shown,
        birth_year=read.birth_year,
        post=read.values.get(IdentityKind.POST, "")[:120],
        captain=seat.captain,
        capacity=seat.capacity,
        added_at=at,
    )


def seats_of(team: Entrant) -> list[Seat]:
    """The members of a team as the rules see them."""
    return [Seat(one.captain, Capacity(one.capacity)) for one in team.members.all()]
