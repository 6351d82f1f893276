"""`hoithi bank documents`: what the banks of a body cite, and what became of it."""

from typing import Any

from hoithi.command.screen import Exit, read_by_program, refuse, say_json, screen
from hoithi.kit import clock
from hoithi.people.models import OrganisingBody
from hoithi.questions.queries.documents import Cited, cited_documents


def documents(body: str, *, json: bool = False) -> None:
    """Liệt kê văn bản mà câu hỏi của một đơn vị dẫn làm căn cứ.

    Mỗi văn bản kèm số câu hỏi, số câu chờ xem lại vì văn bản thay đổi, số câu đã hết hiệu lực.

    Mã kết thúc: 0 xong; 66 không có đơn vị này.

    Parameters
    ----------
    body
        Tên rút gọn của đơn vị tổ chức, như trong địa chỉ trang của đơn vị.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    of = OrganisingBody.objects.filter(slug=body).first()
    if of is None:
        refuse(f"Không có đơn vị tổ chức “{body}”.", Exit.NO_INPUT)
    found = cited_documents(of, at=clock.now())
    if json:
        say_json({"body": of.slug, "documents": [_told(one) for one in found]})
        return
    for one in found:
        screen.print(f"{one.number}: {one.questions} câu{_state(one)}. {one.title}", markup=False)
    if not found:
        screen.print("Chưa có câu hỏi nào dẫn văn bản.")


def _state(one: Cited) -> str:
    waiting = f", {one.waiting} câu chờ xem lại" if one.waiting else ""
    ended = f", {one.ended} câu đã hết hiệu lực" if one.ended else ""
    return waiting + ended


def _told(one: Cited) -> dict[str, Any]:
    return {
        "number": one.number,
        "title": one.title,
        "issued_on": one.issued_on and one.issued_on.isoformat(),
        "in_force_from": one.in_force_from and one.in_force_from.isoformat(),
        "in_force_to": one.in_force_to and one.in_force_to.isoformat(),
        "questions": one.questions,
        "waiting": one.waiting,
        "ended": one.ended,
        "changes": [
            {
                "kind": change.kind,
                "article": change.article,
                "on": change.on.isoformat(),
                "by": change.by_document,
            }
            for change in one.changes
        ],
    }
