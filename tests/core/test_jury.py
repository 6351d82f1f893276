"""Points of a part from the judges' totals: the rules at their edges, and what always holds."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.jury import TooFewJudges, jury_points
from hoithi.core.rulebook.parts import JuryPart, JuryRule

MEAN, TRIMMED, SUM = JuryRule.MEAN, JuryRule.MEAN_WITHOUT_EXTREMES, JuryRule.SUM


def part(rule: JuryRule = MEAN, places: int = 2) -> JuryPart:
    return JuryPart(key="skit", title="Tiểu phẩm", rule=rule, places=places)


@pytest.mark.parametrize(
    ("totals", "rule", "places", "points"),
    [
        pytest.param("8", MEAN, 2, "8.00", id="one judge"),
        pytest.param("8 9", MEAN, 2, "8.50", id="mean"),
        pytest.param("8 8 9", MEAN, 2, "8.33", id="rounded down"),
        pytest.param("8 9 9", MEAN, 2, "8.67", id="rounded up"),
        pytest.param("7.12 7.13", MEAN, 2, "7.13", id="a half is rounded up"),
        pytest.param("7.124 7.125", MEAN, 2, "7.12", id="rounded once, from the exact value"),
        pytest.param("8.4 8.6", MEAN, 0, "9", id="whole points"),
        pytest.param("8 9 9", MEAN, 4, "8.6667", id="four places"),
        pytest.param("5 8 9 10 9", TRIMMED, 2, "8.67", id="without 5 and 10"),
        pytest.param("9 9 9", TRIMMED, 2, "9.00", id="equal extremes go once each"),
        pytest.param("1 9 9 9", TRIMMED, 2, "9.00", id="one of the highest goes"),
        pytest.param("0 0 0", MEAN, 2, "0.00", id="nothing"),
        pytest.param("8.25 9.5", SUM, 1, "17.8", id="sum"),
    ],
)
def test_jury_points(totals, rule, places, points):
    found = jury_points([Decimal(one) for one in totals.split()], part(rule, places))
    assert str(found) == points


@pytest.mark.parametrize(
    ("count", "rule", "least"), [(0, MEAN, 1), (0, SUM, 1), (2, TRIMMED, 3), (0, TRIMMED, 3)]
)
def test_too_few_judges_are_refused(count, rule, least):
    with pytest.raises(TooFewJudges) as refused:
        jury_points([Decimal(9)] * count, part(rule))
    assert refused.value.facts == {"least": least}


marks = st.lists(st.decimals(0, 100, places=2), min_size=3, max_size=9)
rules = st.sampled_from([MEAN, TRIMMED])


@given(marks, rules, st.integers(0, 4), st.randoms(use_true_random=False))
def test_between_the_extremes_in_any_order(totals, rule, places, shuffle):
    found = jury_points(totals, part(rule, places))
    again = shuffle.sample(totals, len(totals))
    assert jury_points(again, part(rule, places)) == found
    half = Decimal("0.5").scaleb(-places)
    assert min(totals) - half <= found <= max(totals) + half


@given(marks, st.integers(0, 4))
def test_at_most_half_a_step_from_the_exact_mean(totals, places):
    exact = sum(map(Fraction, totals), Fraction(0)) / len(totals)
    found = Fraction(jury_points(totals, part(MEAN, places)))
    assert abs(found - exact) <= Fraction(1, 2 * 10**places)


@given(marks)
def test_a_judge_who_gives_more_never_takes_points_away(totals):
    more = [totals[0] + 1, *totals[1:]]
    assert all(jury_points(more, part(r)) >= jury_points(totals, part(r)) for r in JuryRule)
