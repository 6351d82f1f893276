"""The final mark: the mean of two, a third's where they differ by the set share."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.essays.final import Outcome, Stage, outcome
from hoithi.core.rulebook.parts import EssayRules, ThirdMark

RULES = EssayRules(of_paper="bai-thi")
NEAREST = EssayRules(of_paper="bai-thi", third=ThirdMark.MEAN_OF_NEAREST)
MEAN = EssayRules(of_paper="bai-thi", third=ThirdMark.MEAN_OF_ALL)
CALLED = Outcome(Stage.THIRD, None, Decimal(20))


def settled(points, difference):
    return Outcome(Stage.SETTLED, Decimal(points), Decimal(difference))


@pytest.mark.parametrize(
    ("totals", "rules", "found"),
    [
        pytest.param([None, None], RULES, Outcome(Stage.WAITING), id="nobody"),
        pytest.param([70, None], RULES, Outcome(Stage.WAITING), id="one only"),
        pytest.param([None, 70, 60], RULES, Outcome(Stage.WAITING), id="the third is no first"),
        pytest.param([70, 75], RULES, settled("72.50", 5), id="the mean of two"),
        pytest.param([70, "89.99"], RULES, settled("80.00", "19.99"), id="just below"),
        pytest.param([70, 90], RULES, CALLED, id="exactly 20 of 100"),
        pytest.param([70, 90, 88], RULES, settled("88.00", 20), id="the third is official"),
        pytest.param([70, 90, 82], NEAREST, settled("86.00", 20), id="the nearest two"),
        pytest.param([70, 90, 80], NEAREST, settled("85.00", 20), id="in the middle"),
        pytest.param([70, 90, 50], MEAN, settled("70.00", 20), id="the mean of three"),
        pytest.param([70, 75, 100], RULES, settled("72.50", 5), id="a third that was not needed"),
    ],
)
def test_the_final_mark(totals, rules, found):
    marks = [None if one is None else Decimal(one) for one in totals]
    assert outcome(marks, rules, most=Decimal(100), places=2) == found


@pytest.mark.parametrize(
    ("most", "percent", "pair", "stage"),
    [
        (10, 20, (6, 8), Stage.THIRD),
        (10, 20, (6, "7.99"), Stage.SETTLED),
        (30, "33.3", (10, 20), Stage.THIRD),
        (10, 0, (5, 5), Stage.THIRD),
        (10, 100, (0, "9.99"), Stage.SETTLED),
    ],
)
def test_from_which_difference_a_third_marks(most, percent, pair, stage):
    rules = EssayRules(of_paper="bai-thi", third_from_percent=Decimal(percent))
    found = outcome([Decimal(one) for one in pair], rules, most=Decimal(most), places=2)
    assert found.stage is stage


def test_rounded_half_up_once():
    assert outcome(
        [Decimal("7.125"), Decimal("7.12")], RULES, most=Decimal(10), places=2
    ).points == Decimal("7.12")
    assert outcome(
        [Decimal("7.125"), Decimal("7.125")], RULES, most=Decimal(10), places=2
    ).points == Decimal("7.13")


MARKS = st.decimals(0, 100, places=2)


@settings(max_examples=60)
@given(MARKS, MARKS, MARKS, st.sampled_from(list(ThirdMark)))
def test_the_order_of_the_first_two_is_of_no_account(first, second, third, rule):
    rules = EssayRules(of_paper="bai-thi", third=rule)
    one = outcome([first, second, third], rules, most=Decimal(100), places=2)
    assert one == outcome([second, first, third], rules, most=Decimal(100), places=2)
    if one.points is not None:
        assert min(first, second, third) - 1 <= one.points <= max(first, second, third) + 1
