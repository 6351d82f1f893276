"""The form of a question says what the table of questions says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from hoithi.core.questions.records import (
    Answer,
    Criterion,
    Diacritics,
    FaultCode,
    QuestionFault,
    QuestionKind,
)
from hoithi.questions.forms import QuestionForm, initial_of, kept_of
from tests.questions.make import ANSWER, TEXT

MULTIPLE = replace(TEXT, kind=QuestionKind.MULTIPLE, anchored=frozenset({2}))
TRUE_FALSE = replace(TEXT, kind=QuestionKind.TRUE_FALSE, options=())
SHORT = replace(TEXT, kind=QuestionKind.SHORT_TEXT, options=())
NUMBER_KEY = replace(TEXT, kind=QuestionKind.NUMBER, options=())
MATCHING = replace(
    TEXT, kind=QuestionKind.MATCHING, targets=("Cấp xã", "Cấp tỉnh", "Trung ương", "Không ai")
)
ORDERING = replace(TEXT, kind=QuestionKind.ORDERING)
ESSAY = replace(TEXT, kind=QuestionKind.ESSAY, options=(), longest=300)
RUBRIC = (Criterion("Nêu căn cứ = nguồn", Decimal(4)), Criterion("Ví dụ | số liệu", Decimal("2.5")))
NUMBER = replace(TEXT, kind=QuestionKind.NUMERIC, options=())


def form(text, answer, **changes):
    """The form as a browser sends it back."""
    shown = {name: value for name, value in initial_of(text, answer).items() if value}
    written = QuestionForm(initial=shown, kind=text.kind)
    data = {name: written[name].value() for name in shown}
    return QuestionForm(data | {"code": "MC-001"} | changes, kind=text.kind)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        pytest.param(TEXT, ANSWER, id="one option"),
        pytest.param(MULTIPLE, Answer(places=frozenset({0, 2})), id="several options"),
        pytest.param(TRUE_FALSE, Answer(is_true=False), id="false"),
        pytest.param(TRUE_FALSE, Answer(is_true=True), id="true"),
        pytest.param(SHORT, Answer(accepted=("một cửa", "1 cửa")), id="a short text"),
        pytest.param(NUMBER, Answer(), id="a prediction"),
        pytest.param(
            MULTIPLE,
            Answer(places=frozenset({0, 2}), weights=tuple(map(Decimal, ("33.3", "-50", "66.7")))),
            id="shares of options",
        ),
        pytest.param(
            SHORT, Answer(accepted=("một cửa",), diacritics=Diacritics.EXACT), id="exact marks"
        ),
        pytest.param(
            NUMBER_KEY,
            Answer(value=Decimal("1234.5"), tolerance=Decimal("0.5")),
            id="a number with a tolerance",
        ),
        pytest.param(MATCHING, Answer(pairs=(0, 1, 2)), id="matching"),
        pytest.param(
            replace(MATCHING, targets=("Cấp xã", "Cấp tỉnh")),
            Answer(pairs=(0, 1, 0)),
            id="one target twice",
        ),
        pytest.param(ORDERING, Answer(order=(0, 1, 2)), id="an order"),
        pytest.param(ESSAY, Answer(rubric=RUBRIC), id="an essay"),
        pytest.param(replace(TEXT, stem="Dòng một\n**dòng** hai"), ANSWER, id="lines"),
        pytest.param(replace(TEXT, topic="Tiếp nhận hồ sơ"), ANSWER, id="a topic"),
    ],
)
def test_what_is_shown_comes_back_the_same(text, answer):
    written = form(text, answer)
    assert written.is_valid(), written.errors
    assert written.record == (text, answer)


@pytest.mark.parametrize("typed", ["21/6/2018", "21-06-18", "21062018"])
def test_days_are_read_as_officials_type_them(typed):
    written = form(TEXT, ANSWER, in_force_from=typed)
    assert written.is_valid(), written.errors
    assert written.record[0].basis.in_force_from == date(2018, 6, 21)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        pytest.param({"checked_on": "31/02/2026"}, "checked_on", id="no such day"),
        pytest.param({"document_date": "2018"}, "document_date", id="only a year"),
        pytest.param({"stem": "a\x00b"}, "stem", id="a NUL"),
        pytest.param({"field": ""}, "field", id="no field"),
        pytest.param({"difficulty": "very"}, "difficulty", id="a difficulty of one's own"),
        pytest.param({"right": ["9"]}, "right", id="an option beyond the last"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(changes, field):
    assert list(form(TEXT, ANSWER, **changes).errors) == [field]


@pytest.mark.parametrize(
    ("text", "column", "field"),
    [
        (TEXT, "right", "right"),
        (TRUE_FALSE, "right", "is_true"),
        (SHORT, "right", "accepted"),
        (TEXT, "options", "option_0"),
        (TEXT, "document_number", "document_number"),
    ],
)
def test_a_fault_has_its_field(text, column, field):
    written = QuestionForm(kind=text.kind)
    assert written.field_of(QuestionFault(FaultCode.NO_KEY, column)) == field
    assert field in written.fields


def test_the_next_question_keeps_document_field_and_audience():
    kept = kept_of(TEXT)
    assert (kept["document_number"], kept["field"], kept["audience"]) == (
        "61/2018/NĐ-CP",
        "Cơ chế một cửa",
        "all",
    )
    assert {"stem", "article", "right"}.isdisjoint(kept)


@pytest.mark.parametrize("field", ["document_date", "checked_on"])
def test_no_document_was_signed_or_looked_up_after_today(field):
    today = date(2026, 11, 22)
    for day, valid in (("22/11/2026", True), ("01/12/2027", False)):
        written = QuestionForm({field: day}, kind=TEXT.kind, today=today)
        assert (field not in written.errors) is valid
