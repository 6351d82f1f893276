"""Whether a bank covers a blueprint."""

import pytest

from hoithi.core.papers.coverage import RowCoverage, SharedShortage, coverage, shared_shortages
from hoithi.core.papers.draw import TooFewQuestions, draw
from hoithi.core.papers.records import BankQuestion, Blueprint
from hoithi.core.rulebook.parts import Difficulty, Draw, PaperPart


def questions(*cells: tuple[int, str, Difficulty, str]) -> list[BankQuestion]:
    """So many questions of a field, difficulty and audience."""
    flat = [cell[1:] for cell in cells for _ in range(cell[0])]
    return [
        BankQuestion(number, field, difficulty, audience, options=4)
        for number, (field, difficulty, audience) in enumerate(flat, start=1)
    ]


BANK = questions(
    (4, "procedures", Difficulty.EASY, "all"),
    (2, "procedures", Difficulty.HARD, "official"),
    (3, "one-stop", Difficulty.EASY, "pupil"),
)
EASY = Draw(field="procedures", count=3, difficulty=Difficulty.EASY)
ANY = Draw(field="procedures", count=3)


@pytest.mark.parametrize(
    ("row", "audience", "available", "missing"),
    [
        pytest.param(ANY, None, 6, 0, id="of everybody"),
        pytest.param(ANY, "pupil", 4, 0, id="officials' questions are not for pupils"),
        pytest.param(EASY, "pupil", 4, 0, id="easy ones"),
        pytest.param(Draw(field="one-stop", count=4), "pupil", 3, 1, id="one is missing"),
        pytest.param(Draw(field="one-stop", count=2), "official", 0, 2, id="none for officials"),
        pytest.param(Draw(field="unknown", count=2), None, 0, 2, id="a field nobody wrote for"),
    ],
)
def test_coverage(row, audience, available, missing):
    (found,) = coverage(BANK, Blueprint((row,), audience))

    assert found == RowCoverage(row, audience, available)
    assert found.missing == missing


def test_the_audience_of_the_row_comes_before_that_of_the_group():
    row = Draw(field="procedures", count=5, audience="official")
    (found,) = coverage(BANK, Blueprint((row,), "pupil"))
    assert (found.audience, found.available) == ("official", 6)


@pytest.mark.parametrize(
    ("rows", "shortages"),
    [
        pytest.param((EASY, ANY), (), id="six for six"),
        pytest.param(
            (EASY, Draw(field="procedures", count=4)),
            (SharedShortage((EASY, Draw(field="procedures", count=4)), 6),),
            id="seven wanted out of six",
        ),
        pytest.param(
            (EASY, EASY, ANY),
            (SharedShortage((EASY, EASY), 4),),
            id="only the smallest set is said",
        ),
        pytest.param((Draw(field="procedures", count=9), EASY), (), id="short alone, said there"),
    ],
)
def test_rows_that_share_their_questions(rows, shortages):
    assert shared_shortages(BANK, Blueprint(rows)) == shortages


def test_how_many_more_the_rows_need_together():
    assert SharedShortage((EASY, Draw(field="procedures", count=4)), 6).missing == 1


def test_the_blueprint_of_a_paper():
    paper = PaperPart(
        key="paper", title="Bài thi", minutes=9, blueprint=(EASY,), shuffle_options=False
    )
    assert Blueprint.of(paper, "pupil") == Blueprint((EASY,), "pupil", shuffle_options=False)


def test_what_is_covered_can_be_drawn_and_what_is_not_cannot():
    whole, short = Blueprint((EASY, ANY)), Blueprint((Draw(field="one-stop", count=4),))

    assert shared_shortages(BANK, whole) == ()
    assert len(draw(BANK, whole, "seed").lines) == 6
    with pytest.raises(TooFewQuestions):
        draw(BANK, short, "seed")
