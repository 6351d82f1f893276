"""The figures against the textbook formulas, computed the long way from the single sheets."""

import statistics as textbook

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.statistics.moments import greatest_covariance
from tests.core.statistics.sets import of_marks

MARKS = st.integers(0, 4).map(lambda quarter: str(quarter / 4))
SHEETS = st.integers(2, 5).flatmap(
    lambda width: st.lists(st.lists(MARKS, min_size=width, max_size=width), min_size=2, max_size=30)
)


@settings(max_examples=60)
@given(SHEETS)
def test_figures_are_those_of_the_textbook(sheets):
    found = of_marks(sheets)
    marks = [[float(one) for one in sheet] for sheet in sheets]
    totals = [sum(sheet) for sheet in marks]
    columns = list(zip(*marks, strict=True))
    for place, column in enumerate(columns, 1):
        others = [total - one for total, one in zip(totals, column, strict=True)]
        figures = found.items[place]
        assert figures.facility == pytest.approx(textbook.fmean(column))
        assert figures.mark_variance == pytest.approx(textbook.variance(column))
        assert figures.covariance == pytest.approx(textbook.covariance(column, others), abs=1e-9)
        if len(set(column)) > 1 and len(set(others)) > 1:
            assert figures.discrimination == pytest.approx(
                textbook.correlation(column, others), abs=1e-9
            )
        else:
            assert figures.discrimination is None
    assert found.paper.median == pytest.approx(textbook.median(totals))
    if len(set(totals)) > 1:
        within = sum(textbook.variance(column) for column in columns)
        k = len(columns)
        alpha = k / (k - 1) * (1 - within / textbook.variance(totals))
        assert found.paper.alpha == pytest.approx(alpha, abs=1e-9)


@settings(max_examples=40)
@given(SHEETS)
def test_answers_are_all_counted_and_no_efficiency_is_above_one(sheets):
    for figures in of_marks(sheets).items.values():
        assert sum(one.count for one in figures.responses) == len(sheets)
        assert all(sum(one.fifths) == one.count for one in figures.responses)
        assert sum(one.best for one in figures.responses) == pytest.approx(1.0)
        assert figures.efficiency is None or figures.efficiency <= 1 + 1e-12
        assert figures.upper_lower is None or -1 - 1e-9 <= figures.upper_lower <= 1 + 1e-9


@settings(max_examples=40)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=2, max_size=40))
def test_the_greatest_covariance_is_that_of_sorted_values(pairs):
    ones, others = (sorted(column) for column in zip(*pairs, strict=True))
    found = greatest_covariance(*({v: c.count(v) for v in c} for c in (ones, others)))
    assert found == pytest.approx(textbook.covariance(ones, others), abs=1e-9)
