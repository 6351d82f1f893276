"""Files of questions: what is refused, what would change, what comes in."""

from dataclasses import replace

import pytest

from hoithi.core.questions.rows import read_question
from hoithi.documents.spreadsheets import read_table
from hoithi.questions import actions, queries
from hoithi.questions.actions import Effect
from hoithi.questions.actions.template import EXAMPLES
from hoithi.questions.facts import COLUMNS
from hoithi.questions.models import QuestionState, QuestionVersion
from hoithi.wording.questions import notes_by_line, reasons_by_line
from tests import make
from tests.make import AT
from tests.questions.make import ANSWER, TEXT, bank, exported, question, table

pytestmark = pytest.mark.django_db
HEADING = 3
"""The line of the heading in a table that the system wrote."""


def reasons(*changes):
    found = actions.preview(table(*changes), "a.xlsx")
    return {line - HEADING: reason for line, reason in reasons_by_line(found).items()}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param({"stem": ""}, "Chưa ghi “Nội dung câu hỏi”.", id="said once"),
        pytest.param({"code": ""}, "Chưa ghi “Mã câu hỏi”.", id="no code"),
        pytest.param(
            {"checked_on": "31/02/2026"},
            "“Ngày tra cứu hiệu lực”: không có ngày “31/02/2026”.",
            id="a date that there is not",
        ),
        pytest.param(
            {"document_date": "2018"},
            "Ngày “2018” chưa đủ. Hãy ghi đủ ngày, tháng, năm, ví dụ 05/3/2026.",
            id="only a year",
        ),
        pytest.param({"kind": "mot lua chon"}, None, id="words without marks are understood"),
        pytest.param({"right": "=1+1"}, "Chưa có đáp án.", id="a formula is a text"),
    ],
)
def test_a_line_that_cannot_be_taken_says_why(change, reason):
    assert reasons({}, change) == ({2: reason} if reason else {})


def test_a_code_on_two_lines_is_said_at_both():
    sentence = "Mã câu hỏi “MC-009” có ở nhiều dòng."
    assert reasons({"code": "MC-009"}, {}, {"code": "MC-009"}) == {1: sentence, 3: sentence}


def test_a_file_of_too_many_questions_is_refused_as_a_whole(monkeypatch):
    monkeypatch.setattr("hoithi.questions.actions.tables.MOST_QUESTIONS", 2)
    found = actions.preview(table({}, {}, {}), "a.xlsx")
    assert (found.can_be_imported, list(reasons_by_line(found))) == (False, [0])


def test_what_was_understood_with_doubt_is_noted():
    found = actions.preview(table({"checked_on": "05/03/26"}), "a.xlsx")
    assert found.can_be_imported
    assert [line - HEADING for line in notes_by_line(found)] == [1]


def test_the_effect_is_known_before():
    into = bank()
    question(into, "MC-001")
    question(into, "MC-002", text=replace(TEXT, stem="Câu cũ?"))

    found = actions.preview(table({}, {}, {}), "a.xlsx")
    assert actions.effect(into, found) == Effect(new=1, changed=1, same=1)
    assert actions.import_questions(into, table({}, {}, {}), "a.xlsx", by=None, at=AT) == 2
    assert actions.effect(into, found) == Effect(new=0, changed=0, same=3)


def test_questions_reviewed_elsewhere_come_in_approved_by_their_document():
    into, keeper = bank(), make.person()
    review = "Biên bản số 5 ngày 03/10/2026"
    actions.import_reviewed(into, table({}), "a.xlsx", review=review, by=keeper, at=AT)

    version = QuestionVersion.objects.get()
    assert (version.state, version.remark) == (QuestionState.APPROVED, review)
    with pytest.raises(actions.ReasonMissing):
        actions.import_reviewed(into, table({}), "a.xlsx", review=" ", by=keeper, at=AT)


def test_eight_options_go_out_and_come_back():
    into = bank()
    options = tuple(f"Phương án {number}" for number in range(8))
    text = replace(TEXT, options=options, anchored=frozenset({7}))
    actions.add(into, "MC-001", text, ANSWER, by=make.person(), at=AT)

    assert actions.import_questions(into, exported(into), "a.xlsx", by=None, at=AT) == 0
    assert queries.newest_versions(into).get().options == list(options)


def test_the_template_is_read_as_empty():
    reading = read_table(actions.template(), "mau.xlsx", COLUMNS)
    assert ([doubt.reason for doubt in reading.doubts], reading.rows) == (["no_rows"], ())


def test_a_large_import_takes_few_statements(django_assert_max_num_queries):
    data, into = table(*[{} for _ in range(60)]), bank()
    with django_assert_max_num_queries(14):
        assert actions.import_questions(into, data, "a.xlsx", by=None, at=AT) == 60


def test_a_file_that_the_body_does_not_keep_is_said():
    into = bank()
    data = table({"media": f"hình : {'a' * 64} : so-do.png : Sơ đồ"})
    with pytest.raises(actions.QuestionsFaulty) as refused:
        actions.import_questions(into, data, "a.xlsx", by=make.person(), at=AT)
    said = reasons_by_line(refused.value.found).values()
    assert [one.split(" ", 2)[1] for one in said] == ["“so-do.png”"]
    assert into.questions.count() == 0


def test_the_examples_of_the_template_are_sound():
    for example in EXAMPLES:
        values = dict.fromkeys((one.key for one in COLUMNS), "") | example
        assert read_question(1, values).faults == ()
