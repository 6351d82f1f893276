"""Every finding of a bank has its sentence and its proposal, filled with its facts."""

from datetime import date

import pytest

from hoithi.core.questions.checking import Code, Finding, Grade
from hoithi.wording.question_checks import SENTENCES, finding_proposal, finding_sentence
from hoithi.wording.question_proposals import PROPOSALS

_WORDS = ("word", "capitals", "first", "second", "option", "letter")
_COUNTS = ("share", "hits", "chance", "questions", "options", "most", "expected", "count")
_OF_ROWS = ("true", "false", "needed", "available", "exposure", "wanted")
FACTS = {
    **dict.fromkeys(_WORDS, "x"),
    **dict.fromkeys((*_COUNTS, *_OF_ROWS), 7),
    "places": "A 1",
    "chi_square": "12,0",
    "letters": "A, B",
    "number": "61/2018/NĐ-CP",
    "right": "61/2018/NĐ-CP",
    "day": date(2026, 7, 1),
    "by": "118/2025/NĐ-CP",
    "article": "7",
    "contest": "Hội thi",
    "round": "Tuần 1",
    "group": "",
    "field": "one-stop",
    "difficulty": "easy",
}


@pytest.mark.parametrize("code", list(Code))
def test_every_finding_is_said(code):
    found = Finding(code, Grade.LOOK, (), FACTS)
    said = finding_sentence(found) + finding_proposal(found)
    assert "{" not in said
    assert said


def test_no_sentence_is_left_over():
    assert set(SENTENCES) == set(PROPOSALS) | {Code.NUMBER_WITHOUT_YEAR} == set(Code)


def test_a_row_is_named_as_officials_say_it():
    found = Finding(Code.ROW_SHORT, Grade.MUST, (), FACTS | {"needed": 5, "available": 3})
    assert finding_sentence(found) == (
        "Hội thi – Tuần 1: cần 5 câu “Cơ chế một cửa”, dễ, ngân hàng chỉ có 3 câu dùng được."
    )
