"""Databases on disk for tests that need several connections: SQLite files, a private PostgreSQL."""

import fcntl
import os
import pwd
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
from django.apps import apps
from django.core.management import call_command
from django.db import connections

from hoithi.config.installation import postgresql, sqlite

_numbers = count(1)
MEMORY = "file:memorydb_default?mode=memory&cache=shared"
KEPT = Path(__file__).parents[1] / "var" / "tests"


@contextmanager
def used(description: dict[str, Any]) -> Iterator[None]:
    """Points the default alias of this process at another database; every thread follows."""
    before, wrapper = connections.settings["default"], connections["default"]
    whole = {**connections.configure_settings({"default": description})["default"]}
    connections.settings["default"] = whole
    del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = before
        connections["default"] = wrapper


def sqlite_tables() -> Path:
    """A SQLite file with all tables, to be copied: made once for these migrations, then kept.

    Every process of every run takes it from `var/tests`; the first one makes it, the others wait.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    kept = KEPT / f"tables-{_migrations()}.sqlite3"
    with (KEPT / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            for old in KEPT.glob("*.sqlite3"):
                old.unlink()
            with tempfile.TemporaryDirectory(dir=KEPT) as making:
                _migrated_sqlite(Path(making)).rename(kept)
    return kept


def _migrations() -> str:
    """The digest of everything that makes tables."""
    modules = [module for app in apps.get_app_configs() for module in _modules(Path(app.path))]
    return sha256(b"".join(module.read_bytes() for module in modules)).hexdigest()[:16]


def _modules(app: Path) -> list[Path]:
    return sorted(app.glob("migrations/*.py"))


def _migrated_sqlite(folder: Path) -> Path:
    """Made by a process of its own: a test that drives a browser has an event loop here."""
    source = str(KEPT.parents[1] / "src")
    told = {"HOITHI_DATA": str(folder), "DATABASE_URL": "", "PYTHONPATH": source}
    environment = {**os.environ, **told, "DJANGO_SETTINGS_MODULE": "hoithi.config.settings"}
    command = [sys.executable, "-m", "hoithi.command", "migrate"]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return folder / "hoithi.sqlite3"


@contextmanager
def in_memory(template: Path) -> Iterator[None]:
    """Points the default connection at a database in memory with the tables of the template."""
    wrapper = connections["default"]
    name = wrapper.settings_dict["NAME"]
    wrapper.close()
    wrapper.settings_dict["NAME"] = connections.settings["default"]["NAME"] = MEMORY
    wrapper.ensure_connection()
    with closing(sqlite3.connect(template)) as tables:
        tables.backup(wrapper.connection)
    try:
        yield
    finally:
        wrapper.close()
        wrapper.settings_dict["NAME"] = connections.settings["default"]["NAME"] = name


def sqlite_copy(template: Path, path: Path) -> dict[str, Any]:
    """The description of a fresh copy of the file."""
    shutil.copy(template, path)
    return sqlite(path)


def postgres_programs() -> Path | None:
    """Where initdb and postgres are on this machine; None without PostgreSQL."""
    folders = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep)]
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = (one for one in folders if (one / "initdb").exists() and (one / "postgres").exists())
    return next(found, None)


@dataclass
class Cluster:
    """A private PostgreSQL server in a folder of its own, with fsync on."""

    folder: Path
    programs: Path
    port: int

    @property
    def address(self) -> str:
        """Without the name of a database."""
        return f"postgresql://hoithi@127.0.0.1:{self.port}"

    def start(self) -> None:
        """Starts the server and waits until it answers."""
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1"
        self._control("start", "-w", "-o", options, "-l", str(self.folder / "log"))

    def stop(self, mode: str = "fast") -> None:
        """Stops the server; `immediate` is like a power cut without losing the disk's cache."""
        self._control("stop", "-w", "-m", mode)

    def create(self) -> None:
        """Makes the cluster. PostgreSQL refuses root, so root becomes `postgres` for it."""
        self.folder.mkdir(parents=True)
        if owner := _other_user():
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
        data = str(self.folder / "data")
        flags = ["-A", "trust", "-U", "hoithi", "-E", "UTF8", "--locale=C"]
        _as_owner([str(self.programs / "initdb"), "-D", data, *flags])

    def _control(self, *arguments: str) -> None:
        data = str(self.folder / "data")
        _as_owner([str(self.programs / "pg_ctl"), "-D", data, *arguments])

    def query(self, sql: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """The rows that a statement answers."""
        with psycopg.connect(f"{self.address}/{database}", autocommit=True) as connection:
            cursor = connection.execute(sql)  # type: ignore[arg-type]  # the tests' own text
            return cursor.fetchall() if cursor.description else []

    def copy_of(self, template: str) -> dict[str, Any]:
        """The description of a fresh copy of a database."""
        name = f"copy_{next(_numbers)}"
        self.query(f"CREATE DATABASE {name} TEMPLATE {template}")
        return postgresql(f"{self.address}/{name}")

    def migrated(self, name: str = "template_hoithi") -> str:
        """The name of a database with all tables, to be copied."""
        self.query(f"CREATE DATABASE {name}")
        with used(postgresql(f"{self.address}/{name}")):
            call_command("migrate", verbosity=0)
        return name


def _other_user() -> pwd.struct_passwd | None:
    return pwd.getpwnam("postgres") if os.geteuid() == 0 else None


def _as_owner(command: list[str]) -> None:
    owner = _other_user()
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        cwd="/",
    )


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
