"""Who goes on to a later round, and which equals must be parted before anybody does."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hoithi.core.lots import Lot, TieDecision, order_of
from hoithi.core.points import Result
from hoithi.core.ranking.columns import Grounds
from hoithi.core.ranking.groups import rankings_by_group
from hoithi.core.ranking.overall import overall_results
from hoithi.core.ranking.placings import Placing
from hoithi.core.rulebook.document import Advance, Round, Rulebook
from hoithi.core.rulebook.groups import ranked_apart
from hoithi.core.rulebook.ranking import ContestTotal, Overall
from hoithi.core.rulebook.windows import joint_keys

Rankings = Sequence[Sequence[Placing]]
"""One ranking of all, or one for each group that is ranked on its own."""

GroupRankings = Mapping[str | None, Sequence[Placing]]
"""The ranking of each group that is ranked on its own; under None the one of all."""


@dataclass(frozen=True)
class OpenTie:
    """Equals of whom only some can go on."""

    round_key: str | None
    """None among the best over all rounds."""
    entrants: tuple[int, ...]
    seats: int


@dataclass(frozen=True)
class Qualified:
    """Who goes on, by round and place; nobody advances while a tie is open."""

    entrants: tuple[int, ...]
    open_ties: tuple[OpenTie, ...] = ()


def qualified(
    to: str,
    rounds: Iterable[Round],
    rankings: Mapping[str, GroupRankings],
    joint: Rankings = (),
    records: Sequence[Lot | TieDecision] = (),
) -> Qualified:
    """Who goes on to the round `to` from the rounds that lead there.

    First the first so many of each round, then the so many best of all the others in the `joint`
    ranking over these rounds; both of each group where groups are ranked on their own, of a group
    with a number of its own that many. Equals
    over the last seat are parted by a recorded lot or decision; until there is one the tie is
    open and its entrants are not among the qualified.
    """
    leading = {
        one.key: one.advance for one in rounds if one.advance is not None and one.advance.to == to
    }
    wild_cards = max((one.best_overall or 0 for one in leading.values()), default=0)
    found = [
        _first(one, seats_of(advance, group), records, key)
        for key, advance in leading.items()
        for group, one in rankings.get(key, {}).items()
    ]
    settled = {who for one in found for who in _settled(one)}
    found += [_first(_without(one, settled), wild_cards, records, None) for one in joint]
    return Qualified(
        tuple(who for one in found for who in one.entrants),
        tuple(tie for one in found for tie in one.open_ties),
    )


def seats_of(advance: Advance, group: str | None) -> int:
    """How many of a group go on by their place in the round; under None, of all."""
    own = {one.group: one.first for one in advance.groups}
    return own.get(group or "", advance.first or 0)


def _settled(found: Qualified) -> set[int]:
    return {*found.entrants, *(who for tie in found.open_ties for who in tie.entrants)}


def _without(placings: Iterable[Placing], entrants: Collection[int]) -> list[Placing]:
    return [placing for placing in placings if placing.entrant_id not in entrants]


def _first(
    placings: Sequence[Placing],
    seats: int,
    records: Sequence[Lot | TieDecision],
    round_key: str | None,
) -> Qualified:
    inside = [one.entrant_id for one in placings[:seats]]
    if not inside or len(placings) <= seats or placings[seats - 1].place != placings[seats].place:
        return Qualified(tuple(inside))
    last = placings[seats - 1].place
    safe = [one.entrant_id for one in placings if one.place < last]
    equals = [one.entrant_id for one in placings if one.place == last]
    order = order_of(records, equals)
    left = seats - len(safe)
    if order is None:
        return Qualified(tuple(safe), (OpenTie(round_key, tuple(equals), left),))
    return Qualified((*safe, *order[:left]))


def joint_rankings(
    rulebook: Rulebook, to: str, results: Iterable[Result], grounds: Grounds
) -> Rankings:
    """All results of the rounds that lead to one in one ranking, or in one for each group.

    Rounds are put together as for the whole contest; where the rules say nothing about it, points
    are added. Who belongs to none of the groups that are ranked apart has no seat.
    """
    stated = rulebook.overall
    overall = Overall(total=ContestTotal.SUM) if stated.total is ContestTotal.NONE else stated
    apart = ranked_apart(rulebook)
    together = overall_results(results, overall)
    found = rankings_by_group(together, joint_keys(rulebook, to), grounds, apart)
    return [ranking for group, ranking in found.items() if group is not None or not apart]
