"""Stems are text with few marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.questions.marked import Piece, bare, pieces


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", (), id="nothing"),
        pytest.param("Câu hỏi", (Piece("Câu hỏi"),), id="no marks"),
        pytest.param(
            "ai **không** làm", (Piece("ai "), Piece("không", bold=True), Piece(" làm")), id="bold"
        ),
        pytest.param("*luật*", (Piece("luật", italic=True),), id="italic"),
        pytest.param(
            "**rất *to***",
            (Piece("rất ", bold=True), Piece("to", bold=True, italic=True)),
            id="both",
        ),
        pytest.param("3 * 4 * 5", (Piece("3 * 4 * 5"),), id="stars of a sum"),
        pytest.param("2*3*4", (Piece("2*3*4"),), id="stars inside a word"),
        pytest.param("** a **", (Piece("** a **"),), id="no word beside the marks"),
        pytest.param("a\nb", (Piece("a\nb"),), id="lines stay"),
    ],
)
def test_pieces(text, found):
    assert pieces(text) == found


def test_ten_thousand_stars_are_only_stars():
    assert bare("**" * 5_000).strip("*") == ""


@given(st.text(alphabet="a *\n", max_size=60))
def test_nothing_but_stars_is_lost(text):
    assert bare(text).replace("*", "") == text.replace("*", "")
