"""Orders and targets as they are shown are never the right answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.papers.draw import draw
from hoithi.core.papers.records import BankQuestion, Blueprint
from hoithi.core.rulebook.parts import Difficulty, Draw

ROWS = (Draw(field="a", count=1),)


@settings(max_examples=80)
@given(st.data(), st.text(max_size=4), st.booleans())
def test_what_is_shown_is_never_the_right_order(data, seed, shuffled):
    size = data.draw(st.integers(2, 8))
    key = tuple(data.draw(st.permutations(range(size))))[: data.draw(st.integers(2, size))]
    question = BankQuestion(1, "a", Difficulty.EASY, options=size, unlike=key)
    paper = draw([question], Blueprint(ROWS, shuffle_options=shuffled), seed)
    shown = paper.lines[0].options
    assert sorted(shown) == list(range(size))
    assert shown[: len(key)] != key


def test_rows_draw_essays_only_where_they_say_so():
    bank = [
        BankQuestion(1, "a", Difficulty.EASY, options=4),
        BankQuestion(2, "a", Difficulty.EASY, is_essay=True),
    ]
    rows = (Draw(field="a", count=1), Draw(field="a", count=1, essay=True))
    lines = draw(bank, Blueprint(rows, shuffle_questions=False), "s").lines
    assert [(line.row, line.question) for line in lines] == [(0, 1), (1, 2)]
