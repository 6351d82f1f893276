"""Lines of the officials' table of questions."""

from datetime import date
from decimal import Decimal

import pytest

from hoithi.core.questions.keys import read_answer, written_answer
from hoithi.core.questions.records import (
    Answer,
    Criterion,
    FaultCode,
    LegalBasis,
    QuestionFault,
    QuestionKind,
    QuestionText,
)
from hoithi.core.questions.rows import field_key, field_title, read_question

LINE = {
    "code": "MC-001",
    "kind": "Một lựa chọn",
    "field": "Cơ chế một cửa",
    "difficulty": "Dễ",
    "audience": "Người dân",
    "stem": "Nơi nào tiếp nhận hồ sơ?",
    "option_a": "Bộ phận Một cửa",
    "option_b": "Hội trường",
    "option_c": "Nhà xe",
    **dict.fromkeys(("option_d", "option_e", "option_f", "option_g", "option_h"), ""),
    "anchored": "",
    "right": "A",
    "document_number": "61/2018/NĐ-CP",
    "document_title": "",
    "article": "7",
    "clause": "1",
    "document_date": "2018-04-23",
    "in_force_from": "2018-06-21",
    "in_force_to": "2025-07-01",
    "checked_on": "2025-06-30",
    "never_with": "",
    "explanation": "",
}


def test_a_sound_line_is_a_question_with_its_key():
    read = read_question(5, LINE)

    assert (read.line, read.code, read.faults) == (5, "MC-001", ())
    assert read.answer == Answer(places=frozenset({0}))
    assert read.question == QuestionText(
        kind=QuestionKind.SINGLE,
        stem="Nơi nào tiếp nhận hồ sơ?",
        field="one-stop",
        difficulty="easy",
        options=("Bộ phận Một cửa", "Hội trường", "Nhà xe"),
        audience="citizen",
        basis=LegalBasis(
            number="61/2018/NĐ-CP",
            article="7",
            clause="1",
            issued_on=date(2018, 4, 23),
            in_force_from=date(2018, 6, 21),
            in_force_to=date(2025, 7, 1),
            checked_on=date(2025, 6, 30),
        ),
    )


@pytest.mark.parametrize(
    ("change", "code", "column"),
    [
        pytest.param({"kind": "Đoán chữ"}, FaultCode.UNKNOWN_KIND, "kind", id="kind"),
        pytest.param({"stem": ""}, FaultCode.NO_STEM, "stem", id="no text"),
        pytest.param({"stem": "x" * 2001}, FaultCode.TOO_LONG, "stem", id="an essay as a stem"),
        pytest.param({"code": "x" * 41}, FaultCode.TOO_LONG, "code", id="a code too long"),
        pytest.param({"article": "x" * 61}, FaultCode.TOO_LONG, "article", id="an article"),
        pytest.param({"option_b": ""}, FaultCode.OPTION_GAP, "options", id="a gap"),
        pytest.param(
            {"option_b": "bộ phận  một cửa"},
            FaultCode.SAME_OPTION_TWICE,
            "options",
            id="the same option in other letters",
        ),
        pytest.param({"right": ""}, FaultCode.NO_KEY, "right", id="no key"),
        pytest.param({"right": "D"}, FaultCode.KEY_NOT_AMONG_OPTIONS, "right", id="key D of three"),
        pytest.param({"right": "A;B"}, FaultCode.ONE_KEY_ONLY, "right", id="two keys"),
        pytest.param(
            {"kind": "Nhiều lựa chọn"},
            FaultCode.SEVERAL_KEYS_NEEDED,
            "right",
            id="one key where several are needed",
        ),
        pytest.param({"document_number": ""}, FaultCode.NO_BASIS, "document_number", id="no basis"),
        pytest.param(
            {"checked_on": "2025-07-01"},
            FaultCode.CHECKED_WHEN_NOT_IN_FORCE,
            "checked_on",
            id="looked up on the day it ended",
        ),
        pytest.param(
            {"in_force_to": "2018-06-21", "checked_on": ""},
            FaultCode.BASIS_ENDS_BEFORE_IT_BEGINS,
            "in_force_to",
            id="ends as it begins",
        ),
        pytest.param(
            {"document_date": "2018"}, FaultCode.DATE_NOT_WHOLE, "document_date", id="only a year"
        ),
        pytest.param({"stem": "a\x00b"}, FaultCode.CONTROL_CHARACTER, "stem", id="a NUL"),
    ],
)
def test_a_faulty_line_says_what_is_wrong(change, code, column):
    found = read_question(9, LINE | change).faults

    assert [(fault.code, fault.column) for fault in found] == [(code, column)]


