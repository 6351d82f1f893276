"""The values by which a key compares, and their order as small whole numbers."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from hoithi.core.lots import Lot, order_of
from hoithi.core.points import EntrantFacts, Number, Result
from hoithi.core.rulebook.ranking import By, Direction, RankingKey
from hoithi.kit.refusals import Refusal

Value = Number | bool | date | datetime | None


class EntrantUnknown(Refusal):
    """A result belongs to an entrant of whom nothing is known."""


@dataclass(frozen=True)
class Grounds:
    """What ranking keys need beside the results."""

    entrants: Mapping[int, EntrantFacts]
    judged: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)
    """By title of the judged key: the committee's value for each entrant."""
    lots: tuple[Lot, ...] = ()
    precision_seconds: int = 1
    """Moments are compared in whole steps of this size, so that every difference can be shown."""

    def facts(self, entrant_id: int) -> EntrantFacts:
        """What is known of an entrant. Refuses an unknown one."""
        try:
            return self.entrants[entrant_id]
        except KeyError:
            raise EntrantUnknown(entrant_id=entrant_id) from None


_OF_RESULT: Mapping[By, Callable[[Result], Value]] = {
    By.POINTS: lambda result: result.points,
    By.RIGHT: lambda result: result.right,
    By.PREDICTION_DISTANCE: lambda result: result.distance,
    By.PREDICTION_EXACT: lambda result: result.exact,
    By.SECONDS: lambda result: result.seconds,
    By.TOTAL_SECONDS: lambda result: result.total_seconds,
    By.SITTINGS: lambda result: result.sittings,
    By.FULL_MARKS: lambda result: result.full_marks,
    By.PENALTY: lambda result: result.penalty,
    By.PASSED: lambda result: result.passed,
}


def values_of(key: RankingKey, results: Sequence[Result], grounds: Grounds) -> Sequence[Value]:
    """What each result has for a key (lots aside); None where it has nothing."""
    if key.by in _OF_RESULT:
        return [*map(_OF_RESULT[key.by], results)]
    match key.by:
        case By.SUBMITTED_AT:
            return _moments((result.submitted_at for result in results), grounds)
        case By.STARTED_AT:
            return _moments((result.started_at for result in results), grounds)
        case By.PART_POINTS:
            return [result.part_points(key.part or "") for result in results]
        case By.JUDGED:
            judged = grounds.judged.get(key.title or "", {})
            return [judged.get(result.entrant_id) for result in results]
        case By.AGE:
            return _births([grounds.facts(result.entrant_id).birth for result in results])
        case By.FEMALE:
            return [grounds.facts(result.entrant_id).female for result in results]
    registered = (grounds.facts(result.entrant_id).registered_at for result in results)
    return _moments(registered, grounds)


def _moments(moments: Iterable[datetime | None], grounds: Grounds) -> list[datetime | None]:
    """Moments without what is finer than the precision."""
    step = grounds.precision_seconds
    if step == 1:
        return [None if one is None else one.replace(microsecond=0) for one in moments]
    return [
        None if one is None else datetime.fromtimestamp(one.timestamp() // step * step, UTC)
        for one in moments
    ]


def _births(births: list[date | int | None]) -> Sequence[date | int | None]:
    """Days of birth; years for all where a single one is known by the year only.

    A year cannot be compared with a day of the same year, and nobody shall win or lose by having
    given less.
    """
    if not any(isinstance(birth, int) for birth in births):
        return births
    return [birth.year if isinstance(birth, date) else birth for birth in births]


def descending(key: RankingKey) -> bool:
    """Whether a key puts the greater value first; more age is an earlier birth."""
    return (key.first is Direction.MORE) is not (key.by is By.AGE)


def ordinals(values: Sequence[Value], *, greater_first: bool) -> tuple[list[int], int]:
    """The place of each value among the different ones, the first one 0; and how many places.

    What is missing comes last, whatever the direction.
    """
    known = sorted({value for value in values if value is not None}, reverse=greater_first)
    places: dict[Value, int] = {value: place for place, value in enumerate(known)}
    places[None] = len(known)
    return [places[value] for value in values], len(places)


def lot_values(
    results: Sequence[Result], codes: Sequence[int], grounds: Grounds
) -> list[int | None]:
    """The place in the drawn order of those who are equal so far and whom a lot names all."""
    places = {result.entrant_id: place for place, result in enumerate(results)}
    drawn = {places[one] for lot in grounds.lots for one in lot.order if one in places}
    sizes = Counter(codes) if drawn else Counter[int]()
    groups: dict[int, list[int]] = {}
    for place in sorted(drawn):
        groups.setdefault(codes[place], []).append(results[place].entrant_id)
    values: list[int | None] = [None] * len(results)
    for code, equals in groups.items():
        order = order_of(grounds.lots, equals) if len(equals) == sizes[code] > 1 else None
        for number, entrant_id in enumerate(order or (), 1):
            values[places[entrant_id]] = number
    return values
