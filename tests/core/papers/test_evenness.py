"""What is stated of drawn papers: every question's exposure, and how hard papers are."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.papers.evenness import Evenness, QuestionExposure, evenness
from hoithi.core.papers.pool import pool
from hoithi.core.papers.records import BankQuestion
from tests.core.papers.make import bank, rows

QUESTIONS = bank(("one-stop", 6), ("procedures", 3))
BLUEPRINT = rows(("one-stop", 2), ("procedures", 1))


def pooled(questions: list[BankQuestion], seed: str, size: int) -> Evenness:
    """What is said of so many papers drawn from a seed."""
    return evenness(pool(questions, BLUEPRINT, seed, size), questions, BLUEPRINT)


def test_every_question_is_named_with_what_is_expected():
    found = pooled(QUESTIONS, "hạt giống", 30)
    assert [one.drawn for one in found.questions] == [10] * 9
    assert found.questions[0] == QuestionExposure(1, 0, 10, Decimal("10.0"))
    assert sum(count for _, count in found.difficulties) == found.report.papers == 30


def test_a_question_that_is_never_drawn_is_named_too():
    first, *others = QUESTIONS
    blocked = replace(first, never_with=frozenset({7, 8, 9}))
    found = pooled([blocked, *others], "x", 40)
    drawn = {one.version_id: one.drawn for one in found.questions}
    assert (drawn[1], sum(drawn.values())) == (0, 120)


def test_no_papers_say_nothing():
    found = evenness([], QUESTIONS, BLUEPRINT)
    assert (found.difficulties, {one.drawn for one in found.questions}) == ((), {0})


@given(st.text(max_size=20), st.integers(1, 40))
def test_the_seed_says_it_all(seed, size):
    again = pooled(QUESTIONS, seed, size)
    assert pooled(QUESTIONS, seed, size) == again
    counts = [one.drawn for one in again.questions if one.row == 0]
    assert sum(counts) == size * 2
