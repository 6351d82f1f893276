"""The points of a part from the totals that its judges gave."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hoithi.core.rulebook.parts import JuryPart, JuryRule
from hoithi.kit.refusals import Refusal

_FEWEST = {JuryRule.MEAN: 1, JuryRule.SUM: 1, JuryRule.MEAN_WITHOUT_EXTREMES: 3}


class TooFewJudges(Refusal):
    """The rule of the part needs the totals of at least so many judges (`least`)."""


def jury_points(totals: Sequence[Decimal], part: JuryPart) -> Decimal:
    """One entrant's points: mean, mean without one highest and one lowest, or sum.

    Rounded half up to the places that the part names, once and at the end. The order of the
    judges is of no account. Refuses fewer totals than the rule can be applied to.
    """
    least = _FEWEST[part.rule]
    if len(totals) < least:
        raise TooFewJudges(least=least)
    counted = sorted(totals)
    if part.rule is JuryRule.MEAN_WITHOUT_EXTREMES:
        counted = counted[1:-1]
    exact = sum(map(Fraction, counted), Fraction(0))
    if part.rule is not JuryRule.SUM:
        exact /= len(counted)
    return _rounded(exact, part.places)


def _rounded(exact: Fraction, places: int) -> Decimal:
    """Half up, from the exact value: 7.125 is 7.13, and 7.1249999… is 7.12."""
    scaled = exact * 10**places
    whole = Decimal(scaled.numerator // scaled.denominator)
    rest = scaled - Fraction(whole)
    up = Decimal(1) if rest >= Fraction(1, 2) else Decimal(0)
    unit = Decimal(1).scaleb(-places)
    return ((whole + up) * unit).quantize(unit, rounding=ROUND_HALF_UP)
