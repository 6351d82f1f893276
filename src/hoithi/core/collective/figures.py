"""The figures of a unit, made from the results of the people who stand for it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import TypedDict

from msgspec import Struct

from hoithi.core.counting import exact_share
from hoithi.core.points import EntrantFacts, Number, Result
from hoithi.core.prizes.records import Won
from hoithi.core.rulebook.ranking import Aggregate, Collective

_NOTHING = Decimal(0)
_HUNDRED = 100


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the unit's named list (danh sách người phải tham gia)."""

    post: str | None = None
    entrant_id: int | None = None
    """The entrant this person was found to be; none while nobody was."""
    exempt: bool = False


@dataclass(frozen=True)
class UnitFacts:
    """What is declared about a unit."""

    unit_id: int
    code: str
    kind: str
    staff: int | None = None
    """As declared for the contest; none while nobody has declared it."""
    listed: tuple[Listed, ...] = ()
    articles: int = 0
    judged: Mapping[str, Decimal] = field(default_factory=dict)
    """By title of the judged key: the committee's value."""


@dataclass(frozen=True, kw_only=True)
class UnitFigures:
    """All aggregates of one unit over the rounds that count."""

    unit: UnitFacts
    people: int = 0
    sittings: int = 0
    results: int = 0
    """Counted results: one for each person and round."""
    total_points: Decimal = _NOTHING
    best_points: Decimal | None = None
    full_marks: int = 0
    passed: int = 0
    prizes: int = 0
    prize_points: Decimal = _NOTHING
    parts: frozenset[str] = frozenset()
    done: frozenset[int] = frozenset()
    """Who of the named list took part, by entrant."""

    @property
    def compulsory(self) -> int:
        """How many of the named list must take part."""
        return sum(not one.exempt for one in self.unit.listed)

    @property
    def compulsory_done(self) -> int:
        """How many of them did."""
        return sum(not one.exempt and one.entrant_id in self.done for one in self.unit.listed)

    def value(self, by: Aggregate, title: str | None = None) -> Number | None:
        """An aggregate; None where something it needs is not declared or there was nobody."""
        match by:
            case Aggregate.PARTICIPATION:
                return _percent(self.people, self.unit.staff)
            case Aggregate.COMPULSORY_PARTICIPATION:
                return _percent(self.compulsory_done, self.compulsory)
            case Aggregate.PASS_RATE:
                return _percent(self.passed, self.people)
            case Aggregate.MEAN_POINTS:
                return _mean(self.total_points, self.results)
            case Aggregate.MEAN_POINTS_OF_STAFF:
                return _mean(self.total_points, self.unit.staff)
            case Aggregate.JUDGED:
                return self.unit.judged.get(title or "")
        return self._plain()[by]

    def _plain(self) -> Mapping[Aggregate, Number | None]:
        return {
            Aggregate.PEOPLE: self.people,
            Aggregate.SITTINGS: self.sittings,
            Aggregate.STAFF: self.unit.staff,
            Aggregate.TOTAL_POINTS: self.total_points,
            Aggregate.FULL_MARKS: self.full_marks,
            Aggregate.PRIZES: self.prizes,
            Aggregate.PRIZE_POINTS: self.prize_points,
            Aggregate.ARTICLES: self.unit.articles,
            Aggregate.PASSED: self.passed,
            Aggregate.POINTS: self.best_points,
        }


def _percent(part: int, whole: int | None) -> Number | None:
    return exact_share(part * _HUNDRED, whole) if whole else None


def _mean(total: Number, count: int | None) -> Number | None:
    return exact_share(total, count) if count else None


class _Sum(Struct, gc=False):
    """What is known so far of one unit."""

    people: set[int]
    full_marks: set[int]
    passed: set[int]
    parts: set[str]
    sittings: int = 0
    results: int = 0
    points: Decimal = _NOTHING
    best: Decimal | None = None

    def add(self, result: Result) -> None:
        self.people.add(result.entrant_id)
        if result.all_right:
            self.full_marks.add(result.entrant_id)
        if result.passed:
            self.passed.add(result.entrant_id)
        for share in result.parts:
            self.parts.add(share.part_key)
        self.sittings += result.sittings
        self.results += 1
        self.points += result.points
        self.best = result.points if self.best is None else max(self.best, result.points)


def figures(
    results: Iterable[Result],
    entrants: Mapping[int, EntrantFacts],
    units: Iterable[UnitFacts],
    collective: Collective,
    won: Iterable[Won] = (),
) -> Iterator[UnitFigures]:
    """The figures of every unit that the collective ranking is about, in the order given.

    People count once however many rounds they sat; means are over counted results. Full marks and
    passes are people with at least one such result. Who takes part outside the contest counts on
    the unit's named list only; whose results are not recognised counts nowhere. Points of the
    unit or its team are the best result of those who stand for it.
    """
    sums: dict[int, _Sum] = {}
    took_part: set[int] = set()
    for result in results:
        facts = entrants.get(result.entrant_id)
        if facts is None or facts.disqualified or not _counts(result.round_key, collective):
            continue
        took_part.add(result.entrant_id)
        if facts.ranked and facts.unit_id is not None:
            sums.setdefault(facts.unit_id, _Sum(set(), set(), set(), set())).add(result)
    prizes = _prizes_by_unit(won, entrants, collective)
    for unit in units:
        if concerns(collective, unit):
            sum_ = sums.get(unit.unit_id) or _Sum(set(), set(), set(), set())
            listed = {one.entrant_id for one in unit.listed if one.entrant_id is not None}
            found = _figures(unit, sum_, frozenset(listed & took_part))
            yield replace(found, **_prize_figures(prizes.get(unit.unit_id, ()), collective))


def concerns(collective: Collective, unit: UnitFacts) -> bool:
    """Whether a collective ranking is about a unit: by its kind, and by the plan's list."""
    of_kind = not collective.kinds or unit.kind in collective.kinds
    return of_kind and (not collective.units or unit.code in collective.units)


def _counts(round_key: str | None, collective: Collective) -> bool:
    return not collective.rounds or round_key is None or round_key in collective.rounds


def _figures(unit: UnitFacts, sum_: _Sum, done: frozenset[int]) -> UnitFigures:
    return UnitFigures(
        unit=unit,
        people=len(sum_.people),
        sittings=sum_.sittings,
        results=sum_.results,
        total_points=sum_.points,
        best_points=sum_.best,
        full_marks=len(sum_.full_marks),
        passed=len(sum_.passed),
        parts=frozenset(sum_.parts),
        done=done,
    )


def _prizes_by_unit(
    won: Iterable[Won], entrants: Mapping[int, EntrantFacts], collective: Collective
) -> dict[int, list[Won]]:
    prizes: dict[int, list[Won]] = {}
    for one in won:
        facts = entrants.get(one.entrant_id)
        if facts is not None and facts.unit_id is not None and _counts(one.round_key, collective):
            prizes.setdefault(facts.unit_id, []).append(one)
    return prizes


class _PrizeFigures(TypedDict):
    prizes: int
    prize_points: Decimal


def _prize_figures(won: Collection[Won], collective: Collective) -> _PrizeFigures:
    worth = {one.prize: one.points for one in collective.prize_points}
    points = sum((worth.get(one.prize_key, _NOTHING) for one in won), _NOTHING)
    return {"prizes": len(won), "prize_points": points}
