"""`hoithi bank check`: what a contestant would contest in a bank, or guess by."""

import sys
from itertools import groupby
from typing import Any

from hoithi.command.screen import Exit, read_by_program, refuse, say_json, screen
from hoithi.core.questions.checking import Finding, Grade
from hoithi.kit import clock
from hoithi.questions.models import Bank
from hoithi.sittings.queries.bank_checks import BankCheck, checked
from hoithi.wording.question_checks import finding_proposal, finding_sentence, grade_heading

_MOST_CODES = 12


def check(bank: int, *, json: bool = False) -> None:
    """Kiểm tra một ngân hàng câu hỏi trước khi ra đề.

    Nêu câu trùng, đáp án dồn một chỗ, phương án chồng nhau, câu phủ định không làm nổi, căn cứ
    thiếu, hết hiệu lực hay ghi sai số, và dòng ma trận đề thiếu câu; mỗi nội dung kèm đề xuất.

    Mã kết thúc: 0 không có gì phải sửa; 1 có chỗ phải sửa; 66 không có ngân hàng này.

    Parameters
    ----------
    bank
        Số của ngân hàng câu hỏi.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    found = Bank.objects.filter(pk=bank).first()
    if found is None:
        refuse(f"Không có ngân hàng câu hỏi số {bank}.", Exit.NO_INPUT)
    outcome = checked(found, at=clock.now())
    if json:
        say_json(_told(found, outcome))
    else:
        _show(found, outcome)
    if any(one.grade is Grade.MUST for one in outcome.findings):
        sys.exit(Exit.FOUND)


def _told(bank: Bank, outcome: BankCheck) -> dict[str, Any]:
    return {
        "bank": {"id": bank.pk, "title": bank.title},
        "questions": outcome.questions,
        "findings": [_as_json(one) for one in outcome.findings],
        "rows": [
            {
                "contest": row.contest,
                "round": row.round,
                "group": row.group,
                "field": row.field,
                "difficulty": row.difficulty,
                "needed": row.needed,
                "available": row.available,
                "exposure": row.exposure,
            }
            for row in outcome.rows
        ],
    }


def _as_json(found: Finding) -> dict[str, Any]:
    return {
        "grade": found.grade.value,
        "code": found.code.value,
        "questions": list(found.questions),
        "sentence": finding_sentence(found),
        "proposal": finding_proposal(found),
        "facts": {name: str(fact) for name, fact in found.facts.items()},
    }


def _show(bank: Bank, outcome: BankCheck) -> None:
    screen.print(f"{bank.title}: {outcome.questions} câu hỏi.", markup=False)
    for grade, findings in groupby(outcome.findings, key=lambda one: one.grade):
        screen.print(f"\n{grade_heading(grade)}", markup=False)
        for one in findings:
            screen.print(f"  – {_codes(one)}{finding_sentence(one)}", markup=False)
            screen.print(f"    {finding_proposal(one)}", markup=False)
    if not outcome.findings:
        screen.print("Không có gì phải sửa.")


def _codes(found: Finding) -> str:
    shown = ", ".join(found.questions[:_MOST_CODES])
    more = len(found.questions) - _MOST_CODES
    if more > 0:
        shown += f" và {more} câu khác"
    return f"{shown}: " if shown else ""
