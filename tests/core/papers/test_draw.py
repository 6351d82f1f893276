"""A paper follows its blueprint, is proved by its seed, and is refused where the bank is short."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.papers.draw import (
    PaperCannotBeDrawn,
    TooFewQuestions,
    UnknownDraw,
    draw,
    draw_1,
    strata,
)
from hoithi.core.papers.records import BankQuestion, Blueprint, PaperLine
from hoithi.core.rulebook.parts import Difficulty, Draw
from tests.core.papers.make import bank, questions_of, rows

GTVT = (("a", 2), ("b", 2), ("c", 4), ("d", 2), ("e", 2), ("f", 1), ("g", 2))
"""The fields of domain Q03: 2/2/4/2/2/1/2."""
BANK = bank(*((field, 10) for field, _ in GTVT))


@given(seed=st.text(max_size=20))
def test_every_paper_follows_its_blueprint(seed):
    by_id = {question.version_id: question for question in BANK}
    paper = draw(BANK, rows(*GTVT), seed)
    assert Counter(by_id[line.question].field for line in paper.lines) == dict(GTVT)
    assert len(set(questions_of(paper.lines))) == 15
    assert all(sorted(line.options) == [0, 1, 2, 3] for line in paper.lines)
    assert all(GTVT[line.row][0] == by_id[line.question].field for line in paper.lines)


def test_the_seed_proves_the_paper_whatever_the_order_of_the_bank():
    assert draw(BANK, rows(*GTVT), "2026") == draw(BANK[::-1], rows(*GTVT), "2026")
    assert draw(BANK, rows(*GTVT), "2026") != draw(BANK, rows(*GTVT), "2027")


def test_version_one_never_changes():
    assert draw(bank(("a", 6)), rows(("a", 3)), "Hòa Sơn 2026").lines == (
        PaperLine(5, (3, 1, 2, 0), 0),
        PaperLine(4, (2, 0, 1, 3), 0),
        PaperLine(3, (2, 0, 1, 3), 0),
    )


def test_an_unknown_version_is_refused():
    with pytest.raises(UnknownDraw):
        draw(BANK, rows(*GTVT), "2026", version=2)


@given(seed=st.integers())
def test_difficulties_come_in_their_share(seed):
    twelve = bank(("a", 12))
    levels = {question.version_id: question.difficulty for question in twelve}
    paper = draw(twelve, rows(("a", 6)), str(seed))
    assert Counter(levels[line.question] for line in paper.lines) == dict.fromkeys(Difficulty, 2)


@given(seed=st.integers())
def test_rows_that_share_questions_take_the_choosier_first(seed):
    mixed = bank(("a", 6))
    blueprint = Blueprint(
        (Draw(field="a", count=4), Draw(field="a", count=2, difficulty=Difficulty.HARD))
    )
    paper = draw(mixed, blueprint, str(seed))
    hard = {one.version_id for one in mixed if one.difficulty is Difficulty.HARD}
    assert {line.question for line in paper.lines if line.row == 1} == hard
    assert len(set(questions_of(paper.lines))) == 6


@pytest.mark.parametrize(
    ("row_audience", "group_audience", "drawn"),
    [
        pytest.param(None, None, {1, 2, 3}, id="no audience takes all"),
        pytest.param(None, "official", {1, 3}, id="the group's audience and those for all"),
        pytest.param("citizen", "official", {2, 3}, id="the row's own audience first"),
    ],
)
def test_audience(row_audience, group_audience, drawn):
    mixed = [
        BankQuestion(1, "a", Difficulty.EASY, "official"),
        BankQuestion(2, "a", Difficulty.EASY, "citizen"),
        BankQuestion(3, "a", Difficulty.EASY),
    ]
    blueprint = Blueprint(
        (Draw(field="a", count=len(drawn), audience=row_audience),), group_audience
    )
    assert set(questions_of(draw(mixed, blueprint, "x").lines)) == drawn


def test_too_few_questions_are_refused_with_the_row():
    with pytest.raises(TooFewQuestions) as refused:
        draw(bank(("a", 5), ("b", 2)), rows(("a", 5), ("b", 3)), "x")
    assert refused.value.facts == {
        "row": 1,
        "field": "b",
        "difficulty": None,
        "audience": None,
        "needed": 3,
        "available": 2,
    }


PAIRS = [
    BankQuestion(n, "a", Difficulty.EASY, never_with=frozenset({n - 1} if n % 2 == 0 else ()))
    for n in range(1, 7)
]


@given(seed=st.integers())
def test_blocked_pairs_never_meet(seed):
    drawn = set(questions_of(draw(PAIRS, rows(("a", 3)), str(seed)).lines))
    assert not any({n, n + 1} <= drawn for n in (1, 3, 5))


def test_pairs_that_leave_no_paper_are_refused():
    with pytest.raises(PaperCannotBeDrawn):
        draw(PAIRS, rows(("a", 4)), "x")


@given(seed=st.integers())
def test_anchored_options_keep_their_place(seed):
    paper = draw(bank(("a", 3), anchored=(3,)), rows(("a", 3)), str(seed))
    assert all(line.options[3] == 3 for line in paper.lines)


def test_nothing_is_shuffled_where_the_rules_say_so():
    blueprint = rows(("b", 2), ("a", 2), shuffle_questions=False, shuffle_options=False)
    ready = strata(bank(("a", 2), ("b", 2)), blueprint)
    whole = tuple(range(4))
    assert draw_1(ready, "x").lines == (
        PaperLine(3, whole, 0),
        PaperLine(4, whole, 0),
        PaperLine(1, whole, 1),
        PaperLine(2, whole, 1),
    )


def test_questions_without_options_have_no_order():
    numbers = bank(("a", 1), options=0)
    assert draw(numbers, rows(("a", 1)), "x").lines == (PaperLine(1, (), 0),)
