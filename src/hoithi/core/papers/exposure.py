"""How evenly papers use the bank and how hard they are: the certificate of fairness."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from hoithi.core.papers.draw import Strata, strata
from hoithi.core.papers.records import BankQuestion, Blueprint, Paper
from hoithi.core.rulebook.parts import Difficulty

WEIGHTS = {Difficulty.EASY: 1, Difficulty.MEDIUM: 2, Difficulty.HARD: 3}
"""A paper's difficulty is the mean of these over its questions."""


@dataclass(frozen=True)
class RowExposure:
    """How often the questions of one row of the blueprint were drawn."""

    row: int
    questions: int
    least: int
    most: int
    chi_square: Decimal
    """Against equal exposure, with one degree of freedom less than questions."""

    @property
    def degrees(self) -> int:
        """Degrees of freedom of `chi_square`."""
        return self.questions - 1


@dataclass(frozen=True)
class Spread:
    """The difficulty of the easiest, the hardest and the mean paper, on the scale 1 to 3."""

    least: Decimal
    most: Decimal
    mean: Decimal

    def within(self, tolerance: Decimal) -> bool:
        """Whether the easiest and the hardest paper are no further apart than this."""
        return self.most - self.least <= tolerance


@dataclass(frozen=True)
class ExposureReport:
    """What can be stated about a set of papers without showing any of them."""

    papers: int
    rows: tuple[RowExposure, ...]
    difficulty: Spread


def exposure(
    papers: Iterable[Paper], questions: Sequence[BankQuestion], blueprint: Blueprint
) -> ExposureReport:
    """The certificate of papers drawn from these questions by this blueprint."""
    ready = strata(questions, blueprint)
    weights = {question.version_id: WEIGHTS[question.difficulty] for question in questions}
    drawn: dict[int, Counter[int]] = {stratum.row: Counter() for stratum in ready.rows}
    totals: Counter[int] = Counter()
    for paper in papers:
        totals[sum(weights[line.question] for line in paper.lines)] += 1
        for line in paper.lines:
            drawn[line.row][line.question] += 1
    return ExposureReport(totals.total(), _rows(ready, drawn), _spread(totals, blueprint))


def _rows(ready: Strata, drawn: dict[int, Counter[int]]) -> tuple[RowExposure, ...]:
    rows = []
    for stratum in sorted(ready.rows, key=lambda one: one.row):
        counts = drawn[stratum.row]
        seen = [counts[question.version_id] for cell in stratum.cells for question in cell]
        total = sum(seen)
        # The sum of (seen - expected)² ÷ expected in whole numbers until the last division.
        squares = sum((count * stratum.size - total) ** 2 for count in seen)
        chi_square = Decimal(squares) / (total * stratum.size) if total else Decimal(0)
        rows.append(RowExposure(stratum.row, stratum.size, min(seen), max(seen), chi_square))
    return tuple(rows)


def _spread(totals: Counter[int], blueprint: Blueprint) -> Spread:
    length = sum(row.count for row in blueprint.rows)
    if not totals or not length:
        return Spread(Decimal(0), Decimal(0), Decimal(0))
    mean = Decimal(sum(total * count for total, count in totals.items())) / totals.total()
    return Spread(Decimal(min(totals)) / length, Decimal(max(totals)) / length, mean / length)
