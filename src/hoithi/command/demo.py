"""`hoithi demo`: fills an empty installation with a demonstration."""

import math
import secrets
import sys
from base64 import b32encode
from pathlib import Path
from time import monotonic

from django.conf import settings
from django.core.management import call_command
from rich.status import Status
from rich.table import Table

from hoithi.command.screen import screen
from hoithi.kit import clock
from hoithi.people.actions.register import load_register
from hoithi.people.models import OrganisingBody, Person
from hoithi.rehearsals.demo import story, world

EXAMPLES = Path(story.__file__).parent / "examples"
"""Links into `examples` at the top; an installed package holds the files themselves."""
CANNOT = 78
MARK = "demo"
"""A file in the data folder: this installation is a demonstration, with this secret."""
BEFORE = (
    "Lần chạy đầu tiên cần nạp dữ liệu dùng thử: danh mục tỉnh, xã; các cơ quan; hai cuộc thi với "
    "người dự thi giả định; kết quả tuần thứ Nhất; bảy kế hoạch. Việc này mất vài phút, "
    "máy chậm có thể hơn 10 phút; các lần sau mở ngay."
)
SAID_EVERY = 10.0
"""Seconds between two lines about the same stage."""
BEGUN = "demo.begun"
"""A file there while a demonstration is being filled in."""


def demo(*, if_empty: bool = False, people: int | None = None) -> None:
    """Nạp dữ liệu dùng thử: tám cơ quan, bảy kế hoạch, hai cuộc thi, hàng nghìn người dự thi.

    Parameters
    ----------
    if_empty
        Không làm gì, và không coi là lỗi, khi đã có dữ liệu.
    people
        Số người dự thi giả định của cuộc thi cấp xã trong tuần thứ Nhất.
    """
    call_command("migrate", verbosity=0)
    _clear_what_was_interrupted()
    if OrganisingBody.objects.exists() or Person.objects.exists():
        _leave_as_it_is(if_empty=if_empty)
        return
    if settings.PUBLIC_ADDRESS or set(settings.ALLOWED_HOSTS) - {"localhost", "127.0.0.1", "[::1]"}:
        screen.print("Bản dùng thử không mở ra ngoài: hãy bỏ HOITHI_ADDRESS và HOITHI_HOSTS.")
        sys.exit(CANNOT)
    _fill(people)
    show_accounts()


def _clear_what_was_interrupted() -> None:
    begun, mark = settings.DATA / BEGUN, settings.DATA / MARK
    if begun.exists() and not mark.exists():
        screen.print("Lần nạp trước bị ngắt giữa chừng. Đang xóa phần dở dang và nạp lại từ đầu.")
        call_command("flush", interactive=False, verbosity=0)


def _fill(people: int | None) -> None:
    (settings.DATA / BEGUN).touch(mode=0o600)
    secret = b32encode(secrets.token_bytes(20)).decode()
    screen.print(BEFORE)
    with screen.status("") as status:
        hear = _Progress(status).hear
        hear("Nạp danh mục tỉnh, xã")
        load_register(clock.now())
        story.tell(EXAMPLES, secret=secret, people=people, at=clock.now(), told=hear)
    screen.print("Đã nạp xong dữ liệu dùng thử.")
    # The mark comes last: an installation that was interrupted is not taken for a whole one.
    mark = settings.DATA / MARK
    mark.touch(mode=0o600)
    mark.write_text(secret, encoding="ascii")
    (settings.DATA / BEGUN).unlink()


class _Progress:
    """What is being made, a line for each stage; counts within a stage come now and then."""

    def __init__(self, status: Status) -> None:
        self._status = status
        self._said_at = -math.inf
        self._stage = ""

    def hear(self, told: str) -> None:
        """Says it where a line is due; a screen that can be rewritten shows each count."""
        self._status.update(told)
        stage, _, count = told.partition(": ")
        now = monotonic()
        if stage != self._stage or (count and now - self._said_at >= SAID_EVERY):
            screen.print(f"  – {told}")
            self._stage, self._said_at = stage, now


def _leave_as_it_is(*, if_empty: bool) -> None:
    if settings.DEMO:
        show_accounts()
    if not if_empty:
        screen.print(
            "Thư mục dữ liệu đã có dữ liệu nên không nạp gì thêm. Hãy chọn thư mục khác bằng "
            "HOITHI_DATA, hoặc xóa thư mục cũ nếu không cần nữa."
        )
        sys.exit(CANNOT)


def show_accounts() -> None:
    """The addresses and accounts of the demonstration."""
    table = Table(title="Tài khoản dùng thử", title_justify="left")
    for heading in ("Tên đăng nhập", "Ai", "Cơ quan"):
        table.add_column(heading)
    table.add_row(world.OPERATOR.login, world.OPERATOR.post, "")
    for body in world.BODIES:
        for account in body.accounts:
            table.add_row(account.login, account.post, body.name)
    screen.print(table)
    screen.print(f"Mật khẩu chung: {world.PASSWORD}")
    for body in world.BODIES:
        if body.contest_slug:
            screen.print(f"Cuộc thi: /{body.contest_slug}/")
    screen.print("Trang quản trị: /quan-tri/")
