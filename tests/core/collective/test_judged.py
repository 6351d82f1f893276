"""Where a collective ranking waits for the committee's value."""

from decimal import Decimal

import pytest

from hoithi.core.collective.judged import equals_before, judged_unit_titles
from hoithi.core.rulebook.ranking import (
    Aggregate,
    Collective,
    InOrder,
    RankPoints,
    Term,
    UnitKey,
    WeightedSum,
)

PEOPLE = UnitKey(by=Aggregate.PEOPLE)
HALLS = UnitKey(by=Aggregate.JUDGED, title="cơ sở vật chất")
SPIRIT = UnitKey(by=Aggregate.JUDGED, title="tinh thần")
SUM = WeightedSum(terms=(Term(by=Aggregate.JUDGED, weight=Decimal(1)),))


@pytest.mark.parametrize(
    ("method", "ties", "titles"),
    [
        pytest.param(InOrder(keys=(PEOPLE,)), (), set(), id="nothing judged"),
        pytest.param(InOrder(keys=(PEOPLE,)), (HALLS,), {"cơ sở vật chất"}, id="a tie-break"),
        pytest.param(
            RankPoints(criteria=(PEOPLE, SPIRIT)), (HALLS,),
            {"tinh thần", "cơ sở vật chất"}, id="a criterion",
        ),
        pytest.param(SUM, (), {""}, id="a term of the sum"),
    ],
)  # fmt: skip
def test_what_the_committee_judges_of_units(method, ties, titles):
    collective = Collective(key="k", title="K", method=method, ties=ties)
    assert judged_unit_titles([collective]) == titles


@pytest.mark.parametrize(
    ("lines", "column", "equals"),
    [
        pytest.param([], 1, [], id="nobody"),
        pytest.param([(3, 1), (2, 1)], 1, [], id="all parted before"),
        pytest.param([(3, None), (3, None), (2, 1)], 1, [range(2)], id="two equals"),
        pytest.param(
            [(3, 9), (3, 8), (2, 1), (1, None), (1, None), (1, 4)], 1, [range(2), range(3, 6)],
            id="two groups, judged or not",
        ),
        pytest.param([(1,), (2,), (3,)], 0, [range(3)], id="judged first of all"),
    ],
)  # fmt: skip
def test_equals_before_a_key(lines, column, equals):
    assert list(equals_before(lines, column)) == equals
