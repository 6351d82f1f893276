"""The bank: import, review, export, and which questions may be drawn."""

from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pytest

from hoithi.core.questions.records import FaultCode, QuestionFault
from hoithi.questions import actions, queries
from hoithi.questions.models import QuestionState, QuestionVersion
from hoithi.wording.questions import fault_sentence
from tests import make
from tests.make import AT
from tests.questions.make import TEXT, exported, question

DEMO = Path(__file__).parents[2] / "examples" / "questions" / "cchc-cds.csv"
pytestmark = pytest.mark.django_db


@pytest.fixture
def bank():
    return actions.create_bank(make.body(), "Ngân hàng câu hỏi", by=None, at=AT)


def test_the_demo_bank_comes_in_whole_and_again_changes_nothing(bank):
    writer = make.person()
    first = actions.import_questions(bank, DEMO.read_bytes(), DEMO.name, by=writer, at=AT)
    again = actions.import_questions(bank, DEMO.read_bytes(), DEMO.name, by=writer, at=AT)

    assert (first, again) == (176, 0)
    assert set(bank.questions.values_list("versions__state", flat=True)) == {"proposed"}


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_an_exported_bank_reads_back_the_same(bank, kind):
    actions.import_questions(bank, DEMO.read_bytes(), DEMO.name, by=None, at=AT)

    again = actions.import_questions(bank, exported(bank, kind), f"a.{kind}", by=None, at=AT)
    assert again == 0


def test_a_stem_like_a_formula_is_guarded_in_csv_and_comes_back_as_it_was(bank):
    question(bank, "MC-001", text=replace(TEXT, stem="=SUM(A1:A9) cho kết quả gì?"))
    data = exported(bank, "csv")

    assert "'=SUM(A1:A9)" in data.decode("utf-8-sig")
    assert actions.import_questions(bank, data, "a.csv", by=None, at=AT) == 0


def test_a_file_with_one_faulty_line_changes_nothing(bank):
    text = DEMO.read_text(encoding="utf-8").replace("Một lựa chọn", "Một lựa chon khác", 1)

    with pytest.raises(actions.QuestionsFaulty) as refused:
        actions.import_questions(bank, text.encode(), "a.csv", by=None, at=AT)

    faults = [fault.code for line in refused.value.found.faulty for fault in line.faults]
    assert faults == [FaultCode.UNKNOWN_KIND]
    assert QuestionVersion.objects.count() == 0


@pytest.mark.parametrize("data", [b"", b"\x00" * 100, b"PK\x03\x04", b"a,b\n1,2\n"])
def test_what_is_no_table_of_questions_is_refused(bank, data):
    with pytest.raises(actions.QuestionsFaulty) as refused:
        actions.import_questions(bank, data, "a.xlsx", by=None, at=AT)
    assert refused.value.found.is_refused


def test_nobody_reviews_their_own_question(bank):
    writer, reviewer = make.person(), make.person()
    actions.import_questions(bank, DEMO.read_bytes(), DEMO.name, by=writer, at=AT)
    version = queries.newest_versions(bank)[0]

    with pytest.raises(actions.OwnQuestion):
        actions.approve(version, by=writer, at=AT)
    assert actions.approve(version, by=reviewer, at=AT).state == QuestionState.APPROVED


def test_a_bank_is_read_by_its_roles_only(bank):
    reader = make.holder("question_writer", over=bank.body)
    stranger = make.holder("question_writer", over=make.body())

    assert list(queries.banks_of(reader, at=AT)) == [bank]
    assert list(queries.banks_of(stranger, at=AT)) == []
    with pytest.raises(type(bank).DoesNotExist):
        queries.bank_for(stranger, bank.pk, at=AT)


@pytest.mark.parametrize("code", FaultCode)
def test_every_fault_has_a_sentence(code):
    fault = QuestionFault(code, "stem", defaultdict(str))
    assert fault_sentence(fault).endswith(".")
