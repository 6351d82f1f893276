"""Whether what is acknowledged is on disk: tables, durability, clock."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from hoithi.journal.models import Entry
from hoithi.rehearsals.readiness.records import Line, attention, fault, ok

_TABLES = "Cơ sở dữ liệu"
_DURABLE = "Ghi xuống đĩa"
_CLOCK = "Đồng hồ"
_MOST_OFFSET = timedelta(seconds=1)


def tables() -> Line:
    """The database answers, and every migration is applied."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        said = str(error).strip().splitlines()[0]
        return fault(_TABLES, f"không kết nối được ({said})", "Kiểm tra DATABASE_URL và máy chủ")
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        return fault(_TABLES, f"còn {len(missing)} bước chưa cập nhật", "Chạy: hoithi migrate")
    return ok(_TABLES, f"{connection.vendor}, đã cập nhật")


def durability() -> Iterator[Line]:
    """An acknowledged answer survives a power cut."""
    wrong = dict(_sqlite() if connection.vendor == "sqlite" else _postgresql())
    if wrong:
        found = ", ".join(f"{name} = {value}" for name, value in wrong.items())
        yield fault(
            _DURABLE, found, "Sửa cấu hình cơ sở dữ liệu; bài đã nhận có thể mất khi cúp điện"
        )
    else:
        yield ok(_DURABLE, "mỗi bài làm nằm trên đĩa trước khi báo đã lưu")
    if connection.vendor == "postgresql" and not _setting("synchronous_standby_names"):
        yield attention(
            "Máy chủ dự phòng",
            "không có máy chủ PostgreSQL dự phòng đồng bộ",
            "Cấu hình synchronous_standby_names nếu cuộc thi cần chịu được hỏng cả máy chủ",
        )


def _sqlite() -> Iterator[tuple[str, object]]:
    for name, wanted in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {name}")
            found = cursor.fetchone()[0]
        if found != wanted:
            yield name, found


def _postgresql() -> Iterator[tuple[str, object]]:
    wanted = {
        "fsync": {"on"},
        "full_page_writes": {"on"},
        "synchronous_commit": {"on", "remote_apply"},
    }
    for name, values in wanted.items():
        found = _setting(name)
        if found not in values:
            yield name, found


def _setting(name: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [name])
        return str(cursor.fetchone()[0])


def clock(at: datetime) -> Line:
    """The server's clock agrees with the database's, and was not set back."""
    newest = Entry.objects.order_by("-at").values_list("at", flat=True).first()
    if newest is not None and newest > at + _MOST_OFFSET:
        return fault(
            _CLOCK,
            f"nhật ký có dòng muộn hơn bây giờ {(newest - at).total_seconds():.0f} giây",
            "Đồng hồ máy chủ đã bị lùi hoặc sai; chỉnh lại bằng NTP trước khi mở đợt thi",
        )
    offset = _offset(at)
    if abs(offset) > _MOST_OFFSET:
        return fault(
            _CLOCK,
            f"lệch {offset.total_seconds():.1f} giây so với máy cơ sở dữ liệu",
            "Đồng bộ cả hai máy bằng NTP",
        )
    return ok(_CLOCK, f"lệch {abs(offset).total_seconds():.1f} giây so với cơ sở dữ liệu")


def _offset(at: datetime) -> timedelta:
    """SQLite has no clock of its own."""
    if connection.vendor == "sqlite":
        return timedelta()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        now: datetime = cursor.fetchone()[0]
    return now - at
