"""Who goes on to a later round, and which equals must be parted before anybody does."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hoithi.core.lots import Lot, TieDecision, order_of
from hoithi.core.ranking.placings import Placing
from hoithi.core.rulebook.document import Round


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
    rankings: Mapping[str, Sequence[Placing]],
    joint: Sequence[Placing] = (),
    records: Sequence[Lot | TieDecision] = (),
) -> Qualified:
    """Who goes on to the round `to` from the rounds that lead there.

    First the first so many of each round, then the so many best of all the others in the `joint`
    ranking over these rounds. Equals over the last seat are parted by a recorded lot or decision;
    until there is one the tie is open and its entrants are not among the qualified.
    """
    leading = [one for one in rounds if one.advance is not None and one.advance.to == to]
    chosen: list[int] = []
    ties: list[OpenTie] = []
    for round_ in leading:
        seats = round_.advance.first if round_.advance else None
        of_round = rankings.get(round_.key, ()) if seats else ()
        found = _first(of_round, seats or 0, records, round_.key)
        chosen += found.entrants
        ties += found.open_ties
    wild_cards = max((one.advance.best_overall or 0 for one in leading if one.advance), default=0)
    settled = {*chosen, *(one for tie in ties for one in tie.entrants)}
    others = _first(_without(joint, settled), wild_cards, records, None)
    return Qualified((*chosen, *others.entrants), (*ties, *others.open_ties))


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
