"""Whether the machine has room, keys, a backup, a worker, an address and mail."""

import json
import shutil
import smtplib
import stat
import time
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings

from hoithi.rehearsals.readiness.records import Line, attention, fault, ok

WORKER_BEAT = "worker.beat"
"""In the data folder: the worker touches it at every tick."""
BACKUP_MARK = "last-backup.json"
"""In the data folder: when and where the last backup was written."""
_GIGABYTE = 1024**3
_BEAT_SECONDS = 60.0
_DISK, _KEYS, _BACKUP = "Đĩa", "Khóa mã hóa", "Sao lưu"
_WORKER, _ADDRESS, _MAIL = "Việc nền", "Địa chỉ", "Thư điện tử"
_PROGRAM = "Chương trình"


def disk(folder: Path) -> Line:
    """There is room for the day."""
    free = shutil.disk_usage(folder).free / _GIGABYTE
    found = f"còn trống {free:.1f} GB"
    if free < 1:
        return fault(_DISK, found, "Giải phóng đĩa ngay: hết đĩa là không nhận được bài")
    if free < 5:
        return attention(_DISK, found, "Giải phóng ít nhất 5 GB trước ngày thi")
    return ok(_DISK, found)


def keys(folder: Path) -> Line:
    """The keys are there and nobody else may read them."""
    path = folder / "keys.json"
    if not path.exists():
        return fault(_KEYS, f"không có {path}", "Đặt lại tệp khóa từ nơi cất giữ riêng")
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return fault(_KEYS, f"{path} có quyền {mode:o}", f"Chạy: chmod 600 {path}")
    return ok(_KEYS, "chỉ người vận hành đọc được")


def backup(folder: Path, at: datetime, *, round_open: bool) -> Line:
    """A backup of yesterday at most; of an hour ago while people take part."""
    try:
        made = datetime.fromisoformat(json.loads((folder / BACKUP_MARK).read_text())["at"])
    except (OSError, ValueError, KeyError):
        return attention(_BACKUP, "chưa có bản sao lưu nào", "Chạy: hoithi backup THƯ_MỤC")
    age, most = at - made, timedelta(hours=2 if round_open else 26)
    found = f"bản gần nhất cách đây {age.total_seconds() / 3600:.1f} giờ"
    if age > most:
        return attention(_BACKUP, found, "Chạy: hoithi backup THƯ_MỤC (mỗi giờ khi đang thi)")
    return ok(_BACKUP, found)


def worker(folder: Path) -> Line:
    """The worker closes rounds, marks and publishes; without it nothing happens by itself."""
    path = folder / WORKER_BEAT
    age = time.time() - path.stat().st_mtime if path.exists() else None
    if age is None or age > _BEAT_SECONDS:
        found = "không chạy trên máy này" if age is None else f"im lặng đã {age:.0f} giây"
        return fault(_WORKER, found, "Chạy: hoithi serve (hoặc serve --only worker)")
    return ok(_WORKER, "đang chạy")


def address() -> Line:
    """Phones keep answers offline only in a secure context."""
    given = settings.PUBLIC_ADDRESS
    if settings.DEMO:
        return attention(_ADDRESS, "bản dùng thử", "Không dùng cho cuộc thi thật")
    if not given:
        return attention(
            _ADDRESS,
            "chưa khai báo địa chỉ công khai",
            "Đặt HOITHI_ADDRESS=https://…; nếu không, trang thi bị đóng khi mất mạng sẽ không "
            "tự mở lại được và cookie không được bảo vệ",
        )
    if not settings.SECURE:
        return fault(
            _ADDRESS,
            f"{given} không phải https",
            "Dùng https: không có https thì bài làm không được giữ trên máy khi mất mạng",
        )
    return ok(_ADDRESS, given)


def program() -> Line:
    """A fault of the program shows nobody its insides."""
    if settings.DEBUG:
        return fault(_PROGRAM, "đang chạy ở chế độ gỡ lỗi (DEBUG)", "Tắt DEBUG")
    return ok(_PROGRAM, "chế độ gỡ lỗi đã tắt")


def mail() -> Line:
    """Messages reach people, if mail is used at all."""
    if not settings.EMAIL_BACKEND.endswith("smtp.EmailBackend"):
        return attention(
            _MAIL, "không gửi thư ra ngoài", "Đặt HOITHI_MAIL và HOITHI_MAIL_HOST nếu cần gửi thư"
        )
    try:
        with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=5) as server:
            server.noop()
    except (OSError, smtplib.SMTPException) as error:
        return fault(
            _MAIL, f"{settings.EMAIL_HOST} không trả lời ({error})", "Kiểm tra máy chủ thư"
        )
    return ok(_MAIL, f"{settings.EMAIL_HOST} trả lời")
