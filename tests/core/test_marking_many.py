"""Many sheets marked one after the other: each as if it were the only one."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.marking import (
    EssayKey,
    KeyMissing,
    Marker,
    NumberKey,
    OptionsKey,
    OrderingKey,
    TextKey,
    Withdrawn,
    mark_sheet,
)
from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import Draw, PaperPart, WithdrawnRule

PART = PaperPart(
    key="paper",
    title="Bài thi",
    minutes=10,
    blueprint=(Draw(field="a", count=5), Draw(field="b", count=1, points=Decimal("2.5"))),
)
KEYS = {
    1: OptionsKey(kind=QuestionKind.SINGLE, options=4, right=frozenset({2})),
    2: OptionsKey(kind=QuestionKind.MULTIPLE, options=3, right=frozenset({0, 1})),
    3: TextKey(accepted=("Hòa Sơn", "1")),
    4: NumberKey(value=Decimal(1)),
    5: OrderingKey(order=(2, 0, 1)),
    6: EssayKey(),
}
LINES = (
    PaperLine(2, (2, 1, 0)),
    PaperLine(3, (), 1),
    PaperLine(1, (3, 2, 1, 0)),
    PaperLine(4, ()),
    PaperLine(5, (0, 1, 2)),
    PaperLine(6, ()),
)
PAPERS = {"first": LINES, "second": LINES[::-1], "same questions": LINES[:3]}
ANSWER = st.one_of(
    st.none(), st.booleans(), st.integers(-1, 5), st.floats(allow_nan=False),
    st.sampled_from(["1", "hòa sơn", " ", "x"]), st.lists(st.integers(0, 4), max_size=3),
    st.lists(st.sampled_from([True, None, "1", [1]]), max_size=2), st.just({"1": [2]}),
)  # fmt: skip
SHEETS = st.lists(
    st.tuples(
        st.sampled_from(sorted(PAPERS)),
        st.one_of(st.none(), st.dictionaries(st.sampled_from([*"123456x"]), ANSWER), st.integers()),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60)
@given(
    SHEETS,
    st.sampled_from([None, *Withdrawn]),
    st.sampled_from(WithdrawnRule),
    st.booleans(),
)
def test_each_sheet_is_marked_as_if_it_were_the_only_one(sheets, withdrawn, rule, strict):
    keys = KEYS | {1: msgspec.structs.replace(KEYS[1], withdrawn=withdrawn)}
    part = msgspec.structs.replace(PART, withdrawn=rule, must_answer_all=strict)
    marker = Marker(keys, part)
    for paper, answers in sheets:
        lines = PAPERS[paper]
        assert marker.mark(paper, lines, answers) == mark_sheet(lines, keys, answers, part)


def test_a_question_without_a_key_is_refused():
    with pytest.raises(KeyMissing):
        Marker({1: KEYS[1]}, PART).mark("first", LINES, {})


def test_whoever_has_all_but_the_essay_right_has_all_right():
    """An essay has its points from its markers, in a part of their own."""
    right = {"1": [3, 2], "2": "hòa sơn", "3": [2], "4": "1", "5": [3, 1, 2], "6": "Bài viết"}
    found = mark_sheet(LINES, KEYS, right, PART)
    assert (found.right, found.questions) == (5, 5)
