"""`hoithi serve`: the web process and the worker process, watched over."""

import fcntl
import logging
import sys
from pathlib import Path
from typing import Annotated, Literal, TextIO

from cyclopts import Parameter
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from rich.console import Console

from hoithi.command.migrate import missing_steps
from hoithi.command.supervisor import Child, Supervisor

Part = Literal["room", "site", "worker"]

CANNOT_START = 78
"""EX_CONFIG of sysexits.h: the installation is not ready."""
NICENESS = 10

screen = Console(highlight=False, emoji=False, soft_wrap=True)


def serve(
    *,
    port: Annotated[int, Parameter(env_var="PORT")] = 8000,
    bind: Annotated[str, Parameter(env_var="HOITHI_BIND")] = "127.0.0.1",
    only: Part | None = None,
) -> None:
    """Phục vụ trang web và phòng thi; khởi động lại tiến trình nào bị dừng.

    Parameters
    ----------
    port
        Cổng của máy chủ.
    bind
        Địa chỉ mạng của máy chủ; 0.0.0.0 là mọi địa chỉ.
    only
        Chỉ chạy một phần: phòng thi (room), trang web (site) hoặc việc nền (worker).
    """
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    if problem := not_ready():
        screen.print(problem)
        sys.exit(CANNOT_START)
    lock = None if only == "worker" else only_web_process(settings.DATA)
    if only != "worker" and connection.vendor == "sqlite" and lock is None:
        screen.print(_ALREADY.format(folder=settings.DATA))
        sys.exit(CANNOT_START)
    call_command("collectstatic", interactive=False, verbosity=0)
    connections.close_all()
    if only != "worker":
        screen.print(f"Hội Thi phục vụ tại http://{bind}:{port}")
    Supervisor(children(port, bind, only)).run()


_MIGRATE = "Cơ sở dữ liệu chưa được cập nhật ({count} bước). Hãy chạy: hoithi migrate"
_ALREADY = (
    "Thư mục dữ liệu {folder} đang được một máy chủ khác phục vụ. Trên SQLite chỉ chạy một "
    "tiến trình web; muốn chạy nhiều hơn, hãy dùng PostgreSQL (DATABASE_URL)."
)


def not_ready() -> str | None:
    """Why the server cannot start, as a sentence; None when it can."""
    missing = missing_steps()
    return _MIGRATE.format(count=missing) if missing else None


def only_web_process(folder: Path) -> TextIO | None:
    """The right to be the one web process of a data folder; None when another has it.

    The right lasts as long as the returned file is open, and ends with the process.
    """
    file = (folder / "web.lock").open("w")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        file.close()
        return None
    return file


def children(port: int, bind: str, only: Part | None) -> list[Child]:
    """The processes of this machine: the web process, the worker, or one of them."""
    parts = "" if only is None else only
    environ = {"PORT": str(port), "HOITHI_BIND": bind, "HOITHI_ONLY": parts}
    web = Child("web", [sys.executable, "-m", "hoithi.config.web"], environ)
    worker = Child("worker", [sys.executable, "-m", "hoithi.command", "worker"], {}, NICENESS)
    if only == "worker":
        return [worker]
    return [web, worker] if only is None else [web]
