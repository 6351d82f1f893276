"""`hoithi plan check`: what contradicts itself in a plan, what is missing, what could be better."""

import sys
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from hoithi.command.plan_norms import norms_of
from hoithi.command.screen import Exit, read_by_program, refuse, say_json, screen
from hoithi.core.plans.checking import Finding, Grade, findings
from hoithi.core.plans.reading import read_plan
from hoithi.core.plans.records import Place
from hoithi.documents.texts.read import read_text
from hoithi.wording.plan_findings import finding_proposal, finding_sentence, grade_heading
from hoithi.wording.plans import refusal_sentence

_MOST_LINES = 8


def check(file: Path, *, norms: Path | None = None, json: bool = False) -> None:
    """Kiểm tra một văn bản kế hoạch: chỗ mâu thuẫn, chỗ còn thiếu, chỗ nên viết lại.

    Mỗi nội dung kèm dòng, câu trong văn bản và đề xuất sửa.

    Mã kết thúc: 0 không có gì hoặc chỉ có chỗ nên viết lại; 1 có mâu thuẫn hoặc thiếu; 2 không đọc
    được văn bản; 66 không mở được tệp.

    Parameters
    ----------
    file
        Tệp văn bản (.docx, .pdf có chữ, .html, .txt, .md).
    norms
        Bảng mức chi giải thưởng tối đa của đơn vị (.xlsx, .csv), với các cột: Mức tối đa (đồng),
        Văn bản, Điều, Từ ngày, Đến hết ngày, Cấp, Đối tượng, Giải. Không có thì không kiểm tra mức.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    text = _text(file)
    found = findings(text, read_plan(text), norms=norms_of(norms) if norms else ())
    if json:
        say_json({"findings": [_as_json(one) for one in found]})
    else:
        _show(found)
    if any(one.grade is not Grade.STYLE for one in found):
        sys.exit(Exit.FOUND)


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
    except OSError:
        refuse(f"Không mở được tệp {file}.", Exit.NO_INPUT)
    taken = read_text(data)
    if taken.refused:
        refuse(refusal_sentence(taken), Exit.UNREADABLE)
    return taken.text


def _as_json(found: Finding) -> dict[str, Any]:
    return {
        "grade": found.grade.value,
        "code": found.code.value,
        "sentence": finding_sentence(found),
        "proposal": finding_proposal(found),
        "quote": found.quote,
        "facts": dict(found.facts),
        "places": [_place(place) for place in found.places],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "line": place.line,
        "characters": [place.start, place.end],
        "last_line": place.last_line,
    }


def _show(found: Sequence[Finding]) -> None:
    """The findings under the heading of their grade: sentence, quotation, proposal."""
    if not found:
        screen.print("Không thấy chỗ nào phải sửa.")
    for grade, group in groupby(found, key=lambda one: one.grade):
        of_grade = list(group)
        screen.print(f"\n{grade_heading(grade)} ({len(of_grade):02d})", style="bold", markup=False)
        for one in of_grade:
            lines = sorted({place.line for place in one.places})
            where = ", ".join(map(str, lines[:_MOST_LINES])) + (
                ", …" if len(lines) > _MOST_LINES else ""
            )
            screen.print(f"- Dòng {where}: {finding_sentence(one)}", markup=False)
            if one.quote:
                screen.print(f"  “{one.quote}”", style="italic", markup=False)
            screen.print(f"  Đề xuất: {finding_proposal(one)}", markup=False)
