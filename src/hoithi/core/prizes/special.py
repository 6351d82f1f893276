"""The rankings from which special prizes are taken, and what holds for units."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from msgspec.structs import replace as with_fields

from hoithi.core.points import Result
from hoithi.core.prizes.records import Occasion
from hoithi.core.ranking.columns import Grounds
from hoithi.core.ranking.overall import overall_results
from hoithi.core.ranking.placings import Placing, rank
from hoithi.core.rulebook.prizes import OnePrize, PrizeTable, SpecialKind
from hoithi.core.rulebook.ranking import By, ContestTotal, Direction, Overall, RankingKey
from hoithi.kit.refusals import Refusal


class NotOfPeople(Refusal):
    """The special prize is not taken from a ranking of people."""


_KEYS: Mapping[SpecialKind, tuple[By, Direction]] = {
    SpecialKind.CLOSEST_PREDICTION: (By.PREDICTION_DISTANCE, Direction.LESS),
    SpecialKind.OLDEST: (By.AGE, Direction.MORE),
    SpecialKind.YOUNGEST: (By.AGE, Direction.LESS),
    SpecialKind.MOST_SITTINGS: (By.SITTINGS, Direction.MORE),
    SpecialKind.BEST_PART: (By.PART_POINTS, Direction.MORE),
}


def special_placings(
    table: PrizeTable, results: Iterable[Result], grounds: Grounds
) -> list[Placing]:
    """The ranking of people for a special prize, from results of one round or of several.

    Of a person's rounds the closest prediction and the best part count; sittings are added. Who
    has no value (no prediction, no birth, no such part) is not ranked. Prizes that are decided by
    name have `decided_placings`, those of units the collective ranking. Refuses those.
    """
    compared = None if table.special is None else _KEYS.get(table.special)
    if compared is None:
        raise NotOfPeople(table=table.key, special=table.special)
    by, first = compared
    key = RankingKey(by=by, first=first, part=table.part)
    placings = rank(_one_each(list(results), table), [key], grounds)
    return [one for one in placings if one.values[0] is not None]


def _one_each(results: Sequence[Result], table: PrizeTable) -> Iterable[Result]:
    """One result for each person, with the best of what the special prize looks at."""
    closest: dict[int, int] = {}
    for result in results:
        if result.distance is not None:
            known = closest.get(result.entrant_id, result.distance)
            closest[result.entrant_id] = min(known, result.distance)
    if table.special is SpecialKind.BEST_PART:
        best: dict[int, Result] = {}
        for result in results:
            known_best = best.get(result.entrant_id)
            if known_best is None or _part(result, table) > _part(known_best, table):
                best[result.entrant_id] = result
        return best.values()
    summed = overall_results(results, Overall(total=ContestTotal.SUM))
    return (with_fields(one, distance=closest.get(one.entrant_id)) for one in summed)


def _part(result: Result, table: PrizeTable) -> Decimal:
    points = result.part_points(table.part or "")
    return Decimal(-1) if points is None else points


def decided_placings(named: Sequence[int]) -> list[Placing]:
    """A ranking of those whom the committee named for a prize, in its order."""
    return [Placing(place, entrant_id, Decimal(0), ()) for place, entrant_id in enumerate(named, 1)]


def for_units(occasion: Occasion) -> Occasion:
    """The occasion for a collective table: what holds for persons does not hold for units.

    Numbers of units and of entrants are not to be mixed up, so nothing about entrants is kept.
    """
    policy = with_fields(
        occasion.policy, one_prize=OnePrize.UNLIMITED, winners_leave_later_rounds=False
    )
    return replace(occasion, policy=policy, entrants={}, won=(), verdicts={})
