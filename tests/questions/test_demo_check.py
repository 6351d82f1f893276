"""The demonstration bank is checked without a false alarm."""

from datetime import date

from hoithi.core.questions.checking import Checked, Code, findings
from hoithi.core.questions.rows import read_question
from hoithi.documents.spreadsheets import read_table
from hoithi.questions.facts import COLUMNS
from tests.test_demo_bank import BANK


def test_only_documents_that_have_ended_are_found_in_the_demonstration_bank():
    rows = read_table(BANK.read_bytes(), BANK.name, COLUMNS).rows
    read = [read_question(row.line, row.values) for row in rows]
    bank = [Checked(one.code, one.question, one.answer) for one in read if one.question]
    found = findings(bank, [], on=date(2026, 11, 22))
    assert [(one.code, one.facts["number"], one.facts["count"]) for one in found] == [
        (Code.BASIS_ENDED, "61/2018/NĐ-CP", 5),
        (Code.BASIS_ENDED, "43/2011/NĐ-CP", 3),
        (Code.BASIS_ENDED, "42/2022/NĐ-CP", 2),
    ]