def test_a_prediction_needs_neither_key_nor_basis():
    line = (
        LINE
        | dict.fromkeys(LINE, "")
        | {
            "code": "DD-1",
            "kind": "Dự đoán số",
            "field": "Chuyển đổi số",
            "stem": "Có bao nhiêu người dự thi?",
        }
    )

    assert read_question(2, line).faults == ()
    assert read_question(2, line | {"right": "100"}).faults == (
        QuestionFault(FaultCode.KEY_NOT_ALLOWED, "right"),
    )


@pytest.mark.parametrize(
    ("kind", "written", "answer"),
    [
        pytest.param(QuestionKind.SINGLE, "b", Answer(places=frozenset({1})), id="small letter"),
        pytest.param(QuestionKind.MULTIPLE, "A, C", Answer(places=frozenset({0, 2})), id="comma"),
        pytest.param(QuestionKind.TRUE_FALSE, "dung", Answer(is_true=True), id="without marks"),
        pytest.param(QuestionKind.TRUE_FALSE, "Sai", Answer(is_true=False), id="false"),
        pytest.param(QuestionKind.TRUE_FALSE, "B", Answer(), id="neither true nor false"),
        pytest.param(
            QuestionKind.SHORT_TEXT, "một | 1 |", Answer(accepted=("một", "1")), id="texts"
        ),
        pytest.param(
            QuestionKind.SHORT_TEXT, r"a \| b|c", Answer(accepted=("a | b", "c")), id="a stroke"
        ),
        pytest.param(
            QuestionKind.NUMBER,
            "1.234,5 +/- 0,5",
            Answer(value=Decimal("1234.5"), tolerance=Decimal("0.5")),
            id="a number as typed in Vietnam",
        ),
        pytest.param(QuestionKind.NUMBER, "-7", Answer(value=Decimal(-7)), id="below nothing"),
        pytest.param(QuestionKind.NUMBER, "bảy", Answer(), id="no number"),
        pytest.param(QuestionKind.NUMBER, "7 ± nhiều", Answer(), id="no tolerance"),
        pytest.param(QuestionKind.MATCHING, "b - 1, a:3", Answer(pairs=(2, 0)), id="pairs"),
        pytest.param(QuestionKind.MATCHING, "C2", Answer(pairs=(-1, -1, 1)), id="pairs missing"),
        pytest.param(QuestionKind.ORDERING, "c, a; B", Answer(order=(2, 0, 1)), id="an order"),
        pytest.param(
            QuestionKind.ESSAY,
            "Nêu căn cứ = 4 | Có ví dụ = 2,5",
            Answer(
                rubric=(
                    Criterion("Nêu căn cứ", Decimal(4)),
                    Criterion("Có ví dụ", Decimal("2.5")),
                )
            ),
            id="a rubric",
        ),
    ],
)
def test_read_answer(kind, written, answer):
    assert read_answer(kind, written, "") == answer
    if -1 not in answer.pairs:
        assert read_answer(kind, written_answer(kind, answer), "") == answer


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Thủ tục hành chính", "procedures"),
        ("co che mot cua", "one-stop"),
        ("digital-transformation", "digital-transformation"),
        ("An toàn giao thông", "an-toan-giao-thong"),
    ],
)
def test_field_key(written, key):
    assert field_key(written) == key


@pytest.mark.parametrize(
    ("written", "title"),
    [("Hộ tịch", "Hộ tịch"), ("ho-tich", ""), ("Cơ chế một cửa", ""), ("one-stop", "")],
)
def test_a_field_of_the_banks_own_keeps_its_words(written, title):
    assert field_title(written) == title
