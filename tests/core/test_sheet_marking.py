"""A whole sheet: places to options, points by row, gaps, withdrawn questions, a second marker."""

from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.marking import (
    KeyMissing,
    NumberKey,
    OptionsKey,
    SheetMark,
    TextKey,
    Withdrawn,
    mark_sheet,
    question_points,
)
from hoithi.core.papers.records import PaperLine
from hoithi.core.questions.records import QuestionKind
from hoithi.core.rulebook.parts import (
    Draw,
    MultiplePolicy,
    PaperPart,
    Prediction,
    PredictionTarget,
    WithdrawnRule,
)
from tests.core.second_marker import second_marker

PART = PaperPart(
    key="paper",
    title="Bài thi",
    minutes=15,
    blueprint=(Draw(field="a", count=2), Draw(field="b", count=1, points=Decimal(5))),
    points=Decimal(2),
)
LINES = (
    PaperLine(7, (3, 1, 0, 2), 0),
    PaperLine(8, (), 0),
    PaperLine(9, (1, 0), 1),
)
KEYS = {
    7: OptionsKey(kind=QuestionKind.SINGLE, options=4, right=frozenset({0})),
    8: TextKey(accepted=("một cửa",)),
    9: OptionsKey(kind=QuestionKind.TRUE_FALSE, options=2, right=frozenset({1})),
}
ALL = {"1": 3, "2": "Một cửa", "3": 1}


def figures(found: SheetMark) -> tuple[Decimal, Decimal, int, int, bool]:
    return found.points, found.most, found.right, found.questions, found.complete


FULL_TO_ALL, NOT_COUNTED = WithdrawnRule.FULL_TO_ALL, WithdrawnRule.NOT_COUNTED


@pytest.mark.parametrize(
    ("answers", "points", "right", "complete"),
    [
        pytest.param(ALL, 9, 3, True, id="all right"),
        pytest.param(
            {"1": 1, "2": "Một cửa", "3": 1}, 7, 2, True, id="the place is not the option"
        ),
        pytest.param({"1": 3, "3": 2}, 2, 1, False, id="a gap"),
        pytest.param({"1": 0, "2": 0, "3": 3, "4": 1, "x": 1}, 0, 0, False, id="no such places"),
        pytest.param({1: 3}, 0, 0, False, id="places are text"),
        pytest.param({}, 0, 0, False, id="empty"),
        pytest.param(None, 0, 0, False, id="nothing"),
        pytest.param([3, "Một cửa", 1], 0, 0, False, id="a list"),
    ],
)
def test_sheet(answers, points, right, complete):
    found = mark_sheet(LINES, KEYS, answers, PART)
    assert figures(found) == (Decimal(points), Decimal(9), right, 3, complete)


STRICT = msgspec.structs.replace(PART, must_answer_all=True)
GUESSING = msgspec.structs.replace(
    STRICT, prediction=Prediction(target=PredictionTarget.CONTESTANTS)
)


@pytest.mark.parametrize(
    ("part", "answers", "prediction", "points"),
    [
        pytest.param(STRICT, ALL, None, 9, id="complete"),
        pytest.param(STRICT, {"1": 3, "3": 1}, None, 0, id="a gap makes it void"),
        pytest.param(GUESSING, ALL, 0, 9, id="with its prediction"),
        pytest.param(GUESSING, ALL, None, 0, id="without its prediction"),
    ],
)
def test_where_everything_must_be_answered(part, answers, prediction, points):
    found = mark_sheet(LINES, KEYS, answers, part, prediction)
    assert (found.points, found.right) == (Decimal(points), 3 if points else 0)


@pytest.mark.parametrize(
    ("withdrawn", "rule", "expected"),
    [
        (Withdrawn.FULL_TO_ALL, NOT_COUNTED, (Decimal(9), Decimal(9), 3, 3, True)),
        (Withdrawn.NOT_COUNTED, FULL_TO_ALL, (Decimal(7), Decimal(7), 2, 2, True)),
        (Withdrawn.BY_RULES, FULL_TO_ALL, (Decimal(9), Decimal(9), 3, 3, True)),
        (Withdrawn.BY_RULES, NOT_COUNTED, (Decimal(7), Decimal(7), 2, 2, True)),
    ],
)
def test_a_withdrawn_question_leaves_no_gap(withdrawn, rule, expected):
    keys = KEYS | {8: msgspec.structs.replace(KEYS[8], withdrawn=withdrawn)}
    part = msgspec.structs.replace(STRICT, withdrawn=rule)
    assert figures(mark_sheet(LINES, keys, {"1": 3, "3": 1}, part)) == expected


def test_a_question_without_a_key_is_refused():
    with pytest.raises(KeyMissing) as refused:
        mark_sheet(LINES, {7: KEYS[7]}, ALL, PART)
    assert refused.value.facts == {"question": 8}


options_keys = st.builds(
    lambda kind, options, right, withdrawn: OptionsKey(
        kind=kind,
        options=options,
        right=frozenset(one % options for one in right),
        withdrawn=withdrawn,
    ),
    st.sampled_from([QuestionKind.SINGLE, QuestionKind.MULTIPLE]),
    st.integers(2, 5),
    st.lists(st.integers(0, 4), min_size=1, max_size=4),
    st.sampled_from([None, None, None, *Withdrawn]),
)
responses = st.one_of(
    st.none(), st.integers(0, 6), st.lists(st.integers(0, 6), max_size=5), st.booleans()
)


@given(
    keys=st.lists(options_keys, min_size=1, max_size=6),
    given_=st.dictionaries(st.integers(1, 7).map(str), responses),
    policy=st.sampled_from(MultiplePolicy),
    withdrawn=st.sampled_from(WithdrawnRule),
    shuffle=st.randoms(use_true_random=False),
)
def test_the_second_marker_agrees(keys, given_, policy, withdrawn, shuffle):
    lines = [
        PaperLine(n, tuple(shuffle.sample(range(key.options), key.options)), n % 2)
        for n, key in enumerate(keys)
    ]
    part = msgspec.structs.replace(PART, multiple=policy, withdrawn=withdrawn)
    found = mark_sheet(lines, dict(enumerate(keys)), given_, part)
    assert figures(found)[:4] == second_marker(lines, dict(enumerate(keys)), given_, part)


def test_numbers_and_texts_on_a_sheet():
    lines = (PaperLine(1, (), 0), PaperLine(2, (), 1))
    keys = {1: NumberKey(value=Decimal(3), tolerance=Decimal(1)), 2: TextKey(accepted=("đúng",))}
    found = mark_sheet(lines, keys, {"1": "4", "2": "dung"}, PART)
    assert figures(found) == (Decimal(7), Decimal(7), 2, 2, True)


@pytest.mark.parametrize(("row", "points"), [(0, 2), (1, 5), (2, 2), (9, 2)])
def test_a_question_is_worth_what_its_row_says_else_what_the_part_says(row, points):
    assert question_points(PaperLine(7, (0,), row), PART) == points


@pytest.mark.parametrize("place", [0, 1, 2, 3, 4, 5])
def test_every_option_shown_can_be_chosen_and_no_other(place):
    keys = {7: OptionsKey(kind=QuestionKind.SINGLE, options=4, right=frozenset(range(4)))}
    found = mark_sheet(LINES[:1], keys, {"1": place}, PART)
    assert (found.right, found.complete) == ((1, True) if 1 <= place <= 4 else (0, False))
