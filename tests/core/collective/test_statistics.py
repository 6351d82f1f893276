"""Published figures: F11, F13, F14, F17, and bands at their edges."""

from decimal import Decimal

import pytest

from hoithi.core.collective.statistics import (
    ScoreBands,
    TargetReport,
    mean,
    percent,
    rounded,
    score_bands,
    targets,
)
from hoithi.core.rulebook.parts import PassRule
from tests.core.make import result

THANH_HOA = (
    "90.05 90.02 90.02 89.30 88.04 86.32 86.02 85.91 85.83 85.26 "
    "85.10 85.03 85.02 85.02 85.01 84.60 83.69 82.91 78.56 76.53"
)


def test_f11_mean_of_units():
    found = mean([Decimal(value) for value in THANH_HOA.split()])
    assert (found, rounded(found)) == (Decimal("85.412"), Decimal("85.41"))
    assert mean([]) is None


def test_f13_score_bands():
    bands = ScoreBands(full=5_945, high=11_228, middle=7_851, low=956)
    assert bands.shares() == tuple(map(Decimal, ("22.88", "43.22", "30.22", "3.68", "0.00")))


def test_f14_participation():
    assert percent(14_492, 24_525) == Decimal("59.09")


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [(1, 8, "12.50"), (1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13"), (0, 0, "0.00")],
)
def test_shares_are_rounded_half_up(part, whole, share):
    assert percent(part, whole) == Decimal(share)


def test_bands_at_their_edges():
    points = ["0", "0.01", "2.49", "2.5", "7.49", "7.5", "9.99", "10"]
    results = [result(n, Decimal(value), right=0) for n, value in enumerate(points)]
    assert score_bands(results) == ScoreBands(full=1, high=2, middle=2, low=2, zero=1)
    assert score_bands([]).shares() == (Decimal("0.00"),) * 5


CHECK = PassRule(target_percent=Decimal(85), target_taking_part_percent=Decimal(100))


@pytest.mark.parametrize(
    ("counts", "report", "met"),
    [
        pytest.param((20, 20, 17), ("100.00", "85.00", True, True), True, id="F17"),
        pytest.param((20, 19, 17), ("95.00", "89.47", False, True), False, id="one did not come"),
        pytest.param((20, 20, 16), ("100.00", "80.00", True, False), False, id="too few passed"),
        pytest.param((20, 0, 0), ("0.00", "0.00", False, False), False, id="nobody came"),
    ],
)
def test_targets_of_a_check(counts, report, met):
    must, took_part, passed = counts
    found = targets(CHECK, must=must, took_part=took_part, passed=passed)
    assert found == TargetReport(Decimal(report[0]), Decimal(report[1]), *report[2:])
    assert found.met is met


def test_no_target_is_set():
    found = targets(PassRule(), must=20, took_part=1, passed=0)
    assert (found.taking_part_met, found.passed_met, found.met) == (None, None, True)
