"""The ranking itself: keys in order, equals share a place and the next ones are skipped."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from hoithi.core.points import Result
from hoithi.core.ranking.columns import (
    Grounds,
    Value,
    descending,
    lot_values,
    ordinals,
    values_of,
)
from hoithi.core.rulebook.ranking import By, RankingKey
from hoithi.kit.refusals import Refusal


class EntrantTwice(Refusal):
    """Two results of one entrant in one ranking."""


class Placing(Struct, frozen=True, gc=False):
    """A line of the ranking (kết quả xếp hạng)."""

    place: int
    entrant_id: int
    points: Decimal
    values: tuple[Value, ...]
    """What was compared, key by key."""
    decided_by: int | None = None
    """The key (from 0) that puts it below the line above; none for the first and for equals."""


def rank(results: Iterable[Result], keys: Sequence[RankingKey], grounds: Grounds) -> list[Placing]:
    """Results in the order of the keys; each key parts only those whom all before it left equal.

    Equals share a place and as many places are skipped (15, 15, 17); among themselves they are
    listed by entrant, so that the same results give the same list. Whoever lacks a value comes
    after all who have one. Entrants outside the contest and those not recognised are left out.
    Refuses two results of one entrant, and entrants of whom nothing is known.
    """
    ranked = sorted(_ranked(results, grounds), key=lambda result: result.entrant_id)
    _refuse_twice(ranked)
    codes = [0] * len(ranked)
    columns: list[Sequence[Value]] = []
    for key in keys:
        drawn = key.by is By.LOT
        column = lot_values(ranked, codes, grounds) if drawn else values_of(key, ranked, grounds)
        places, width = ordinals(column, greater_first=descending(key))
        # One whole number for all keys so far: sorting a million of them stays quick and small.
        codes = [code * width + place for code, place in zip(codes, places, strict=True)]
        columns.append(column)
    order = sorted(range(len(ranked)), key=codes.__getitem__)
    return list(_placings(ranked, order, columns))


def _ranked(results: Iterable[Result], grounds: Grounds) -> Iterator[Result]:
    for result in results:
        facts = grounds.facts(result.entrant_id)
        if facts.ranked and not facts.disqualified:
            yield result


def _refuse_twice(ranked: Sequence[Result]) -> None:
    for before, after in pairwise(ranked):
        if before.entrant_id == after.entrant_id:
            raise EntrantTwice(entrant_id=after.entrant_id)


def _placings(
    ranked: Sequence[Result], order: Sequence[int], columns: Sequence[Sequence[Value]]
) -> Iterator[Placing]:
    above: Placing | None = None
    for line, index in enumerate(order, 1):
        values = tuple([column[index] for column in columns])
        decided_by = None if above is None else first_difference(above.values, values)
        place = line if above is None or decided_by is not None else above.place
        result = ranked[index]
        above = Placing(place, result.entrant_id, result.points, values, decided_by)
        yield above


def first_difference(a: Sequence[Value], b: Sequence[Value]) -> int | None:
    """The first key on which two lines differ; none where they are equal."""
    return next((key for key, (x, y) in enumerate(zip(a, b, strict=True)) if x != y), None)
