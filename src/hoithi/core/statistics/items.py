"""Figures of one question from the counts of its answers."""

from collections import Counter
from collections.abc import Mapping

from hoithi.core.statistics.moments import (
    covariance,
    greatest_covariance,
    mean,
    root,
    variance,
)
from hoithi.core.statistics.records import EXTREME_SHARE, FIFTHS, ItemFigures, Response
from hoithi.core.statistics.tally import Answer, Joint, joint

Counted = Mapping[Answer, Mapping[int, int]]
"""By answer, how many gave it at which total."""


def item_figures(counted: Counted, *, most: int, scale: int) -> ItemFigures:
    """The figures of a question worth `most` units, of which `scale` make a point."""
    pairs = joint(counted)
    marks, totals, others = _margins(pairs)
    with_others = {(mark, total - mark): count for (mark, total), count in pairs.items()}
    square = scale * scale
    covaries, greatest = covariance(with_others), greatest_covariance(marks, others)
    of_marks, of_others = variance(marks), variance(others)
    middle = mean(marks) or 0.0
    return ItemFigures(
        sittings=marks.total(),
        most=most / scale,
        facility=middle / most if most else 0.0,
        deviation=root(_over(of_marks, square)),
        mark_variance=_over(of_marks, square),
        other_variance=_over(of_others, square),
        covariance=_over(covaries, square),
        covariance_most=_over(greatest, square),
        total_covariance=_over(covariance(pairs), square),
        discrimination=_over(covaries, root(_product(of_marks, of_others))),
        efficiency=_over(covaries, greatest),
        upper_lower=_upper_lower(pairs, totals, most),
        responses=_responses(counted, totals),
    )


def _margins(pairs: Joint) -> tuple[Counter[int], Counter[int], Counter[int]]:
    """Counts of marks, of totals, and of the totals of the other questions."""
    marks, totals, others = Counter[int](), Counter[int](), Counter[int]()
    for (mark, total), count in pairs.items():
        marks[mark] += count
        totals[total] += count
        others[total - mark] += count
    return marks, totals, others


def _over(value: float | None, divisor: float | None) -> float | None:
    return value / divisor if value is not None and divisor else None


def _product(one: float | None, other: float | None) -> float | None:
    return one * other if one is not None and other is not None else None


def _best(totals: Mapping[int, int]) -> dict[int, float]:
    """By total, which share of those who have it belongs to the best 27 %.

    Where equals stand on the border each of them belongs to it in part: the order in which people
    happen to be listed decides nothing.
    """
    left = EXTREME_SHARE * sum(totals.values())
    shares = {}
    for total in sorted(totals, reverse=True):
        taken = min(left, totals[total])
        shares[total] = taken / totals[total]
        left -= taken
    return shares


def _upper_lower(pairs: Joint, totals: Mapping[int, int], most: int) -> float | None:
    """Facility among the best 27 % less that among the weakest; None where all are equal."""
    if len(totals) < 2 or not most:
        return None
    best = _best(totals)
    weakest = _best({-total: count for total, count in totals.items()})
    size = EXTREME_SHARE * sum(totals.values())
    apart = sum(
        mark * count * (best[total] - weakest[-total]) for (mark, total), count in pairs.items()
    )
    return apart / (size * most)


def _fifths(totals: Mapping[int, int]) -> dict[int, int]:
    """By total its fifth, 0 for the weakest; equals are in the same."""
    number, passed, found = sum(totals.values()), 0, {}
    for total in sorted(totals):
        middle = passed + totals[total] / 2
        found[total] = min(FIFTHS - 1, int(FIFTHS * middle / number))
        passed += totals[total]
    return found


def _responses(counted: Counted, totals: Mapping[int, int]) -> tuple[Response, ...]:
    fifths, best = _fifths(totals), _best(totals)
    found = []
    for answer, by_total in counted.items():
        by_fifth = [0] * FIFTHS
        for total, count in by_total.items():
            by_fifth[fifths[total]] += count
        among_best = sum(best[total] * count for total, count in by_total.items())
        found.append(
            Response(
                response=answer.response,
                mark=answer.mark,
                count=sum(by_fifth),
                fifths=tuple(by_fifth),
                best=among_best / (EXTREME_SHARE * sum(totals.values())),
            )
        )
    return tuple(sorted(found, key=lambda one: (-one.count, str(one.response))))
