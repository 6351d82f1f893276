"""`hoithi bank`: what is done with a question bank from the command line."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cyclopts import App, Parameter

from hoithi.command.bank_check import check
from hoithi.command.bank_documents import documents
from hoithi.command.bank_export import export
from hoithi.command.bank_table import (
    author_named,
    is_table,
    look_at_table,
    say_taken,
    take_table,
)
from hoithi.command.plan_import import bytes_of
from hoithi.command.screen import Exit, read_by_program, refuse, say_json, screen
from hoithi.documents.questions.as_json import as_json, item_as_json, package_as_json
from hoithi.documents.questions.read import MAX_BYTES, item_in, package_in, read_questions
from hoithi.documents.questions.records import Format, QuestionReading
from hoithi.documents.questions.sheets import read_list
from hoithi.documents.quiz_sets.read import SetUnreadable
from hoithi.documents.quiz_sets.reckoning import as_json as as_quiz_json
from hoithi.documents.quiz_sets.reckoning import quiz_set
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.questions.actions import (
    Beside,
    Left,
    NothingTaken,
    doubts_of,
    left_out,
    take_foreign,
)
from hoithi.questions.models import Bank
from hoithi.wording import sentence
from hoithi.wording.item_statistics import figure, percent
from hoithi.wording.question_files import fault_sentence, left_sentence

bank = App(name="bank", help="Việc với ngân hàng câu hỏi.")
bank.command(check)
bank.command(documents)
bank.command(export)
_DIFFICULTY = "medium"


@Parameter(name="*")
@dataclass(frozen=True)
class Into:
    """Where the questions go, and what their file does not state."""

    to: int | None = None
    """Số của ngân hàng nhận câu hỏi."""
    field: str = ""
    """Lĩnh vực của các câu hỏi."""
    document: str = ""
    """Số, ký hiệu văn bản làm căn cứ của đáp án."""
    author: str = ""
    """Tên đăng nhập của người soạn; người này không thẩm định được các câu ấy."""
    partly: bool = False
    """Đưa vào những câu đúng dù trong tệp có chỗ sai; không ghi thì có chỗ sai là không đưa gì."""


_NOWHERE = Into()


@bank.command(name="import")
def import_(
    file: Path, *, into: Into = _NOWHERE, dry_run: bool = False, json: bool = False
) -> None:
    """Đọc tệp câu hỏi rồi đưa vào ngân hàng, chờ thẩm định.

    Tự nhận ra định dạng: bảng theo mẫu và danh sách câu hỏi khác (.xlsx, .xls, .csv), văn bản
    “Câu 1.” (.docx, .txt), Aiken, GIFT, Moodle XML, QTI 2.1 và 2.2.
    Câu nào không đưa vào được thì nêu từng câu, không bỏ qua.

    Parameters
    ----------
    file
        Tệp câu hỏi.
    dry_run
        Chỉ đọc và nêu những gì đọc được, không ghi gì.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    data = bytes_of(file, MAX_BYTES)
    reading = read_list(data, file.name) if is_table(file, data) else read_questions(data)
    if reading is None:
        _with_table(file, data, into, dry_run=dry_run, json=json)
        return
    if not dry_run:
        _take(reading, file.name, into, json=json)
        return
    say_json(_told(reading, data)) if json else _show(reading)
    if reading.outcome == "refused":
        raise SystemExit(Exit.REFUSED)


def _with_table(file: Path, data: bytes, into: Into, *, dry_run: bool, json: bool) -> None:
    if dry_run:
        look_at_table(file, data, json=json)
        return
    target = Bank.objects.filter(pk=into.to).first() if into.to else None
    if target is None:
        refuse("Hãy ghi --to với số của ngân hàng; hoặc --dry-run để chỉ xem.", Exit.NO_INPUT)
    take_table(file, data, target, by=author_named(into.author), json=json)


