"""Why one line of a ranking stands above another: the deciding key with both values."""

from collections.abc import Sequence
from dataclasses import dataclass

from hoithi.core.ranking.columns import Value
from hoithi.core.ranking.placings import Placing, first_difference
from hoithi.core.rulebook.ranking import RankingKey


@dataclass(frozen=True)
class Explanation:
    """The key that decides between two lines; none where they share a place."""

    upper: int
    """The entrant above."""
    lower: int
    key: RankingKey | None = None
    number: int | None = None
    """The number of the key, from 1, as the rulebook prints it."""
    upper_value: Value = None
    lower_value: Value = None
    """None: this one has no value, and comes after all who have one."""


@dataclass(frozen=True)
class LineExplanation:
    """Why a line stands where it stands."""

    place: int
    entrant_id: int
    shared_with: tuple[int, ...] = ()
    above: Explanation | None = None
    """Against the last of the next place above; none for the first."""
    below: Explanation | None = None
    """Against the first of the next place below; none for the last."""


def why_above(upper: Placing, lower: Placing, keys: Sequence[RankingKey]) -> Explanation:
    """The first key on which the two differ, recomputed from their values."""
    number = first_difference(upper.values, lower.values)
    if number is None:
        return Explanation(upper.entrant_id, lower.entrant_id)
    return Explanation(
        upper.entrant_id,
        lower.entrant_id,
        keys[number],
        number + 1,
        upper.values[number],
        lower.values[number],
    )


def explain_line(
    placings: Sequence[Placing], index: int, keys: Sequence[RankingKey]
) -> LineExplanation:
    """Why the line at an index (from 0) stands below the one place and above the other."""
    line = placings[index]
    first = last = index
    while first > 0 and placings[first - 1].place == line.place:
        first -= 1
    while last + 1 < len(placings) and placings[last + 1].place == line.place:
        last += 1
    equals = (one.entrant_id for one in placings[first : last + 1])
    return LineExplanation(
        line.place,
        line.entrant_id,
        tuple(one for one in equals if one != line.entrant_id),
        why_above(placings[first - 1], line, keys) if first > 0 else None,
        why_above(line, placings[last + 1], keys) if last + 1 < len(placings) else None,
    )
