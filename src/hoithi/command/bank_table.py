"""The officials' table (.xlsx, .xls, .csv) at `hoithi bank import`."""

from pathlib import Path
from typing import Any

from hoithi.command.screen import Exit, refuse, say_json, screen
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions import Import, QuestionsFaulty, import_questions, preview
from hoithi.questions.models import Bank
from hoithi.wording import sentence
from hoithi.wording.questions import reasons_by_line

_ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".csv"})


def is_table(file: Path, data: bytes) -> bool:
    """Whether the file is a table rather than a file of questions of another system."""
    return file.suffix.lower() in _ENDINGS or b"xl/workbook.xml" in data


def look_at_table(file: Path, data: bytes, *, json: bool) -> None:
    """Says what the table holds; writes nothing."""
    found = preview(data, file.name)
    say_json(_told(found)) if json else _show(found)
    if not found.can_be_imported:
        raise SystemExit(Exit.REFUSED)


def author_named(login: str) -> Person | None:
    """Who wrote the questions; nobody where no login was typed. Refuses an unknown login."""
    if not login:
        return None
    person = Person.objects.filter(login__iexact=login.strip(), is_active=True).first()
    if person is None:
        refuse(f"Không có tài khoản “{login}” đang dùng. Hãy kiểm tra --author.", Exit.NO_INPUT)
    return person


def say_taken(written: int, into: Bank, by: Person | None) -> None:
    """How many came in and who stands as their author, whom no review takes."""
    screen.print(f"Đã đưa {written} câu hỏi vào ngân hàng “{into.title}”.", markup=False)
    if by:
        screen.print(f"Người soạn: {by.full_name}; phải do người khác thẩm định.", markup=False)
    elif written:
        screen.print(
            "Các câu này không ghi người soạn nên hệ thống không biết ai phải tránh thẩm định. "
            "Lần sau hãy thêm --author với tên đăng nhập của người soạn.",
            markup=False,
        )


def take_table(
    file: Path, data: bytes, into: Bank, *, by: Person | None = None, json: bool
) -> None:
    """Takes in every question of the table, or none."""
    try:
        written = import_questions(into, data, file.name, by=by, at=clock.now())
    except QuestionsFaulty as refusal:
        if not json:
            _show(refusal.found)
        refuse(sentence(refusal), Exit.REFUSED, written=0, **_told(refusal.found))
    except Refusal as refusal:
        refuse(sentence(refusal), Exit.REFUSED)
    if json:
        say_json({"written": written, "left_out": 0, "faults": 0})
        return
    say_taken(written, into, by)


def _told(found: Import) -> dict[str, Any]:
    questions = [one for one in found.questions if one.line not in found.faulty_lines]
    kinds = [one.question.kind.value for one in questions if one.question]
    return {
        "format": "bảng tính",
        "outcome": "imported" if found.can_be_imported else "refused",
        "question_count": len(kinds),
        "types": {kind: kinds.count(kind) for kind in dict.fromkeys(kinds)},
        "errors": [
            {"line": line, "problem": reason} for line, reason in reasons_by_line(found).items()
        ],
        "questions": [
            {"n": n, "type": one.question.kind.value, "name": one.code, "line": one.line}
            for n, one in enumerate(questions, start=1)
            if one.question
        ],
    }


def _show(found: Import) -> None:
    screen.print(f"Định dạng: bảng tính. {len(found.questions)} câu hỏi.")
    for line, reason in reasons_by_line(found).items():
        where = f"Dòng {line}: " if line else ""
        screen.print(f"  – {where}{reason}", markup=False)
