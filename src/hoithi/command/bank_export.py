"""`hoithi bank export`: a bank with its keys into one file."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from hoithi.command.screen import Exit, read_by_program, reason_of, refuse, say_json, screen
from hoithi.documents.questions.written import Written
from hoithi.kit import clock
from hoithi.questions.actions import export_as, export_table, left_behind, record_export
from hoithi.questions.models import Bank


class Form(StrEnum):
    """The formats in which a bank leaves."""

    XLSX = "xlsx"
    DOCX = "docx"
    GIFT = "gift"
    MOODLE_XML = "moodle-xml"
    QTI = "qti"


def export(bank: int, file: Path, *, as_: Form = Form.XLSX, json: bool = False) -> None:
    """Ghi cả ngân hàng cùng đáp án ra một tệp; nhập lại tệp đó không làm ngân hàng thay đổi.

    Tệp chứa đáp án: chỉ giao cho người có trách nhiệm. Việc lấy ra được ghi nhật ký.

    Parameters
    ----------
    bank
        Số của ngân hàng.
    file
        Tệp sẽ ghi; tệp đã có thì không ghi đè.
    as_
        Định dạng: xlsx, docx, gift, moodle-xml, qti.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    found = Bank.objects.select_related("body").filter(pk=bank).first()
    if found is None:
        refuse(f"Không có ngân hàng số {bank}.", Exit.NO_INPUT)
    if file.exists():
        refuse(f"Không ghi được tệp {file}: đã có một tệp cùng tên.")
    form = None if as_ is Form.XLSX else Written(as_.value)
    data = export_table(found) if form is None else export_as(found, form)
    left = left_behind(found, form)
    record_export(found, by=None, at=clock.now())
    _write(file, data)
    named = [{"question": one.code, "file": one.name} for one in left]
    told = {"file": str(file), "format": as_.value, "questions": found.questions.count()}
    _say(told, named, json=json)


def _say(told: Mapping[str, object], left: Sequence[Mapping[str, str]], *, json: bool) -> None:
    if json:
        say_json({**told, "left_behind": left})
        return
    done = f"Đã ghi {told['questions']} câu hỏi cùng đáp án vào {told['file']}."
    screen.print(done, markup=False)
    for one in left:
        lacking = f"  – Không kèm trong tệp: {one['file']} (câu {one['question']})."
        screen.print(lacking, markup=False)


def _write(file: Path, data: bytes) -> None:
    try:
        with file.open("xb") as target:
            target.write(data)
    except OSError as error:
        refuse(f"Không ghi được tệp {file}: {reason_of(error)}.")
