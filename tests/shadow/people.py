"""People in order: sorted once for each criterion, from the last one to the first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import groupby
from typing import Any

from hoithi.core.lots import Lot
from hoithi.core.points import EntrantFacts, Result
from hoithi.core.rulebook.ranking import RankingKey


@dataclass(frozen=True)
class World:
    """What is known beside the results."""

    people: Mapping[int, EntrantFacts]
    judged: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)
    lots: Sequence[Lot] = ()
    step: int = 1
    """Seconds in which moments are compared."""


@dataclass(frozen=True)
class Place:
    """A line of a ranking."""

    place: int
    who: int
    points: Decimal
    values: tuple[Any, ...]


def ranked(results: Sequence[Result], keys: Sequence[RankingKey], world: World) -> list[Place]:
    """Equals share a place (15, 15, 17); whoever lacks a value comes after all who have one."""
    rows = [one for one in results if _takes_part(world.people[one.entrant_id])]
    rows.sort(key=lambda one: one.entrant_id)
    compared = [key for key in keys if key.by != "lot"]
    columns = {place: _column(rows, key, world) for place, key in enumerate(compared)}
    for place in reversed(columns):
        column, key = columns[place], compared[place]
        older_first = key.by == "age"
        known = [one for one in rows if column[one.entrant_id] is not None]
        rest = [one for one in rows if column[one.entrant_id] is None]
        greater_first = (key.first == "more") != older_first
        known.sort(key=lambda one, c=column: c[one.entrant_id], reverse=greater_first)
        rows = known + rest
    values = {
        one.entrant_id: tuple(columns[place][one.entrant_id] for place in columns) for one in rows
    }
    if len(compared) < len(keys):
        rows, drawn = _drawn(rows, values, world.lots)
        at = next(place for place, key in enumerate(keys) if key.by == "lot")
        for who, old in values.items():
            values[who] = (*old[:at], drawn.get(who), *old[at:])
    return list(_numbered(rows, values))


def _takes_part(facts: EntrantFacts) -> bool:
    return facts.ranked and not facts.disqualified


def _numbered(rows: Sequence[Result], values: Mapping[int, tuple[Any, ...]]) -> list[Place]:
    found: list[Place] = []
    for number, one in enumerate(rows, 1):
        mine = values[one.entrant_id]
        shares = found and found[-1].values == mine
        place = found[-1].place if shares else number
        found.append(Place(place, one.entrant_id, one.points, mine))
    return found


def _drawn(
    rows: Sequence[Result], values: Mapping[int, tuple[Any, ...]], lots: Sequence[Lot]
) -> tuple[list[Result], dict[int, int]]:
    """Equals in the order drawn, where the newest lot that names them all says one."""
    found: list[Result] = []
    numbers: dict[int, int] = {}
    for _, group in groupby(rows, key=lambda one: values[one.entrant_id]):
        equals = {one.entrant_id: one for one in group}
        order = drawn_order(lots, equals)
        if order is not None and len(equals) > 1:
            numbers |= {who: number for number, who in enumerate(order, 1)}
            found += [equals[who] for who in order]
        else:
            found += equals.values()
    return found, numbers


def drawn_order(records: Sequence[Any], equals: Any) -> list[int] | None:
    """Equals as the newest record that names every one of them puts them."""
    for record in sorted(records, key=lambda one: one.at, reverse=True):
        if all(who in record.order for who in equals):
            return [who for who in record.order if who in equals]
    return None


def _column(rows: Sequence[Result], key: RankingKey, world: World) -> dict[int, Any]:
    column = {one.entrant_id: _value(one, key, world) for one in rows}
    if key.by == "age" and any(isinstance(one, int) for one in column.values()):
        return {who: born.year if isinstance(born, date) else born for who, born in column.items()}
    return column


def _value(one: Result, key: RankingKey, world: World) -> Any:
    facts = world.people[one.entrant_id]
    match key.by:
        case "age":
            return facts.birth
        case "female":
            return facts.female
        case "registered_at":
            return _floored(facts.registered_at, world.step)
        case "submitted_at" | "started_at":
            return _floored(getattr(one, key.by), world.step)
        case "judged":
            return world.judged.get(key.title or "", {}).get(one.entrant_id)
        case "part_points":
            points = {part.part_key: part.points for part in one.parts}
            return points.get(key.part or "")
    return getattr(one, _FIELDS.get(key.by, key.by))


_FIELDS = {"prediction_distance": "distance", "prediction_exact": "exact"}


def _floored(moment: datetime | None, step: int) -> datetime | None:
    if moment is None:
        return None
    seconds = int(moment.timestamp())
    return datetime.fromtimestamp(seconds - seconds % step, UTC)
