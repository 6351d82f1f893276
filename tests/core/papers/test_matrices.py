"""The tables of questions of a rulebook, and what a bank lacks for each."""

from dataclasses import replace
from decimal import Decimal

import pytest

from hoithi.core.papers.coverage import ReleasedShortage, SharedShortage
from hoithi.core.papers.matrices import Check, Matrix, check, matrices
from hoithi.core.rulebook.document import GroupPaper, PaperOverride
from hoithi.core.rulebook.entry import Group
from hoithi.core.rulebook.parts import Difficulty, Draw, PaperPart
from tests.core.papers.make import PAIRED, bank
from tests.core.rulebook import make

ROWS = (Draw(field="a", count=3), Draw(field="b", count=2, points=Decimal(2)))
PART = PaperPart(key="paper", title="Bài thi", minutes=20, blueprint=ROWS)
BANK = bank(("a", 6), ("b", 3))
GROUPS = (
    Group(key="g1", title="Công chức", audience="official"),
    Group(key="g2", title="Học sinh", audience="pupil"),
)


def table(*rows: Draw, share: int | None = None) -> Matrix:
    """A table of these rows."""
    limit = None if share is None else Decimal(share)
    part = PaperPart(key="paper", title="Bài thi", minutes=20, blueprint=rows, released_share=limit)
    return Matrix("parts[0].blueprint", part, rows)


def test_every_table_of_the_rules_is_found_with_its_readers():
    change = PaperOverride(part="paper", blueprint=ROWS[:1], group="g1")
    rules = make.rulebook(
        parts=(PART,),
        groups=GROUPS,
        group_papers=(GroupPaper(group="g2", part="paper", blueprint=ROWS[1:]),),
        rounds=(make.week(1), make.week(2, papers=(change, PaperOverride(part="paper")))),
    )
    found = [(one.path, one.group, one.round, one.audiences) for one in matrices(rules)]
    assert found == [
        ("parts[0].blueprint", None, None, ("official", "pupil")),
        ("group_papers[0].blueprint", "Học sinh", None, ("pupil",)),
        ("rounds[1].papers[0].blueprint", "Công chức", "Tuần 2", ("official",)),
    ]
    assert (matrices(rules)[0].total, matrices(rules)[0].points) == (5, Decimal(7))


EASY = Draw(field="a", count=2, difficulty=Difficulty.EASY)
FIVE = Draw(field="a", count=5)


@pytest.mark.parametrize(
    ("questions", "matrix", "found"),
    [
        pytest.param(BANK, table(*ROWS), Check((6, 3)), id="papers can be drawn"),
        pytest.param(BANK, table(Draw(field="c", count=1)), Check((0,)), id="a row without any"),
        pytest.param(
            BANK,
            table(EASY, FIVE),
            Check((2, 6), shared=SharedShortage((EASY, FIVE), 6)),
            id="rows that share",
        ),
        pytest.param(
            [replace(one, released=True) for one in BANK],
            table(EASY, share=50),
            Check((2,), released=ReleasedShortage(1, 2, (EASY,))),
            id="all of the study set",
        ),
        pytest.param(
            PAIRED[:2], table(Draw(field="a", count=2)), Check((2,), excludes=True), id="a pair"
        ),
        pytest.param(BANK, table(), Check(()), id="no rows"),
    ],
)
def test_what_the_bank_lacks(questions, matrix, found):
    assert check(questions, matrix) == found


def test_the_audience_with_fewest_questions_decides():
    official = [replace(one, audience="official") for one in BANK[:5]] + BANK[5:]
    matrix = replace(table(*ROWS), audiences=("official", "pupil"))
    assert check(official, matrix).available == (1, 3)
