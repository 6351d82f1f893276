"""Figures as they are published: shares, means, score bands, and whether a target was met."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hoithi.core.counting import exact_share
from hoithi.core.points import Number, Result
from hoithi.core.rulebook.parts import PassRule

_CENT = Decimal("0.01")
_HIGH = Fraction(3, 4)
_LOW = Fraction(1, 4)


def rounded(number: Number) -> Decimal:
    """To two decimals, half up, as results are published."""
    return Decimal(number).quantize(_CENT, ROUND_HALF_UP)


def percent(part: int, whole: int) -> Decimal:
    """How many of a hundred, rounded half up to two decimals; of nothing, nothing."""
    if not whole:
        return Decimal("0.00")
    return rounded(exact_share(part * 100, whole))


def mean(values: Sequence[Number]) -> Decimal | None:
    """The mean at full precision, by which one ranks; `rounded` for print. None of nothing."""
    return Decimal(exact_share(sum(values), len(values))) if values else None


@dataclass(frozen=True)
class ScoreBands:
    """People by the share of the greatest points they reached; the bands do not overlap."""

    full: int = 0
    """Everything."""
    high: int = 0
    """Three quarters or more, but not everything."""
    middle: int = 0
    """A quarter or more, below three quarters."""
    low: int = 0
    """Below a quarter, but something."""
    zero: int = 0

    def shares(self) -> tuple[Decimal, ...]:
        """The same in percent of all, in the same order."""
        counts = (self.full, self.high, self.middle, self.low, self.zero)
        return tuple(percent(count, sum(counts)) for count in counts)


def score_bands(results: Iterable[Result]) -> ScoreBands:
    """The bands of counted results, as weekly results publish them."""
    counts = {"full": 0, "high": 0, "middle": 0, "low": 0, "zero": 0}
    for result in results:
        counts[_band(result)] += 1
    return ScoreBands(**counts)


def _band(result: Result) -> str:
    if result.points <= 0:
        return "zero"
    if result.points >= result.most:
        return "full"
    share = Fraction(result.points) / Fraction(result.most)
    if share >= _HIGH:
        return "high"
    return "middle" if share >= _LOW else "low"


@dataclass(frozen=True)
class TargetReport:
    """What was reached against the plan's targets; None where the plan sets none."""

    taking_part: Decimal
    """Percent of those who must."""
    passed: Decimal
    """Percent of those who took part."""
    taking_part_met: bool | None
    passed_met: bool | None

    @property
    def met(self) -> bool:
        """Whether every target that was set is met."""
        return self.taking_part_met is not False and self.passed_met is not False


def targets(rule: PassRule, *, must: int, took_part: int, passed: int) -> TargetReport:
    """The targets of a check, compared exactly and printed rounded (Cù Lao Dung: 100 % and 85 %).

    Of nobody no target is met.
    """
    return TargetReport(
        percent(took_part, must),
        percent(passed, took_part),
        _met(took_part, must, rule.target_taking_part_percent),
        _met(passed, took_part, rule.target_percent),
    )


def _met(part: int, whole: int, target: Decimal | None) -> bool | None:
    return None if target is None else whole > 0 and part * 100 >= target * whole
