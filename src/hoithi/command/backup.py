"""`hoithi backup` and `hoithi restore`: the database and the files, never the keys."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import msgspec
from django.conf import settings
from django.db import connection

from hoithi.command.screen import Exit, read_by_program, refuse, say_json, screen
from hoithi.command.serve import only_web_process
from hoithi.kit import clock
from hoithi.rehearsals.readiness.machine import BACKUP_MARK

STATEMENT = "sao-luu.json"
_PASSING = ("incoming", "made")
"""Folders of what is being received, and of what is made for a day (slips hold ways in)."""
_DATABASE = {"sqlite": "hoithi.sqlite3", "postgresql": "hoithi.dump"}


class Backup(msgspec.Struct, frozen=True):
    """What a folder holds."""

    at: datetime
    database: str
    folder: str
    files: int


def backup(folder: Path, *, json: bool = False) -> None:
    """Sao lưu cơ sở dữ liệu và tệp đính kèm khi hệ thống đang chạy. Khóa mã hóa để riêng.

    Parameters
    ----------
    folder
        Thư mục mới (hoặc rỗng) để ghi bản sao lưu.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        refuse(f"{folder} đã có dữ liệu. Hãy chọn một thư mục mới cho mỗi bản sao lưu.")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    _COPY[connection.vendor](folder / _DATABASE[connection.vendor])
    files = _copy_files(Path(settings.MEDIA_ROOT), folder / "files")
    done = Backup(clock.now(), connection.vendor, str(folder.resolve()), files)
    # The statement comes last: a folder without it is no whole backup.
    (folder / STATEMENT).write_bytes(msgspec.json.encode(done))
    (settings.DATA / BACKUP_MARK).write_bytes(msgspec.json.encode(done))
    keys = settings.DATA / "keys.json"
    if json:
        say_json({**msgspec.to_builtins(done), "keys": str(keys)})
        return
    screen.print(f"Đã sao lưu cơ sở dữ liệu và {files} tệp vào {folder}.")
    screen.print(f"Khóa mã hóa KHÔNG nằm trong bản sao lưu: {keys}")
    screen.print("Hãy cất một bản của tệp khóa ở nơi khác; mất khóa là mất mọi thông tin cá nhân.")


def restore(folder: Path, *, json: bool = False) -> None:
    """Phục hồi cơ sở dữ liệu và tệp đính kèm vào một thư mục dữ liệu chưa có cơ sở dữ liệu.

    Parameters
    ----------
    folder
        Thư mục của một bản sao lưu.
    json
        In kết quả cho chương trình đọc.
    """
    read_by_program(json)
    try:
        made = msgspec.json.decode((folder / STATEMENT).read_bytes(), type=Backup)
    except (OSError, msgspec.DecodeError):
        refuse(f"{folder} không phải là một bản sao lưu trọn vẹn.", Exit.NO_INPUT)
    _refuse_other(made, folder)
    if only_web_process(settings.DATA) is None:
        refuse("Máy chủ đang chạy trên thư mục dữ liệu này. Hãy dừng máy chủ trước.")
    _restore_sqlite(folder / _DATABASE["sqlite"])
    files = _copy_files(folder / "files", Path(settings.MEDIA_ROOT))
    keys = settings.DATA / "keys.json"
    if json:
        say_json({"at": made.at.isoformat(), "files": files, "keys": str(keys)})
        return
    screen.print(f"Đã phục hồi bản sao lưu ngày {made.at:%d/%m/%Y} và {files} tệp.")
    screen.print(f"Trước khi chạy, hãy đặt lại tệp khóa của hệ thống cũ vào {keys}.")


def _refuse_other(made: Backup, folder: Path) -> None:
    """Only a copy of SQLite is put back here, and only into SQLite."""
    if made.database != connection.vendor:
        refuse(f"Bản sao lưu là của {made.database}, hệ thống này dùng {connection.vendor}.")
    if made.database == "postgresql":
        refuse(
            "Với PostgreSQL hãy phục hồi vào một cơ sở dữ liệu trống bằng: pg_restore --no-owner "
            f"--dbname=DATABASE_URL {folder / _DATABASE['postgresql']}; rồi chép thư mục files."
        )


def _restore_sqlite(source: Path) -> None:
    target = Path(connection.settings_dict["NAME"])
    if target.exists():
        refuse(f"{target} đã có. Hãy chuyển nó đi nơi khác rồi phục hồi; không ghi đè dữ liệu nào.")
    _refuse_damaged(source)
    half = target.with_name(f"{target.name}.new")
    shutil.copyfile(source, half)
    half.chmod(0o600)
    half.rename(target)


def _refuse_damaged(path: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
            found = database.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as error:
        found = str(error)
    if found != "ok":
        refuse(f"Bản sao lưu {path} bị hỏng ({found}).", Exit.NO_INPUT)


def _copy_sqlite(path: Path) -> None:
    """SQLite's own online backup. In one step: under WAL nobody waits for it, and in pieces it
    would begin again after every write of another process."""
    connection.ensure_connection()
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        # One file that is whole by itself; the served database goes back to WAL when opened.
        copy.execute("PRAGMA journal_mode=DELETE")
    path.chmod(0o600)
    _refuse_damaged(path)


def _copy_postgresql(path: Path) -> None:
    program = shutil.which("pg_dump")
    if program is None:
        refuse("Máy này không có pg_dump nên không sao lưu được PostgreSQL. Hãy cài gói khách.")
    facts = connection.settings_dict
    names = {"--dbname": "NAME", "--username": "USER", "--host": "HOST", "--port": "PORT"}
    wanted = [f"{option}={facts[name]}" for option, name in names.items() if facts[name]]
    command = [program, "--format=custom", "--no-password", f"--file={path}", *wanted]
    ran = subprocess.run(command, env=_with_password(facts["PASSWORD"]), check=False)
    if ran.returncode:
        refuse("pg_dump không thành công; bản sao lưu này không dùng được.", Exit.FOUND)
    path.chmod(0o600)


def _with_password(password: str) -> dict[str, str]:
    return {"PATH": "/usr/bin:/bin", **({"PGPASSWORD": password} if password else {})}


def _copy_files(source: Path, target: Path) -> int:
    """Uploads are never changed, so copying them one by one is a whole copy."""
    passing = {source / name for name in _PASSING}
    found = [
        path
        for path in source.rglob("*")
        # A link in a folder that came from elsewhere could bring any file of this machine along.
        if path.is_file() and not path.is_symlink() and not passing & set(path.parents)
    ]
    for path in found:
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        shutil.copy2(path, copy)
    return len(found)


_COPY: dict[str, Callable[[Path], None]] = {
    "sqlite": _copy_sqlite,
    "postgresql": _copy_postgresql,
}
