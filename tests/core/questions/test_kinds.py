"""Numbers, matching, orders and essays: what is wrong with them, and their line of the table."""

from dataclasses import replace
from decimal import Decimal

import pytest

from hoithi.core.questions.faults import MOST_WORDS, faults
from hoithi.core.questions.records import (
    Answer,
    Criterion,
    FaultCode,
    LegalBasis,
    Media,
    MediaKind,
    QuestionKind,
    QuestionText,
)

SINGLE = QuestionText(
    kind=QuestionKind.SINGLE,
    stem="Thời hạn là bao lâu?",
    field="procedures",
    difficulty="easy",
    options=("Ba ngày", "Năm ngày", "Bảy ngày"),
    basis=LegalBasis(number="61/2018/NĐ-CP"),
)
MULTIPLE = replace(SINGLE, kind=QuestionKind.MULTIPLE)
SHORT = replace(SINGLE, kind=QuestionKind.SHORT_TEXT, options=())
NUMBER = replace(SINGLE, kind=QuestionKind.NUMBER, options=())
MATCHING = replace(SINGLE, kind=QuestionKind.MATCHING, targets=("Ba", "Năm", "Bảy", "Chín"))
ORDERING = replace(SINGLE, kind=QuestionKind.ORDERING)
ESSAY = replace(SINGLE, kind=QuestionKind.ESSAY, options=(), longest=500)
PICTURE = Media("a" * 64, "so-do.png", MediaKind.IMAGE, "Sơ đồ một cửa")
SEVEN = Answer(value=Decimal(7), tolerance=Decimal("0.5"))
PAIRS, ORDER = Answer(pairs=(0, 1, 2)), Answer(order=(2, 0, 1))
RUBRIC = Answer(rubric=(Criterion("Nêu căn cứ", Decimal(4)),))
HALF = tuple(map(Decimal, (50, 50, -100)))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        pytest.param(NUMBER, SEVEN, id="number"),
        pytest.param(MATCHING, PAIRS, id="matching with a target to spare"),
        pytest.param(MATCHING, Answer(pairs=(3, 3, 3)), id="one target for all"),
        pytest.param(ORDERING, ORDER, id="ordering"),
        pytest.param(ESSAY, RUBRIC, id="essay"),
        pytest.param(ESSAY, Answer(), id="essay marked as a whole"),
        pytest.param(
            MULTIPLE, Answer(places=frozenset({0, 1}), weights=HALF), id="shares of options"
        ),
        pytest.param(replace(NUMBER, media=(PICTURE,)), SEVEN, id="with a picture"),
    ],
)
def test_a_sound_question_has_no_fault(question, answer):
    assert faults(question, answer) == []


@pytest.mark.parametrize(
    ("question", "answer", "code", "column"),
    [
        (NUMBER, Answer(), FaultCode.NOT_A_NUMBER, "right"),
        (
            NUMBER,
            Answer(value=Decimal(1), tolerance=Decimal(-1)),
            FaultCode.TOLERANCE_BELOW_NOTHING,
            "right",
        ),
        (replace(NUMBER, options=("a", "b")), SEVEN, FaultCode.OPTIONS_NOT_ALLOWED, "options"),
        (replace(NUMBER, targets=("a", "b")), SEVEN, FaultCode.TARGETS_NOT_ALLOWED, "targets"),
        (
            replace(MATCHING, targets=("a", "A", "c")),
            PAIRS,
            FaultCode.SAME_TARGET_TWICE,
            "targets",
        ),
        (replace(MATCHING, targets=("a", "", "c")), PAIRS, FaultCode.TARGET_GAP, "targets"),
        (
            replace(MATCHING, targets=tuple("abcdefghijk")),
            PAIRS,
            FaultCode.TOO_MANY_TARGETS,
            "targets",
        ),
        (MATCHING, Answer(pairs=(0, 1)), FaultCode.PAIRS_INCOMPLETE, "right"),
        (MATCHING, Answer(pairs=(0, 1, 4)), FaultCode.PAIRS_INCOMPLETE, "right"),
        (ORDERING, Answer(order=(0, 1)), FaultCode.ORDER_INCOMPLETE, "right"),
        (ORDERING, Answer(order=(0, 1, 1)), FaultCode.ORDER_INCOMPLETE, "right"),
        (
            ESSAY,
            Answer(rubric=(Criterion("Nêu", Decimal(0)),)),
            FaultCode.RUBRIC_WITHOUT_POINTS,
            "right",
        ),
        (replace(ESSAY, longest=MOST_WORDS + 1), RUBRIC, FaultCode.WORDS_OUT_OF_RANGE, "longest"),
        (replace(ESSAY, longest=-1), RUBRIC, FaultCode.WORDS_OUT_OF_RANGE, "longest"),
        (
            MULTIPLE,
            Answer(places=frozenset({0, 2}), weights=HALF),
            FaultCode.WEIGHTS_UNFIT,
            "weights",
        ),
        (SINGLE, Answer(places=frozenset({0}), weights=HALF), FaultCode.WEIGHTS_UNFIT, "weights"),
        (SHORT, Answer(accepted=("a",), weights=HALF), FaultCode.WEIGHTS_UNFIT, "weights"),
        (
            replace(NUMBER, media=(replace(PICTURE, description=""),)),
            SEVEN,
            FaultCode.MEDIA_UNDESCRIBED,
            "media",
        ),
        (replace(NUMBER, media=(PICTURE,) * 5), SEVEN, FaultCode.TOO_MANY_MEDIA, "media"),
    ],
)
def test_a_faulty_question_says_what_is_wrong(question, answer, code, column):
    assert [(one.code, one.column) for one in faults(question, answer)] == [(code, column)]
