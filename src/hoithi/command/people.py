"""`hoithi operator`, `units`, `erase`, `keys`: people, the register, personal data."""

import os
import secrets
from datetime import date
from typing import Literal

import msgspec
from django.conf import settings
from django.urls import reverse

from hoithi import wording
from hoithi.command.screen import Exit, read_by_program, refuse, say_json, screen
from hoithi.command.words import app_named
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.people import actions, facts
from hoithi.people.facts.accounts import NewAccount

operator = app_named("operator", "Người quản trị hệ thống.")
units = app_named("units", "Danh mục đơn vị hành chính.")
keys = app_named("keys", "Khóa mã hóa thông tin cá nhân.")


@operator.command
def create(login: str, full_name: str, *, port: int = 8000) -> None:
    """Tạo người quản trị hệ thống và in đường dẫn dùng một lần để đặt mật khẩu.

    Parameters
    ----------
    login
        Tên đăng nhập: chữ thường không dấu, số, dấu chấm.
    full_name
        Họ và tên.
    port
        Cổng của máy chủ, khi chưa có HOITHI_ADDRESS.
    """
    at = clock.now()
    try:
        slip = actions.make_account(NewAccount(login, full_name), body=None, by=None, at=at)
    except Refusal as refusal:
        refuse(wording.sentence(refusal), Exit.REFUSED)
    actions.make_first_operator_role(slip.person, at=at)
    site = settings.PUBLIC_ADDRESS or f"http://127.0.0.1:{port}"
    screen.print(f"Tên đăng nhập: {slip.person.login}")
    screen.print(f"Đường dẫn đặt mật khẩu (dùng một lần, trong 14 ngày):\n{site}", end="")
    screen.print(reverse("sign_in_link", args=[slip.token]))


@units.command
def load() -> None:
    """Nạp danh mục tỉnh, xã, phường, đặc khu và lịch sử sắp xếp; chạy lại không trùng."""
    with screen.status("Đang nạp danh mục đơn vị hành chính…"):
        loaded = actions.load_register(clock.now())
    screen.print(
        f"Đã thêm {loaded.units} đơn vị, {loaded.versions} giai đoạn, "
        f"{loaded.successions} lần sắp xếp."
    )


def erase(*, before: date | None = None, json: bool = False) -> None:
    """Xóa thông tin cá nhân đã hết thời hạn lưu giữ mà cuộc thi công bố.

    Parameters
    ----------
    before
        Xóa thông tin hết hạn trước ngày này (năm-tháng-ngày); không ghi thì là hôm nay.
    json
        In số người cho chương trình đọc.
    """
    read_by_program(json)
    if before and before > clock.now().date():
        refuse(
            "Chỉ xóa được thông tin đã hết thời hạn lưu giữ: chọn ngày không sau hôm nay.",
            Exit.REFUSED,
        )
    erased = actions.erase_due(clock.now(), before=before)
    if json:
        say_json({"erased": erased})
        return
    screen.print(f"Đã xóa thông tin cá nhân của {erased} người; tên rút gọn được giữ lại.")


@keys.command
def add(which: Literal["encryption", "index"]) -> None:
    """Thêm một khóa mới; sau đó khởi động lại `serve` rồi chạy `hoithi keys apply`."""
    stored = msgspec.to_builtins(settings.KEYS, str_keys=True)
    number = max(map(int, stored[which])) + 1
    stored[which][str(number)] = secrets.token_hex(32)
    path = settings.DATA / "keys.json"
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(msgspec.json.encode(stored))
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    screen.print(f"Đã thêm khóa số {number}. Hãy sao lưu keys.json và khởi động lại.")


@keys.command
def apply() -> None:
    """Mã hóa lại thông tin cá nhân, xác thực hai lớp bằng khóa mới nhất; chạy lại được."""
    with screen.status("Đang mã hóa lại…"):
        changed = actions.apply_newest_keys()
        factors = actions.apply_newest_key_to_second_factors()
    screen.print(
        f"Đã mã hóa lại {changed} người và {factors} xác thực hai lớp bằng khóa số "
        f"{facts.encryption_key_number()}, khóa tra cứu số {facts.index_key_number()}."
    )
