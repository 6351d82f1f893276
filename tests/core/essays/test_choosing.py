"""The first so many are marked; equals at the border are never parted."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.essays.choosing import Chosen, Standing, chosen


def standings(*points):
    return [Standing(number, Decimal(one)) for number, one in enumerate(points, 1)]


@pytest.mark.parametrize(
    ("points", "top", "found"),
    [
        pytest.param([9, 7, 8], 2, Chosen(frozenset({1, 3}), Decimal(8)), id="the first two"),
        pytest.param([9, 8, 8, 7], 2, Chosen(frozenset({1, 2, 3}), Decimal(8), 1), id="equals"),
        pytest.param([5, 5, 5], 1, Chosen(frozenset({1, 2, 3}), Decimal(5), 2), id="all equal"),
        pytest.param([9, 7], 2, Chosen(frozenset({1, 2}), None), id="as many as there are"),
        pytest.param([9, 7], None, Chosen(frozenset({1, 2}), None), id="without a limit"),
        pytest.param([], 500, Chosen(frozenset(), None), id="nobody"),
        pytest.param(["8.25", "8.250", "8"], 1, Chosen(frozenset({1, 2}), Decimal("8.25"), 1)),
    ],
)
def test_who_is_marked(points, top, found):
    assert chosen(standings(*points), top) == found


@settings(max_examples=60)
@given(st.lists(st.integers(0, 10), max_size=40), st.integers(1, 12))
def test_nobody_outside_has_as_much_as_somebody_inside(points, top):
    there = standings(*points)
    inside = chosen(there, top).entrants
    assert len(inside) >= min(top, len(points))
    within = [one.points for one in there if one.entrant in inside]
    outside = [one.points for one in there if one.entrant not in inside]
    assert all(a > b for a in within for b in outside)
