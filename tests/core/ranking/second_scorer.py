"""A second scorer, slow and written apart from `hoithi.core.ranking` (R12).

It compares two results at a time, key by key, in fractions; the tests and `benchmarks/ranking.py`
hold the ranking against it. It knows the keys that need no decision of people.
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import cmp_to_key

from hoithi.core.points import Result
from hoithi.core.ranking.columns import Grounds
from hoithi.core.rulebook.ranking import By, Direction, RankingKey
from tests.core.make import START


def placed(
    results: Sequence[Result], keys: Sequence[RankingKey], grounds: Grounds
) -> list[tuple[int, int]]:
    """Place and entrant of every line, in order."""

    def compare(a: Result, b: Result) -> int:
        if before(a, b, keys, grounds):
            return -1
        return 1 if before(b, a, keys, grounds) else a.entrant_id - b.entrant_id

    lines: list[tuple[int, int]] = []
    above: Result | None = None
    for number, result in enumerate(sorted(results, key=cmp_to_key(compare)), 1):
        apart = above is None or before(above, result, keys, grounds)
        lines.append((number if apart else lines[-1][0], result.entrant_id))
        above = result
    return lines


def beats(a: Result, b: Result, one: RankingKey, grounds: Grounds) -> bool | None:
    """Whether a is before b by one key; None where they are equal."""
    x, y = plain(a, one, grounds), plain(b, one, grounds)
    if x == y:
        return None
    if x is None or y is None:
        return y is None
    return x > y if one.first is Direction.MORE else x < y


def plain(result: Result, one: RankingKey, grounds: Grounds) -> Fraction | None:
    facts = grounds.entrants[result.entrant_id]
    found = {
        By.POINTS: result.points,
        By.PREDICTION_DISTANCE: result.distance,
        By.SECONDS: result.seconds,
        By.SITTINGS: result.sittings,
        By.FULL_MARKS: result.full_marks,
        By.AGE: None if facts.birth is None else -facts.birth,
        By.REGISTERED_AT: facts.registered_at
        and int((facts.registered_at - START).total_seconds()),
        By.SUBMITTED_AT: result.submitted_at and int((result.submitted_at - START).total_seconds()),
    }[one.by]
    return None if found is None else Fraction(found)


def before(a: Result, b: Result, keys: Sequence[RankingKey], grounds: Grounds) -> bool:
    for one in keys:
        verdict = beats(a, b, one, grounds)
        if verdict is not None:
            return verdict
    return False
