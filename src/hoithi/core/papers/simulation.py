"""Many papers drawn for trial before a round opens: exposure, spread, and what papers share."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations
from random import Random

from hoithi.core.papers.draw import PaperCannotBeDrawn, Picked, Picker, Strata, pick, strata
from hoithi.core.papers.exposure import WEIGHTS
from hoithi.core.papers.pool import turns_of
from hoithi.core.papers.records import BankQuestion, Blueprint
from hoithi.core.papers.stream import Stream
from hoithi.core.rulebook.parts import Difficulty

EXPECTED = {
    Difficulty.EASY: Decimal("0.8"),
    Difficulty.MEDIUM: Decimal("0.6"),
    Difficulty.HARD: Decimal("0.4"),
}
"""Which share of the contestants is taken to answer a question of this difficulty right, as long
as nothing was measured: an assumption, stated wherever its figures are shown."""
_POOLS_COMPARED = 25
"""In so many pools every paper is compared with every other one; more change no figure."""


@dataclass(frozen=True)
class Trial:
    """What is simulated: so many papers, in pools of the size that a round seals."""

    papers: int
    pool: int
    seed: str
    points: Mapping[int, Decimal] = field(default_factory=dict)
    """Of a question of each row; 1 where nothing is said."""
    facility: Mapping[int, Decimal] = field(default_factory=dict)
    """By version: which share answered it right in earlier rounds, where that is known."""


@dataclass(frozen=True)
class QuestionTally:
    """In how many of the papers a question stands, for one row."""

    version_id: int
    row: int
    drawn: int


@dataclass(frozen=True)
class Range:
    """The least, the most and the mean of a figure over all papers, with its distribution."""

    least: Decimal
    most: Decimal
    mean: Decimal
    counts: tuple[tuple[Decimal, int], ...]
    """Papers by the figure, rounded."""


@dataclass(frozen=True)
class Simulation:
    """What so many papers drawn for trial show."""

    papers: int
    pools: int
    seed: str
    questions: tuple[QuestionTally, ...]
    """Of all rows, those drawn most first."""
    difficulty: Range
    """Mean difficulty of a paper (1 easy, 2 medium, 3 hard), to one place."""
    marks: Range
    """Percent of the points that a contestant may expect, to whole percents."""
    shared: tuple[tuple[int, int], ...]
    """By number of questions in common: how many of the compared pairs of papers."""

    @property
    def never(self) -> int:
        """How many questions that may be drawn stand in no paper."""
        return sum(one.drawn == 0 for one in self.questions)


@dataclass
class _Tally:
    drawn: Counter[tuple[int, int]] = field(default_factory=Counter)
    difficulty: Counter[int] = field(default_factory=Counter)
    marks: Counter[int] = field(default_factory=Counter)
    shared: Counter[int] = field(default_factory=Counter)
    pools: int = 0


def simulate(
    questions: Sequence[BankQuestion],
    blueprint: Blueprint,
    trial: Trial,
    told: Callable[[int], object] = lambda _papers: None,
) -> Simulation:
    """So many papers by the rules of sealing, pool after pool, each from a seed of its own.

    `told` hears how many papers are done. Refuses what sealing refuses. Takes many seconds for
    100,000 papers: never inside a request.
    """
    ready, tally = strata(questions, blueprint), _Tally()
    worth = _worth(ready, trial)
    bits = {question.version_id: 1 << place for place, question in enumerate(questions)}
    done = 0
    for size in _sizes(trial):
        masks = []
        for picked in _pool(ready, f"{trial.seed}/{tally.pools}", size):
            _count(tally, picked, worth)
            if tally.pools < _POOLS_COMPARED:
                masks.append(sum(bits[one.version_id] for _row, one in picked))
        tally.shared.update((a & b).bit_count() for a, b in combinations(masks, 2))
        tally.pools, done = tally.pools + 1, done + size
        told(done)
    return _found(ready, tally, trial, worth)


_TRIALS = 100


class _QuickPicker(Picker):
    """Takes by the same rules, but lots come from the generator of Python: three times as fast,
    and nothing of a simulation is ever to be proved from its seed by another program."""

    def __init__(self, lots: Random, exposure: Mapping[int, int]) -> None:
        super().__init__(Stream("", ""), exposure)
        self._lot = lots.random

    def order(self, cell: tuple[BankQuestion, ...]) -> Iterator[BankQuestion]:
        """Least drawn first, equals by lot."""
        drawn, lot = self.exposure, self._lot
        keys = [drawn[one.version_id] + lot() for one in cell]
        return (cell[place] for place in sorted(range(len(cell)), key=keys.__getitem__))


def _pool(ready: Strata, seed: str, size: int) -> Iterator[Picked]:
    """The questions of the papers of one pool, without their order."""
    lots = Random(seed)  # noqa: S311 - nothing is guarded by it
    exposure = {one.version_id: 0 for row in ready.rows for cell in row.cells for one in cell}
    equal = dict.fromkeys(exposure, 0)
    for turns in turns_of(ready, seed, size):
        pickers = (
            _QuickPicker(lots, exposure if trial < _TRIALS else equal)
            for trial in range(2 * _TRIALS)
        )
        tries = (pick(ready, picker, turns) for picker in pickers)
        picked = next((one for one in tries if one is not None), None)
        if picked is None:
            raise PaperCannotBeDrawn(seed=seed, trials=2 * _TRIALS)
        for _row, question in picked:
            exposure[question.version_id] += 1
        yield picked


def _sizes(trial: Trial) -> Iterator[int]:
    """The sizes of the pools; the last one is what is left."""
    whole, rest = divmod(trial.papers, trial.pool)
    yield from [trial.pool] * whole
    if rest:
        yield rest


_SCALE = 10_000
"""Points times shares are added as whole numbers of this size."""


def _worth(ready: Strata, trial: Trial) -> dict[tuple[int, int], int]:
    """What a contestant may expect of a question in a row, in points times `_SCALE`."""
    return {
        (stratum.row, one.version_id): round(
            trial.points.get(stratum.row, Decimal(1))
            * trial.facility.get(one.version_id, EXPECTED[one.difficulty])
            * _SCALE
        )
        for stratum in ready.rows
        for cell in stratum.cells
        for one in cell
    }


def _count(tally: _Tally, picked: Picked, worth: Mapping[tuple[int, int], int]) -> None:
    keys = [(row, one.version_id) for row, one in picked]
    tally.drawn.update(keys)
    tally.difficulty[sum(WEIGHTS[one.difficulty] for _row, one in picked)] += 1
    tally.marks[sum(worth[key] for key in keys)] += 1


def _found(
    ready: Strata, tally: _Tally, trial: Trial, worth: Mapping[tuple[int, int], int]
) -> Simulation:
    rows = ready.blueprint.rows
    length = Decimal(ready.blueprint.length or 1)
    most = sum(
        (trial.points.get(n, Decimal(1)) * row.count for n, row in enumerate(rows)), Decimal()
    )
    counted = (QuestionTally(version, row, tally.drawn[row, version]) for row, version in worth)
    return Simulation(
        papers=tally.difficulty.total(),
        pools=tally.pools,
        seed=trial.seed,
        questions=tuple(sorted(counted, key=lambda one: (-one.drawn, one.row, one.version_id))),
        difficulty=_range(tally.difficulty, 1 / length, 1),
        marks=_range(tally.marks, 100 / ((most or Decimal(1)) * _SCALE), 0),
        shared=tuple(sorted(tally.shared.items())),
    )


def _range(totals: Counter[int], unit: Decimal, places: int) -> Range:
    """The distribution of whole numbers of a unit."""
    counts: Counter[Decimal] = Counter()
    for total, count in totals.items():
        counts[round(total * unit, places)] += count
    everything = totals.total() or 1
    mean = sum(total * count for total, count in totals.items()) * unit / everything
    least, most = min(totals, default=0) * unit, max(totals, default=0) * unit
    two = Decimal("0.01")
    return Range(
        least=least.quantize(two),
        most=most.quantize(two),
        mean=mean.quantize(two),
        counts=tuple(sorted(counts.items())),
    )
