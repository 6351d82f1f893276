"""Papers drawn for trial: exposure, spread, expected marks, and what papers share."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.papers.draw import PaperCannotBeDrawn, TooFewQuestions
from hoithi.core.papers.records import BankQuestion, Blueprint
from hoithi.core.papers.simulation import Trial, simulate
from hoithi.core.rulebook.parts import Difficulty, Draw
from tests.core.papers.make import PAIRED, bank, rows

BANK = bank(("a", 12), ("b", 6))
ROWS = rows(("a", 4), ("b", 3))


@settings(max_examples=25)
@given(seed=st.text(max_size=8), size=st.integers(1, 60))
def test_each_pool_is_as_even_as_a_sealed_one(seed, size):
    found = simulate(BANK, ROWS, Trial(size, size, seed))
    assert (found.papers, found.pools) == (size, 1)
    for row in (0, 1):
        drawn = [one.drawn for one in found.questions if one.row == row]
        assert sum(drawn) == size * ROWS.rows[row].count
        assert max(drawn) - min(drawn) <= 1
    assert simulate(BANK, ROWS, Trial(size, size, seed)) == found


def test_papers_come_in_pools_and_are_counted_as_they_come():
    told: list[int] = []
    found = simulate(BANK, ROWS, Trial(25, 10, "s"), told.append)
    assert (told, found.pools, found.papers) == ([10, 20, 25], 3, 25)
    assert sum(count for _, count in found.shared) == 45 + 45 + 10
    assert sum(count for _, count in found.difficulty.counts) == 25


def test_how_hard_papers_are_and_what_may_be_expected():
    two = [
        BankQuestion(1, "a", Difficulty.EASY, options=4),
        BankQuestion(2, "a", Difficulty.HARD, options=4),
    ]
    blueprint = Blueprint((Draw(field="a", count=1),))
    found = simulate(two, blueprint, Trial(10, 10, "s"))
    assert (found.difficulty.least, found.difficulty.most) == (1, 3)
    assert found.difficulty.counts == ((Decimal("1.0"), 5), (Decimal("3.0"), 5))
    assert found.marks.counts == ((Decimal(40), 5), (Decimal(80), 5))
    assert found.marks.mean == 60
    measured = Trial(10, 10, "s", facility={1: Decimal("0.5"), 2: Decimal("0.5")})
    assert simulate(two, blueprint, measured).marks.counts == ((Decimal(50), 10),)


def test_points_of_the_rows_weigh_what_is_expected():
    three = bank(("a", 1), ("b", 1))
    trial = Trial(4, 4, "s", {0: Decimal(3), 1: Decimal(1)})
    found = simulate(three, rows(("a", 1), ("b", 1)), trial)
    assert found.marks.mean == 80
    assert found.shared == ((2, 6),)


def test_a_question_that_no_paper_can_take_is_counted():
    first, *others = PAIRED
    blocked = replace(first, never_with=frozenset(one.version_id for one in others))
    found = simulate([blocked, *others], rows(("a", 3)), Trial(50, 50, "s"))
    drawn = Counter({one.version_id: one.drawn for one in found.questions})
    assert (drawn[1], found.never) == (0, 1)


def test_what_sealing_refuses_is_refused():
    with pytest.raises(TooFewQuestions):
        simulate(BANK, rows(("a", 13)), Trial(1, 1, "s"))
    apart = [replace(one, never_with=frozenset({1, 2, 3} - {one.version_id})) for one in BANK[:3]]
    with pytest.raises(PaperCannotBeDrawn):
        simulate(apart, rows(("a", 2)), Trial(1, 1, "s"))


def test_nothing_to_draw_says_nothing():
    found = simulate([], Blueprint(()), Trial(3, 2, "s"))
    assert (found.papers, found.questions, found.shared) == (3, (), ((0, 1),))
