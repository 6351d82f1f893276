"""Units in order: by keys, by a weighted sum, or by points for the place in each criterion."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoithi.core.collective.figures import UnitFigures
from hoithi.core.collective.gates import Failure, failures
from hoithi.core.points import Number
from hoithi.core.ranking.columns import ordinals
from hoithi.core.ranking.placings import Placing, first_difference
from hoithi.core.rulebook.entry import Quota
from hoithi.core.rulebook.ranking import (
    Aggregate,
    Collective,
    Direction,
    InOrder,
    RankPoints,
    UnitKey,
    WeightedSum,
)

_NOTHING = Decimal(0)


@dataclass(frozen=True)
class Working:
    """How one aggregate became points of the score."""

    by: Aggregate
    value: Number | None
    points: Decimal
    place: int | None = None
    """The place in this criterion, where places give points."""
    capped: bool = False
    title: str | None = None


@dataclass(frozen=True)
class UnitLine:
    """A unit in the collective ranking, with everything its explanation sheet shows."""

    unit_id: int
    figures: UnitFigures
    place: int | None = None
    """None for a unit that is not ranked."""
    score: Decimal | None = None
    working: tuple[Working, ...] = ()
    values: tuple[Number | None, ...] = ()
    """What was compared: the score where there is one, then the keys; see `compared_by`."""
    decided_by: int | None = None
    """Which of the values (from 0) puts it below the line above."""
    failures: tuple[Failure, ...] = ()


@dataclass(frozen=True)
class UnitRanking:
    """Units in order, and those that are not ranked with the conditions they do not meet."""

    lines: tuple[UnitLine, ...]
    not_ranked: tuple[UnitLine, ...]

    def placings(self) -> list[Placing]:
        """The ranked units as placings from which prizes are taken; entrants are unit ids."""
        return [
            Placing(
                line.place or 0,
                line.unit_id,
                _points_of(line),
                line.values,
                line.decided_by,
            )
            for line in self.lines
        ]


def _points_of(line: UnitLine) -> Decimal:
    first = line.values[0] if line.values else None
    return line.score if line.score is not None else Decimal(first or 0)


def compared_by(collective: Collective) -> tuple[UnitKey | None, ...]:
    """By what units are compared, in order; None stands for the score."""
    if isinstance(collective.method, InOrder):
        return (*collective.method.keys, *collective.ties)
    return (None, *collective.ties)


def rank_units(
    figures: Iterable[UnitFigures], collective: Collective, quotas: Sequence[Quota] = ()
) -> UnitRanking:
    """The collective ranking.

    Units that miss a condition are taken out first, so that they take no place in any criterion.
    Equals share a place; among themselves they are listed by unit.
    """
    ranked: list[UnitFigures] = []
    out: list[UnitLine] = []
    for one in sorted(figures, key=lambda one: one.unit.unit_id):
        missed = failures(collective.gates, one, quotas)
        if missed:
            out.append(UnitLine(one.unit.unit_id, one, failures=missed))
        else:
            ranked.append(one)
    return UnitRanking(tuple(_lines(ranked, collective)), tuple(out))


def _lines(ranked: Sequence[UnitFigures], collective: Collective) -> Iterator[UnitLine]:
    workings = _workings(ranked, collective)
    scores = {
        unit_id: sum((one.points for one in working), _NOTHING)
        for unit_id, working in workings.items()
    }
    columns = [
        ([scores[one.unit.unit_id] for one in ranked], True)
        if key is None
        else (_column(ranked, key), key.first is Direction.MORE)
        for key in compared_by(collective)
    ]
    above: UnitLine | None = None
    for line, index in enumerate(_order(columns, len(ranked)), 1):
        one = ranked[index]
        unit_id = one.unit.unit_id
        values = tuple(column[index] for column, _ in columns)
        decided_by = None if above is None else first_difference(above.values, values)
        place = line if above is None or decided_by is not None else above.place
        above = UnitLine(
            unit_id, one, place, scores.get(unit_id), workings.get(unit_id, ()), values, decided_by
        )
        yield above


def _order(columns: Sequence[tuple[Sequence[Number | None], bool]], count: int) -> list[int]:
    places = [ordinals(column, greater_first=greater)[0] for column, greater in columns]
    return sorted(range(count), key=lambda index: [column[index] for column in places])


def _column(ranked: Sequence[UnitFigures], key: UnitKey) -> list[Number | None]:
    return [one.value(key.by, key.title) for one in ranked]


_Workings = Mapping[int, tuple[Working, ...]]


def _workings(ranked: Sequence[UnitFigures], collective: Collective) -> _Workings:
    match collective.method:
        case WeightedSum():
            return {one.unit.unit_id: _terms(one, collective.method) for one in ranked}
        case RankPoints():
            return _rank_points(ranked, collective.method)
        case InOrder():
            return {}


def _terms(one: UnitFigures, method: WeightedSum) -> tuple[Working, ...]:
    """Each term weighted, then capped; an aggregate that is not known adds nothing."""
    found = []
    for term in method.terms:
        value = one.value(term.by)
        weighted = term.weight * (value or 0)
        capped = term.most is not None and weighted > term.most
        points = term.most if capped and term.most is not None else weighted
        found.append(Working(term.by, value, points, capped=capped))
    return tuple(found)


def _rank_points(ranked: Sequence[UnitFigures], method: RankPoints) -> _Workings:
    """In each criterion the first gets most, the next one less; equals get the same."""
    workings: dict[int, tuple[Working, ...]] = {one.unit.unit_id: () for one in ranked}
    for key in method.criteria:
        column = _column(ranked, key)
        places, _ = ordinals(column, greater_first=key.first is Direction.MORE)
        # The first of equals in sorted order tells how many are ahead of them all.
        ahead = {place: index for index, place in reversed([*enumerate(sorted(places))])}
        for one, value, place in zip(ranked, column, places, strict=True):
            known = value is not None
            points = Decimal(max(0, method.first_points - ahead[place])) if known else _NOTHING
            shown = ahead[place] + 1 if known else None
            working = Working(key.by, value, points, shown, title=key.title)
            workings[one.unit.unit_id] += (working,)
    return workings
