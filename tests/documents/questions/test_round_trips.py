"""What leaves a bank in a file comes back from it as the same questions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.rows import row_of
from hoithi.documents.questions.written import Written, write_questions
from tests.documents.questions.banks import come_back, questions

_BANKS = st.lists(questions(), min_size=1, max_size=3, unique_by=lambda one: one.code)


_FORMS = [pytest.param(one, marks=[pytest.mark.long] * (one is Written.DOCX)) for one in Written]
"""To write and to read Word takes long."""


@pytest.mark.parametrize("form", _FORMS)
@settings(max_examples=15, deadline=None, derandomize=True)
@given(bank=_BANKS)
def test_export_then_import_gives_the_same_bank(form, bank):
    data = write_questions(form, bank, title="Ngân hàng câu hỏi -- 2026", issuer="UBND XÃ A")
    reading = read_questions(data)
    assert reading.faults == ()
    found = [come_back(row_of(one)) for one in reading.questions]
    assert found == [(one.code, one.text, one.answer) for one in bank]
