"""The final mark of an essay from the totals of its markers."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from hoithi.core.rulebook.parts import EssayRules, ThirdMark


class Stage(StrEnum):
    """How far the marking of an essay has come."""

    WAITING = "waiting"
    """One of the first two has not handed in."""
    THIRD = "third"
    """The first two differ too much and the third has not handed in."""
    SETTLED = "settled"


@dataclass(frozen=True)
class Outcome:
    """Where an essay stands."""

    stage: Stage
    points: Decimal | None = None
    """Final points, rounded half up; None before it is settled."""
    difference: Decimal | None = None
    """Between the first two."""


def outcome(
    totals: Sequence[Decimal | None], rules: EssayRules, *, most: Decimal, places: int
) -> Outcome:
    """The final mark of the first, second and third total, None for one not handed in.

    Two markers give the mean; from a difference of the set share of the most on (20 of 100 in an
    official test rule) a third marks, whose mark is official, unless the rules choose a mean.
    """
    first, second, third = (*totals, None, None, None)[:3]
    if first is None or second is None:
        return Outcome(Stage.WAITING)
    difference = abs(first - second)
    if Fraction(difference) * 100 < Fraction(most) * Fraction(rules.third_from_percent):
        return Outcome(Stage.SETTLED, _mean([first, second], places), difference)
    if third is None:
        return Outcome(Stage.THIRD, None, difference)
    counted = _counted(first, second, third, rules.third)
    return Outcome(Stage.SETTLED, _mean(counted, places), difference)


def _counted(first: Decimal, second: Decimal, third: Decimal, rule: ThirdMark) -> list[Decimal]:
    if rule is ThirdMark.OFFICIAL:
        return [third]
    if rule is ThirdMark.MEAN_OF_ALL:
        return [first, second, third]
    low, middle, high = sorted((first, second, third))
    # Equally near on both sides: the contestant gets the higher pair.
    return [low, middle] if middle - low < high - middle else [middle, high]


def _mean(totals: Sequence[Decimal], places: int) -> Decimal:
    exact = sum(map(Fraction, totals), Fraction(0)) / len(totals) * 10**places
    whole, rest = divmod(exact.numerator, exact.denominator)
    up = 2 * rest >= exact.denominator
    return Decimal(whole + up).scaleb(-places)
