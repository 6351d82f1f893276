"""Whose essays are marked: the first so many by the marks of the other questions."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Standing:
    """What one entrant got for the other questions of the counted sitting."""

    entrant: int
    points: Decimal


@dataclass(frozen=True)
class Chosen:
    """The entrants whose essays are marked, and the least points among them."""

    entrants: frozenset[int]
    border: Decimal | None
    """None where nobody was left out."""
    beyond: int = 0
    """How many more than the rules say, because they equal the last one."""


def chosen(standings: Iterable[Standing], top: int | None) -> Chosen:
    """The first `top` by points, and everybody who equals the last of them; all without a limit.

    The form found in practice: "the first 500 of the quiz are marked" (Hà Nội 2019). Equals at the
    border are never parted by chance.
    """
    ordered = sorted(standings, key=lambda one: -one.points)
    if top is None or len(ordered) <= top:
        return Chosen(frozenset(one.entrant for one in ordered), None)
    border = ordered[top - 1].points
    within = frozenset(one.entrant for one in ordered if one.points >= border)
    return Chosen(within, border, len(within) - top)
