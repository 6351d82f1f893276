"""`hoithi plan import`: the campaign of a plan without a screen."""

from pathlib import Path
from typing import Any

from hoithi.command.screen import Exit, read_by_program, refuse, say_json, screen
from hoithi.contests.models import Contest
from hoithi.contests.queries import joinable_contests
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody
from hoithi.plans.actions import Choices, Imported, Superior, import_plan
from hoithi.wording import sentence

CREATE = "moi"


def import_(
    file: Path, *, body: str | None = None, superior: str | None = None, json: bool = False
) -> None:
    """Đọc một văn bản kế hoạch rồi lập kế hoạch triển khai: hoạt động, ban, nhiệm vụ, cuộc thi.

    Điều gì văn bản chưa nêu thì thành câu hỏi chờ trả lời. Văn bản đã nạp trước đó thì không lập
    thêm lần nữa.

    Parameters
    ----------
    file
        Tệp văn bản (.docx, .pdf có chữ, .html, .txt, .md).
    body
        Mã của đơn vị tổ chức; không ghi thì là đơn vị duy nhất trên hệ thống.
    superior
        Địa chỉ ngắn của cuộc thi cấp trên mà kế hoạch hưởng ứng; "moi" để lập mới.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    over = body_of(body)
    data = bytes_of(file)
    try:
        imported = import_plan(
            data, file.name, _choices(superior, over), body=over, by=None, at=clock.now()
        )
    except Refusal as refusal:
        refuse(sentence(refusal))
    say_json(_facts(imported)) if json else _show(imported)


def bytes_of(file: Path, most: int = -1) -> bytes:
    """The file as it lies on disk, one byte over the most at most. Refuses one that does not open.

    What is over the most is refused by who reads it, with its own sentence.
    """
    try:
        with file.open("rb") as opened:
            return opened.read(most + 1 if most >= 0 else -1)
    except OSError:
        refuse(f"Không mở được tệp {file}.", Exit.NO_INPUT)


def body_of(slug: str | None) -> OrganisingBody:
    """The body of this address; without one the only body there is. Refuses to guess."""
    found = list(OrganisingBody.objects.filter(**({"slug": slug} if slug else {}))[:2])
    if len(found) != 1:
        known = ", ".join(
            OrganisingBody.objects.order_by("slug").values_list("slug", flat=True)[:20]
        )
        why = f"Không có đơn vị {slug}." if slug else "Hãy ghi --body với mã của đơn vị tổ chức."
        refuse(f"{why} Hiện có: {known or 'chưa có đơn vị nào'}.", Exit.NO_INPUT)
    return found[0]


def _choices(superior: str | None, body: OrganisingBody) -> Choices:
    if superior is None:
        return Choices()
    if superior == CREATE:
        return Choices(Superior.CREATE)
    try:
        return Choices(Superior.LINK, joinable_contests(body).get(slug=superior))
    except Contest.DoesNotExist:
        refuse(f"Không có cuộc thi công khai nào có địa chỉ {superior}.", Exit.NO_INPUT)


def _facts(imported: Imported) -> dict[str, Any]:
    campaign = imported.campaign
    return {
        "campaign": campaign.pk,
        "title": campaign.title,
        "new": imported.is_new,
        "activities": campaign.activities.count(),
        "committees": campaign.committees.count(),
        "agencies": campaign.agencies.count(),
        "tasks": campaign.tasks.filter(asks="").count(),
        "questions": campaign.tasks.exclude(asks="").filter(answered_at=None).count(),
        "contests": list(campaign.contests.order_by("pk").values_list("slug", flat=True)),
    }


def _show(imported: Imported) -> None:
    told = _facts(imported)
    begins = (
        "Đã lập kế hoạch triển khai"
        if imported.is_new
        else "Văn bản này đã được nạp trước đó; kế hoạch triển khai"
    )
    screen.print(f"{begins} “{told['title']}”.", markup=False)
    screen.print(
        f"{told['activities']} hoạt động, {told['committees']} ban, tổ, {told['agencies']} cơ "
        f"quan được phân công, {told['tasks']} nhiệm vụ, {told['questions']} nội dung còn để ngỏ."
    )
