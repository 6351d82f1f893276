"""How a released question stands, and how it is found."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.core.questions.records import Answer, LegalBasis, QuestionKind, QuestionText
from hoithi.core.study import (
    Standing,
    StudyOption,
    StudyQuestion,
    Wording,
    by_field,
    fields_of,
    found,
    options_of,
    standing,
)

FIRST = Wording(version=1, key=1)
TEXT = QuestionText(
    kind=QuestionKind.SINGLE,
    stem="Nơi nào tiếp nhận hồ sơ?",
    field="one-stop",
    difficulty="easy",
    options=("Bộ phận Một cửa", "Hội trường"),
    basis=LegalBasis("61/2018/NĐ-CP"),
)
ANSWER = Answer(places=frozenset({0}))
ONE = StudyQuestion(1, Standing.AS_RELEASED, TEXT, ANSWER)
TWO = StudyQuestion(2, Standing.TAKEN_BACK, reason="Trùng câu 1")
THREE = replace(ONE, number=3, text=replace(TEXT, field="Bảo hiểm", stem="Thẻ có hạn không?"))


@pytest.mark.parametrize(
    ("now", "taken_back", "cancelled", "stands"),
    [
        pytest.param(FIRST, False, False, Standing.AS_RELEASED, id="nothing changed"),
        pytest.param(Wording(2, 2), False, False, Standing.CORRECTED, id="another wording"),
        pytest.param(Wording(1, 2), False, False, Standing.CORRECTED, id="another key"),
        pytest.param(None, False, False, Standing.WITHDRAWN, id="nothing is approved any more"),
        pytest.param(Wording(1, 2), False, True, Standing.WITHDRAWN, id="the key was cancelled"),
        pytest.param(FIRST, True, False, Standing.TAKEN_BACK, id="taken back"),
        pytest.param(None, True, True, Standing.TAKEN_BACK, id="taken back comes first"),
    ],
)
def test_how_a_released_question_stands(now, taken_back, cancelled, stands):
    assert standing(FIRST, now, taken_back=taken_back, cancelled=cancelled) is stands


@pytest.mark.parametrize(
    ("field", "words", "numbers"),
    [
        pytest.param("", "", [1, 2, 3], id="nothing looked for shows notices too"),
        pytest.param("one-stop", "", [1], id="a field"),
        pytest.param("", "tiep nhan", [1], id="words without marks"),
        pytest.param("", "61/2018", [1, 3], id="the number of the document"),
        pytest.param("", "hội trường", [1, 3], id="an option"),
        pytest.param("one-stop", "thẻ", [], id="the words stand in another field"),
    ],
)
def test_finding(field, words, numbers):
    assert [one.number for one in found([ONE, TWO, THREE], field=field, words=words)] == numbers


def test_fields_are_counted_and_ordered_as_they_are_read():
    assert fields_of([ONE, TWO, THREE, THREE]) == [("Bảo hiểm", 2), ("one-stop", 1)]
    assert by_field([ONE, TWO, THREE]) == [("Bảo hiểm", [THREE]), ("one-stop", [ONE])]


@pytest.mark.parametrize(
    ("text", "answer", "options"),
    [
        (TEXT, ANSWER, [("A", "Bộ phận Một cửa", True), ("B", "Hội trường", False)]),
        (
            replace(TEXT, kind=QuestionKind.TRUE_FALSE, options=()),
            Answer(is_true=False),
            [("", "Đúng", False), ("", "Sai", True)],
        ),
        (replace(TEXT, kind=QuestionKind.SHORT_TEXT, options=()), Answer(accepted=("x",)), []),
    ],
)
def test_options_as_they_are_read(text, answer, options):
    assert options_of(text, answer) == tuple(StudyOption(*one) for one in options)


@settings(max_examples=50)
@given(st.text(max_size=30))
def test_any_words_find_only_what_is_there(words):
    there = [ONE, TWO, THREE]
    assert [one for one in found(there, words=words) if one not in there] == []
