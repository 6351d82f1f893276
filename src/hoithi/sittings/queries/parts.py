"""The papers of a round as one person stands with them."""

from dataclasses import dataclass
from datetime import datetime

from hoithi.core.round_parts import PartStanding, part_standings
from hoithi.core.rulebook.windows import attempts_for, paper_for
from hoithi.sittings.facts.records import Hall, RoundNow
from hoithi.sittings.queries.starts import Standing


@dataclass(frozen=True)
class PartAtDoor:
    """A paper of the open round: what it is called, how long it takes, how one stands with it."""

    key: str
    title: str
    minutes: int
    standing: PartStanding
    has_paper: bool
    """Whether papers were drawn for the person's group."""

    @property
    def may_start(self) -> bool:
        """Whether the room would begin it now."""
        return self.standing.may_start and self.has_paper


def standings_of(round_: RoundNow, who: Standing, at: datetime) -> tuple[PartStanding, ...]:
    """How somebody stands with each paper of a round, in the order of the rulebook."""
    limits = attempts_for(round_.rulebook, round_.key)
    held = (round_.part(key, who.permissions) for key in round_.papers())
    return part_standings(who.past, limits, held, at)


def parts_at_door(
    round_: RoundNow, who: Standing, hall: Hall, at: datetime
) -> tuple[PartAtDoor, ...]:
    """The same with what a page shows of each."""
    found = []
    for standing in standings_of(round_, who, at):
        key = standing.part_key
        paper = paper_for(round_.rulebook, round_.key, who.group or None, key)
        has_paper = any((round_.id, key, group) in hall.pools for group in (who.group, ""))
        found.append(PartAtDoor(key, paper.title, paper.minutes, standing, has_paper))
    return tuple(found)
