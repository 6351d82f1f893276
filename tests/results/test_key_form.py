"""The form on which another key is proposed for matched options and for orders."""

import pytest

from hoithi.core.questions.faults import faults
from hoithi.core.questions.records import Answer, QuestionKind, QuestionText
from hoithi.questions.models import AnswerKey
from hoithi.results.forms import KeyForm
from hoithi.wording.corrections import key_said

OPTIONS = ("Tiếp nhận", "Thẩm định", "Trả kết quả")
ORDERING = QuestionText(QuestionKind.ORDERING, "Xếp các bước", "f", "easy", options=OPTIONS)
MATCHING = QuestionText(
    QuestionKind.MATCHING, "Ghép", "f", "easy", options=OPTIONS, targets=("Một cửa", "Phòng", "Sở")
)
SAID = {"deed": "key", "reason": "Văn bản đã sửa đổi"}


def form(text, base, **rows):
    return KeyForm(SAID | rows, text=text, options=list(OPTIONS), base=base)


def filled(text, base, *rows):
    given = form(text, base, **{f"row_{place}": row for place, row in enumerate(rows)})
    assert given.is_valid(), given.errors
    return given.wanted.answer


def test_an_order_is_proposed_by_the_place_of_each_option():
    base = Answer(order=(0, 1, 2), explanation="Vì sao")
    shown = form(ORDERING, Answer(order=(2, 0, 1)))
    assert [shown[f"row_{n}"].initial for n in range(3)] == ["1", "2", "0"]
    answer = filled(ORDERING, base, "2", "0", "1")
    assert answer == Answer(order=(1, 2, 0), explanation="Vì sao")
    assert key_said(ORDERING, answer, AnswerKey()) == "Thẩm định → Trả kết quả → Tiếp nhận"


def test_another_target_is_proposed_for_each_option():
    answer = filled(MATCHING, Answer(pairs=(0, 1, 2)), "0", "0", "2")
    assert answer == Answer(pairs=(0, 0, 2))
    said = key_said(MATCHING, answer, AnswerKey())
    assert said == "Tiếp nhận – Một cửa; Thẩm định – Một cửa; Trả kết quả – Sở"


@pytest.mark.parametrize(
    ("text", "base", "rows"),
    [
        pytest.param(ORDERING, Answer(order=(0, 1, 2)), ("0", "0", "1"), id="a place twice"),
        pytest.param(ORDERING, Answer(order=(0, 1, 2)), ("0", "", "1"), id="a place missing"),
        pytest.param(MATCHING, Answer(pairs=(0, 1, 2)), ("0", "", "1"), id="a target missing"),
    ],
)
def test_a_key_with_a_gap_is_a_fault_that_refuses_the_proposal(text, base, rows):
    found = faults(text, filled(text, base, *rows))
    assert any(fault.column == "right" for fault in found)


def test_a_place_that_is_not_there_is_refused_by_the_form():
    assert not form(ORDERING, Answer(order=(0, 1, 2)), row_0="9").is_valid()
