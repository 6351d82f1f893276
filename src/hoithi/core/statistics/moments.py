"""Variances, covariances and k-statistics of counted whole numbers, exact until the last step."""

from collections.abc import Iterable, Iterator, Mapping
from math import sqrt

Counts = Mapping[int, int]
"""How often each value occurs."""


def mean(counts: Counts) -> float | None:
    """The mean; None of nothing."""
    number = sum(counts.values())
    return sum(value * count for value, count in counts.items()) / number if number else None


def median(counts: Counts) -> float | None:
    """The value in the middle, or the mean of the two there."""
    number = sum(counts.values())
    if not number:
        return None
    low = _at(counts, (number - 1) // 2)
    return (low + _at(counts, number // 2)) / 2


def _at(counts: Counts, place: int) -> int:
    passed = 0
    for value in sorted(counts):
        passed += counts[value]
        if passed > place:
            return value
    raise IndexError(place)


def covariance(pairs: Mapping[tuple[int, int], int]) -> float | None:
    """Of counted pairs, divided by n − 1; None for fewer than two."""
    return _of_sums(((one, other, count) for (one, other), count in pairs.items()))


def variance(counts: Counts) -> float | None:
    """Of counted values, divided by n − 1; None for fewer than two."""
    return _of_sums(((value, value, count) for value, count in counts.items()))


def greatest_covariance(ones: Counts, others: Counts) -> float | None:
    """The covariance if the highest of the ones met the highest of the others, and so on."""
    return _of_sums(_sorted_pairs(ones, others))


def _of_sums(triples: Iterable[tuple[int, int, int]]) -> float | None:
    number = first = second = product = 0
    for one, other, count in triples:
        number += count
        first += one * count
        second += other * count
        product += one * other * count
    if number < 2:
        return None
    return (number * product - first * second) / (number * (number - 1))


def _sorted_pairs(ones: Counts, others: Counts) -> Iterator[tuple[int, int, int]]:
    waiting = sorted(others.items(), reverse=True)
    for one in sorted(ones):
        left = ones[one]
        while left:
            other, there = waiting.pop()
            taken = min(left, there)
            yield one, other, taken
            left -= taken
            if there > taken:
                waiting.append((other, there - taken))


def root(value: float | None) -> float | None:
    """The square root; None of nothing and of a negative value."""
    return sqrt(value) if value is not None and value >= 0 else None


def skewness_and_kurtosis(counts: Counts) -> tuple[float | None, float | None]:
    """k₃/k₂^1.5 and k₄/k₂² of the k-statistics; None for fewer than 3, or 4, or all alike."""
    number = sum(counts.values())
    middle = mean(counts)
    if middle is None or number < 3 or len(counts) < 2:
        return None, None
    second, third, fourth = (
        sum(count * (value - middle) ** power for value, count in counts.items())
        for power in (2, 3, 4)
    )
    k2 = second / (number - 1)
    k3 = number * third / ((number - 1) * (number - 2))
    if number < 4:
        return k3 / k2**1.5, None
    above = (number + 1) * number * fourth - 3 * (number - 1) * second**2
    k4 = above / ((number - 1) * (number - 2) * (number - 3))
    return k3 / k2**1.5, k4 / k2**2
