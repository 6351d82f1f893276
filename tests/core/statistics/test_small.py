"""Small papers whose figures were worked out by hand, and those that have none."""

from dataclasses import replace

import pytest

from hoithi.core.statistics.papers import statistics
from hoithi.core.statistics.records import PaperFigures, Response
from hoithi.core.statistics.tally import Tally
from tests.core.statistics.sets import of_marks

GUTTMAN = [["1", "1", "1"], ["1", "1", "0"], ["1", "0", "0"], ["0", "0", "0"]]
"""Totals 3, 2, 1, 0: variance 5/3; marks vary by 1/4, 1/3, 1/4 (over n − 1)."""


def test_a_perfect_staircase_of_three_questions():
    found = of_marks(GUTTMAN)
    # Sum of variances 1/4 + 1/3 + 1/4 = 5/6; alpha = 3/2 · (1 − (5/6)/(5/3)) = 3/4.
    assert found.paper.alpha == pytest.approx(0.75)
    assert found.paper.kr20 == pytest.approx(0.75)
    assert found.paper.error_ratio == pytest.approx(0.5)
    assert found.paper.standard_error == pytest.approx(0.5 * (5 / 3) ** 0.5)
    second = found.items[2]
    # x = 1 1 0 0, others 2 1 1 0: covariance 1/3, variances 1/3 and 2/3.
    assert second.facility == 0.5
    assert second.covariance == pytest.approx(1 / 3)
    assert second.discrimination == pytest.approx((1 / 3) / ((1 / 3) * (2 / 3)) ** 0.5)
    assert second.efficiency == pytest.approx(1.0)
    assert second.upper_lower == pytest.approx(1.0)
    assert second.intended_weight == pytest.approx(1 / 3)
    assert second.effective_weight == pytest.approx(
        (2 / 3) ** 0.5 / (2 * 0.5**0.5 + (2 / 3) ** 0.5)
    )


def test_equals_on_the_border_of_the_best_count_in_part():
    # Ten sittings; 2.7 of them are the best: one of 2 points, and 1.7 of the three with 1.
    sheets = [["1", "1"]] + [["1", "0"]] * 2 + [["0", "1"]] + [["0", "0"]] * 6
    assert of_marks(sheets).items[1].upper_lower == pytest.approx((1 + 1.7 * 2 / 3) / 2.7)


def test_a_question_that_only_some_had_is_judged_by_those():
    tally = Tally(1)
    tally.most.update({"a": 1, "b": 1, ("place", 1): 1, ("place", 2): 1})
    for question, mark, other in (("a", 1, 1), ("a", 0, 0), ("b", 1, 0), ("b", 1, 1)):
        numbers = [
            tally.number(question, f"{question}{mark}", mark),
            tally.number(("place", 1), None, mark),
            tally.number(("place", 2), None, other),
        ]
        tally.add(mark + other, numbers)
    found = statistics(tally, [("place", 1), ("place", 2)])
    assert (found.items["a"].sittings, found.items["a"].facility) == (2, 0.5)
    assert found.items["a"].discrimination == pytest.approx(1.0)
    assert (found.items["b"].facility, found.items["b"].discrimination) == (1.0, None)
    assert found.items["a"].effective_weight is None
    assert found.items["a"].responses == (
        Response("a0", 0, 1, (0, 1, 0, 0, 0), 0.0),
        Response("a1", 1, 1, (0, 0, 0, 1, 0), pytest.approx(1.0)),
    )


@pytest.mark.parametrize("sheets", [[["1", "0"]], [["1", "1"]] * 3, [["1"], ["0"]]])
def test_what_has_no_spread_has_no_reliability(sheets):
    paper = of_marks(sheets).paper
    assert (paper.alpha, paper.kr20, paper.standard_error) == (None, None, None)


def test_nothing_sat_has_no_figures():
    assert statistics(Tally(1)).paper == PaperFigures(sittings=0, questions=0, most=0)


def test_marks_in_parts_have_no_kr20():
    found = of_marks([["1", "0.5"], ["0", "0"], ["0.5", "1"]])
    assert found.paper.kr20 is None
    assert found.paper == replace(found.paper, sittings=3, questions=2, most=2.0)