@bank.command
def statistics(
    questions: Path, steps: Path, *, interactive: bool = False, json: bool = False
) -> None:
    """Chấm và tính thống kê một bộ lượt thi ghi trong bảng CSV (khuôn của Moodle).

    Parameters
    ----------
    questions
        Bảng câu hỏi (questionsNN.csv).
    steps
        Bảng các bước trả lời của từng lượt (stepsNN.csv).
    interactive
        Được làm lại nhiều lần, mỗi lần sai trừ điểm; không ghi thì mỗi câu trả lời một lần.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    files = [bytes_of(path, MAX_BYTES) for path in (questions, steps)]
    try:
        told = as_quiz_json(quiz_set(*files, interactive=interactive))
    except SetUnreadable as error:
        refuse(sentence(error), Exit.REFUSED)
    if json:
        say_json(told)
        return
    _figures_shown(told)


def _of_hundred(value: float | None) -> str:
    return percent(None if value is None else value / 100)


def _figures_shown(told: dict[str, Any]) -> None:
    quiz = told["quiz"]
    mean, alpha = figure(quiz["mean"]), _of_hundred(quiz["cic"])
    screen.print(f"{quiz['s']} lượt; điểm trung bình {mean}; độ tin cậy {alpha}.")
    for one in told["qstats"]:
        name = " ".join(str(one[key]) for key in ("slot", "subqname", "variant") if one[key])
        right, parts = percent(one["facility"]), figure(one["discriminationindex"])
        screen.print(
            f"  Câu {name}: {one['s']} lượt, làm đúng {right}, phân biệt {parts}", markup=False
        )


def _told(reading: QuestionReading, data: bytes) -> dict[str, Any]:
    """What was read; a QTI file also as it stands."""
    told = as_json(reading)
    told["not_supported"] = [
        {"name": one.name, "type": str(one.kind), "problem": str(one.problem)}
        for one in left_out(reading)
    ]
    told["doubts"] = [
        {"name": one.name, "line": one.line, "problem": str(one.problem), **one.facts}
        for one in doubts_of(reading)
    ]
    if reading.format is Format.QTI_ITEM and reading.questions:
        return told | item_as_json(item_in(data))
    if reading.format is Format.QTI_PACKAGE and reading.questions:
        return told | package_as_json(package_in(data))
    return told


def _show(reading: QuestionReading, out: tuple[Left, ...] | None = None) -> None:
    """What was read, and what is not taken: by a bank (`out`), or by any."""
    screen.print(f"Định dạng: {reading.format or 'chưa rõ'}. {len(reading.questions)} câu hỏi.")
    for one in reading.faults:
        screen.print(f"  – {fault_sentence(one)} {one.about}".rstrip(), markup=False)
    for left in left_out(reading) if out is None else out:
        where = f"Dòng {left.line}: " if left.line else ""
        screen.print(f"  – {where}{left.name} ({left.kind}): {left_sentence(left)}", markup=False)
    for doubt in doubts_of(reading):
        where = f"Dòng {doubt.line}: " if doubt.line else ""
        screen.print(f"  – {where}{doubt.name}: {left_sentence(doubt)}", markup=False)


def _take(reading: QuestionReading, name: str, into: Into, *, json: bool) -> None:
    target = Bank.objects.filter(pk=into.to).first() if into.to else None
    if target is None:
        refuse(
            "Hãy ghi --to với số của ngân hàng; nếu tệp không nêu thì ghi thêm --field với lĩnh "
            "vực và --document với số, ký hiệu văn bản làm căn cứ; hoặc --dry-run để chỉ xem.",
            Exit.NO_INPUT,
        )
    beside = Beside(into.field, _DIFFICULTY, into.document, name)
    by = author_named(into.author)
    try:
        taken = take_foreign(target, reading, beside, partly=into.partly, by=by, at=clock.now())
    except NothingTaken as refusal:
        if not json:
            _show(reading, refusal.left)
        told = _nothing(reading, refusal.left)
        refuse("Chưa đưa câu hỏi nào vào ngân hàng.", Exit.REFUSED, **told)
    except Refusal as refusal:
        refuse(sentence(refusal), Exit.REFUSED)
    if not json:
        _show(reading, taken.left)
        say_taken(taken.written, target, by)
        return
    told = {"written": taken.written, "left_out": len(taken.left), "faults": len(reading.faults)}
    say_json(told)


def _nothing(reading: QuestionReading, left: tuple[Left, ...]) -> dict[str, Any]:
    """For a program: what kept everything out, by its line."""
    faults = [{"line": one.line, "problem": fault_sentence(one)} for one in reading.faults]
    faults += [{"line": one.line, "name": one.name, "problem": left_sentence(one)} for one in left]
    return {"written": 0, "left_out": len(left), "faults": len(reading.faults), "errors": faults}
