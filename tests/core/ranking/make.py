"""Keys of rankings, and what a ranking shows in short."""

from collections.abc import Sequence
from typing import Any

from hoithi.core.points import EntrantFacts, Result
from hoithi.core.ranking.columns import Grounds
from hoithi.core.ranking.placings import Placing, rank
from hoithi.core.rulebook.ranking import By, Direction, RankingKey
from tests.core.make import facts_of

MORE, LESS = Direction.MORE, Direction.LESS


def key(by: By, first: Direction = MORE, **rules: Any) -> RankingKey:
    """One ranking key."""
    return RankingKey(by=by, first=first, **rules)


POINTS = key(By.POINTS)
SECONDS = key(By.SECONDS, LESS)


def grounds(*entrants: EntrantFacts, **facts: Any) -> Grounds:
    """Grounds with entrants 1 to 99, some of them described."""
    return Grounds(facts_of(*range(100)) | {one.entrant_id: one for one in entrants}, **facts)


def ranked(
    results: Sequence[Result], *keys: RankingKey, on: Grounds | None = None
) -> list[Placing]:
    """The ranking on plain grounds."""
    return rank(results, keys, on or grounds())


def places(placings: Sequence[Placing]) -> list[tuple[int, int]]:
    """Place and entrant of each line."""
    return [(one.place, one.entrant_id) for one in placings]
