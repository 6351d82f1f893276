"""A paper takes at most the stated share of its questions from the study set."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.papers.coverage import ReleasedShortage, coverage, released_shortage
from hoithi.core.papers.draw import TooManyReleased, draw
from hoithi.core.papers.pool import pool
from hoithi.core.papers.records import BankQuestion, Blueprint, Paper, candidates
from hoithi.core.rulebook.parts import Difficulty, Draw
from tests.core.papers.make import questions_of

ROWS = (Draw(field="a", count=4), Draw(field="b", count=2))


def _bank(*cells: tuple[int, str, bool]) -> list[BankQuestion]:
    flat = [(field, released) for count, field, released in cells for _ in range(count)]
    return [
        BankQuestion(number, field, Difficulty.EASY, options=4, released=released)
        for number, (field, released) in enumerate(flat, start=1)
    ]


BANK = _bank((6, "a", False), (6, "a", True), (1, "b", False), (3, "b", True))


def _released(bank: list[BankQuestion], paper: Paper) -> int:
    known = {one.version_id for one in bank if one.released}
    return len(known.intersection(questions_of(paper.lines)))


@pytest.mark.parametrize(
    ("share", "most"),
    [
        pytest.param(None, 6, id="without limit"),
        pytest.param(Decimal(50), 3, id="half"),
        pytest.param(Decimal(40), 2, id="a part of a question is none"),
        pytest.param(Decimal(0), 0, id="none at all"),
    ],
)
def test_how_many_may_come_from_the_study_set(share, most):
    assert Blueprint(ROWS, released_share=share).most_released == most


@settings(max_examples=60)
@given(seed=st.text(max_size=10), share=st.sampled_from((17, 34, 50, 67, 100)))
def test_no_paper_takes_more(seed, share):
    blueprint = Blueprint(ROWS, released_share=Decimal(share))
    paper = draw(BANK, blueprint, seed)
    assert _released(BANK, paper) <= blueprint.most_released
    assert len(set(questions_of(paper.lines))) == 6


def test_papers_of_a_pool_keep_to_it():
    blueprint = Blueprint(ROWS, released_share=Decimal(34))
    assert {_released(BANK, paper) for paper in pool(BANK, blueprint, "s", 60)} <= {1, 2}


def test_a_row_that_has_no_others_is_served_first():
    blueprint = Blueprint((ROWS[1], ROWS[0]), released_share=Decimal(17))
    counts = {_released(BANK, draw(BANK, blueprint, str(seed))) for seed in range(30)}
    assert counts == {1}


def test_a_share_that_leaves_no_paper_is_refused_and_said_before():
    blueprint = Blueprint(ROWS, released_share=Decimal(0))
    with pytest.raises(TooManyReleased):
        draw(BANK, blueprint, "s")
    found = released_shortage(BANK, blueprint)
    assert found == ReleasedShortage(0, 1, (ROWS[1],))
    assert (found.missing, released_shortage(BANK, Blueprint(ROWS))) == (1, None)


def test_a_row_that_is_short_by_itself_is_said_there_only():
    short = Blueprint((Draw(field="b", count=9),), released_share=Decimal(0))
    assert released_shortage(BANK, short) is None
    assert coverage(BANK, short)[0].missing == 5


def test_a_row_may_draw_one_topic_of_its_field():
    bank = [
        BankQuestion(1, "a", Difficulty.EASY, topic="Hồ sơ"),
        BankQuestion(2, "a", Difficulty.EASY, topic="Lệ phí"),
        BankQuestion(3, "a", Difficulty.EASY),
    ]
    row = Draw(field="a", count=1, topic="hồ  sơ")
    assert [one.version_id for one in candidates(bank, row, None)] == [1]
