"""A second scorer, slow and written apart, gives the same ranking line by line (R12)."""

import random
from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.points import EntrantFacts, Result
from hoithi.core.ranking.columns import Grounds
from hoithi.core.ranking.placings import rank
from hoithi.core.rulebook.ranking import By
from tests.core.make import START
from tests.core.ranking.make import LESS, MORE, key
from tests.core.ranking.second_scorer import before, placed

EIGHT = (
    key(By.POINTS),
    key(By.PREDICTION_DISTANCE, LESS),
    key(By.SECONDS, LESS),
    key(By.SITTINGS, LESS),
    key(By.REGISTERED_AT, LESS),
    key(By.FULL_MARKS),
    key(By.AGE, MORE),
    key(By.SUBMITTED_AT, LESS),
)


few = st.integers(0, 2)
maybe = st.none() | few


@st.composite
def fields(draw: st.DrawFn) -> tuple[list[Result], Grounds]:
    results, facts = [], {}
    for number in range(draw(st.integers(0, 12))):
        submitted, registered = draw(maybe), draw(maybe)
        results.append(
            Result(
                entrant_id=number,
                round_key="week-1",
                points=draw(st.sampled_from([Decimal("1.0"), Decimal(1), Decimal("1.50")])),
                most=Decimal(2),
                right=0,
                questions=2,
                seconds=draw(maybe),
                total_seconds=0,
                sittings=draw(few),
                full_marks=draw(few),
                submitted_at=None if submitted is None else START + timedelta(seconds=submitted),
                distance=draw(maybe),
            )
        )
        facts[number] = EntrantFacts(
            entrant_id=number,
            birth=draw(maybe),
            registered_at=None if registered is None else START + timedelta(seconds=registered),
        )
    return results, Grounds(facts)


@given(
    field=fields(),
    keys=st.permutations(EIGHT).flatmap(lambda k: st.integers(0, 8).map(lambda n: tuple(k[:n]))),
    shuffle=st.randoms(use_true_random=False),
)
def test_the_second_scorer_agrees(field, keys, shuffle: random.Random):
    results, grounds = field
    # A place is one more than the number of those who are before: no sorting at all.
    expected = sorted(
        (1 + sum(before(other, one, keys, grounds) for other in results), one.entrant_id)
        for one in results
    )
    placings = rank(results, keys, grounds)
    assert [(line.place, line.entrant_id) for line in placings] == expected
    assert placed(results, keys, grounds) == expected
    assert rank(shuffle.sample(results, len(results)), keys, grounds) == placings
