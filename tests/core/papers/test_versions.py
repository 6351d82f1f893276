"""Papers printed for a hall: codes, one set of questions in many orders, sections."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.papers.records import BankQuestion, Blueprint
from hoithi.core.papers.versions import (
    CodesUnfit,
    codes_from,
    drawn_versions,
    in_sections,
    shuffled_versions,
)
from hoithi.core.rulebook.parts import Difficulty, Draw
from tests.core.papers.make import PAIRED, bank, questions_of, rows

BANK = bank(("a", 12), ("b", 9), anchored=(3,))
ROWS = rows(("a", 4), ("b", 3))


@pytest.mark.parametrize(
    ("first", "count", "codes"),
    [
        pytest.param("101", 4, ("101", "102", "103", "104"), id="a hundred"),
        pytest.param("001", 3, ("001", "002", "003"), id="zeros stay"),
        pytest.param("98", 2, ("98", "99"), id="two digits, the last ones"),
    ],
)
def test_codes(first, count, codes):
    assert codes_from(first, count) == codes


@pytest.mark.parametrize(
    ("first", "count"),
    [
        ("1", 2),
        ("12345", 2),
        ("98", 3),
        ("10a", 2),
        ("", 2),
        ("１０１", 2),
        ("101", 0),
        ("101", 49),
    ],
)
def test_codes_that_cannot_be_printed_are_refused(first, count):
    with pytest.raises(CodesUnfit):
        codes_from(first, count)


@settings(max_examples=40)
@given(seed=st.text(max_size=12))
def test_one_set_of_questions_in_another_order_each(seed):
    papers = list(shuffled_versions(BANK, ROWS, seed, 6))
    assert {frozenset(questions_of(one.lines)) for one in papers} == {
        frozenset(questions_of(papers[0].lines))
    }
    assert len({one.lines for one in papers}) == 6
    options = [line.options for one in papers for line in one.lines]
    assert all(sorted(one) == [0, 1, 2, 3] and one[3] == 3 for one in options)
    assert list(shuffled_versions(BANK, ROWS, seed, 6)) == papers


def test_codes_with_questions_of_their_own_use_the_bank_evenly():
    papers = list(drawn_versions(BANK, ROWS, "2026", 3))
    drawn = [one for paper in papers for one in questions_of(paper.lines)]
    assert len(drawn) == len(set(drawn)) == 21
    assert list(drawn_versions(BANK, ROWS, "2026", 3)) == papers


def test_pairs_are_kept_apart_in_every_code():
    for seed in range(20):
        (paper,) = shuffled_versions(PAIRED, rows(("a", 5)), str(seed), 1)
        assert not {1, 2} <= set(questions_of(paper.lines))


def test_sections_stand_in_their_order_in_every_code():
    last = {one.version_id: 1 for one in BANK if one.field == "b"}
    for paper in shuffled_versions(BANK, ROWS, "2026", 5, last):
        assert [line.row for line in paper.lines] == [0] * 4 + [1] * 3
    assert in_sections(paper.lines, None) == paper.lines


def test_without_shuffling_all_codes_are_alike():
    still = Blueprint(ROWS.rows, shuffle_questions=False, shuffle_options=False)
    papers = list(shuffled_versions(BANK, still, "2026", 3))
    assert len({one.lines for one in papers}) == 1
    assert papers[0].lines[0].options == (0, 1, 2, 3)


def test_one_question_without_options_is_printed_all_the_same():
    lonely = [BankQuestion(1, "a", Difficulty.EASY)]
    papers = list(shuffled_versions(lonely, Blueprint((Draw(field="a", count=1),)), "s", 2))
    assert [one.lines[0].options for one in papers] == [(), ()]
