"""Every finding of a plan has a sentence and a proposal, and both are filled by its facts."""

import re
from pathlib import Path
from string import Formatter

import pytest

from hoithi.core.plans.checking import Code, Grade
from hoithi.wording.plan_finding_proposals import PROPOSALS
from hoithi.wording.plan_finding_sentences import GRADES, SENTENCES
from hoithi.wording.plan_findings import finding_proposal, finding_sentence, grade_heading
from tests.core.plans.checking.papers import found, plan

CHECKING = Path(__file__).parent.parent / "src" / "hoithi" / "core" / "plans" / "checking"


@pytest.mark.parametrize("code", list(Code))
def test_every_code_is_worded(code: Code) -> None:
    assert SENTENCES[code].endswith(".")
    assert PROPOSALS[code].endswith(".")


def test_every_code_is_given_by_a_check() -> None:
    checks = [path for path in CHECKING.glob("*.py") if path.name != "grades.py"]
    source = "\n".join(path.read_text("utf-8") for path in checks)
    assert {code.name for code in Code} == set(re.findall(r"Code\.([A-Z_]+)", source))


@pytest.mark.parametrize("grade", list(Grade))
def test_every_grade_has_its_heading(grade: Grade) -> None:
    assert grade_heading(grade) == GRADES[grade]


def test_a_proposal_asks_for_no_more_than_the_sentence_knows() -> None:
    """Facts that only a proposal names are those that each such finding carries."""
    names = {code: _names(PROPOSALS[code]) - _names(SENTENCES[code]) for code in Code}
    assert {code: facts for code, facts in names.items() if facts} == {
        Code.ABOLISHED_LEVEL: {"by"},
        Code.ABOLISHED_BODY: {"by"},
        Code.ABOLISHED_PAPER: {"by"},
        Code.BASE_REPLACED: {"by"},
        Code.READING_REPLACED: {"by"},
        Code.HEADER_MISSING: {"rule"},
        Code.END_MISSING: {"rule"},
        Code.NUMBER_FORM: {"better"},
        Code.NUMBER_ZERO: {"better"},
        Code.DAY_ZERO: {"better"},
        Code.SPELLING: {"right"},
    }


def _names(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def test_figures_are_written_as_officials_write_them() -> None:
    text = plan(
        "I. NỘI DUNG",
        "1. Từ 08h00 ngày 20/10/2025 đến 07h30 ngày 05/3/2025.",
        "2. Chi 02 giải x 3.000.000 đồng = 5.000.000 đồng.",
    )
    told = {one.code: (finding_sentence(one), finding_proposal(one)) for one in found(text)}
    assert told[Code.END_BEFORE_START][0] == (
        "Thời gian kết thúc (07h30 ngày 05/3/2025) trước thời gian bắt đầu (08h00 ngày 20/10/2025)."
    )
    assert told[Code.PRODUCT_DIFFERS][0] == "Ghi 5.000.000 đồng, tính ra 6.000.000 đồng."
    assert told[Code.HEADER_MISSING][0] == (
        "Phần đầu văn bản thiếu: Quốc hiệu và Tiêu ngữ; tên cơ quan ban hành; số, ký hiệu; "
        "địa danh; ngày, tháng, năm ban hành."
    )
