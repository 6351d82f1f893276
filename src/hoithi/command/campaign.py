"""`hoithi campaign`: a campaign written as a file for another body, and opened from one."""

from pathlib import Path
from typing import Any

from hoithi.campaigns.models import Campaign
from hoithi.command.plan_import import body_of, bytes_of
from hoithi.command.screen import Exit, read_by_program, refuse, say_json, screen
from hoithi.command.words import app_named
from hoithi.core.handing.file import MOST_BYTES
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.plans import actions
from hoithi.wording import sentence

campaign = app_named("campaign", "Việc với một kế hoạch đang triển khai.")


@campaign.command
def export(number: int, file: Path) -> None:
    """Xuất một kế hoạch thành tệp cho đơn vị khác, không có thông tin cá nhân.

    Parameters
    ----------
    number
        Số của kế hoạch, như trên địa chỉ trang của nó.
    file
        Tệp sẽ ghi; tệp đã có thì không ghi đè.
    """
    found = Campaign.objects.select_related("body").filter(pk=number).first()
    if found is None:
        refuse(f"Không có kế hoạch nào mang số {number}.", Exit.NO_INPUT)
    data = actions.export(found, by=None, at=clock.now())
    try:
        with file.open("xb") as written:
            written.write(data)
    except OSError:
        refuse(f"Không ghi được tệp {file}. Hãy chọn một tệp chưa có, ở thư mục ghi được.")
    screen.print(f"Đã xuất “{found.title}” ({len(data)} byte) vào {file}.", markup=False)


@campaign.command(name="import")
def import_(file: Path, *, body: str | None = None, json: bool = False) -> None:
    """Mở tệp kế hoạch của đơn vị khác thành bản dự thảo. Tệp đã nhận thì không lập thêm lần nữa.

    Parameters
    ----------
    file
        Tệp có đuôi .hoithi.json.
    body
        Mã của đơn vị nhận; không ghi thì là đơn vị duy nhất trên hệ thống.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    over = body_of(body)
    data = bytes_of(file, most=MOST_BYTES)
    try:
        opened = actions.open_file(data, body=over, by=None, at=clock.now())
    except Refusal as refusal:
        refuse(sentence(refusal))
    say_json(_facts(opened)) if json else _show(opened)


def _facts(opened: actions.Opened) -> dict[str, Any]:
    made = opened.campaign
    return {
        "campaign": made.pk,
        "title": made.title,
        "new": opened.is_new,
        "activities": made.activities.count(),
        "tasks": made.tasks.filter(asks="").count(),
        "questions": made.tasks.exclude(asks="").filter(answered_at=None).count(),
        "contests": list(made.contests.order_by("pk").values_list("slug", flat=True)),
    }


def _show(opened: actions.Opened) -> None:
    told = _facts(opened)
    begins = "Đã lập bản dự thảo" if opened.is_new else "Tệp này đã được nhận trước đó; bản dự thảo"
    screen.print(f"{begins} “{told['title']}” (số {told['campaign']}).", markup=False)
    screen.print(
        f"{told['activities']} hoạt động, {told['tasks']} nhiệm vụ, "
        f"{told['questions']} nội dung cần xem lại."
    )
