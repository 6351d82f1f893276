"""What the rules ask of a team: registered in time, of the right size, with its captain."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hoithi.core.rulebook.entry import EntryRules, TeamRules


def last_day_to_register(entry: EntryRules) -> date | None:
    """The last day on which a unit may register its teams; None where the rules name none."""
    named = entry.team.register_by if entry.team else None
    return date.fromisoformat(named) if named else None


class Capacity(StrEnum):
    """As what a member stands in the team, where the rules tell them apart."""

    MAIN = "main"
    OTHER = "other"
    RESERVE = "reserve"


@dataclass(frozen=True, slots=True)
class Seat:
    """A member as the rules see it."""

    captain: bool = False
    capacity: Capacity = Capacity.OTHER


class Lacking(StrEnum):
    """What a team still lacks."""

    PEOPLE = "people"
    CAPTAIN = "captain"
    MAIN_MEMBERS = "main_members"
    RESERVES = "reserves"


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that a team still lacks: how many it has, and how many the rules ask for."""

    what: Lacking
    found: int
    needed: int


def lacks_of(rules: TeamRules, seats: Sequence[Seat]) -> Iterator[Lack]:
    """Everything the team still lacks by the rules, in the order in which one sees to it.

    Too many members are refused when they are entered; here only what is missing is told.
    """
    captains = sum(one.captain for one in seats)
    main = sum(one.capacity is Capacity.MAIN for one in seats)
    reserves = sum(one.capacity is Capacity.RESERVE for one in seats)
    found = {
        Lacking.PEOPLE: (len(seats), rules.least),
        Lacking.CAPTAIN: (captains, int(rules.captain)),
        Lacking.MAIN_MEMBERS: (main, rules.main_members),
        Lacking.RESERVES: (reserves, rules.reserves),
    }
    for what, (has, needed) in found.items():
        if has < needed:
            yield Lack(what, has, needed)
