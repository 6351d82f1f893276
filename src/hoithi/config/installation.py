"""What belongs to one installation: its data folder, its secrets, its database address."""

import json
import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import msgspec
from django.core.exceptions import ImproperlyConfigured


class Secrets(msgspec.Struct, frozen=True):
    """Keys outside the database: for signing, for encryption and for blind indexes, by number."""

    signing: str
    encryption: dict[int, str]
    index: dict[int, str]


def data_folder() -> Path:
    """Where this installation keeps its database, files and keys (`HOITHI_DATA`)."""
    folder = Path(os.environ.get("HOITHI_DATA", "var/data")).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secrets_of(folder: Path) -> Secrets:
    """The keys of the installation, made on first use in a file that only its owner may read."""
    path = folder / "keys.json"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return msgspec.json.decode(path.read_bytes(), type=Secrets)
    fresh = Secrets(secrets.token_hex(32), {1: secrets.token_hex(32)}, {1: secrets.token_hex(32)})
    with os.fdopen(handle, "w") as file:
        json.dump(msgspec.to_builtins(fresh, str_keys=True), file)
        file.flush()
        os.fsync(file.fileno())
    return fresh


def demo_secret(folder: Path) -> str | None:
    """The second factor of demonstration accounts; None where `hoithi demo` did not make this.

    A demonstration has known passwords, so it refuses to be given a public name.
    """
    mark = folder / "demo"
    if not mark.exists():
        return None
    if os.environ.get("HOITHI_ADDRESS") or os.environ.get("HOITHI_HOSTS"):
        raise ImproperlyConfigured(
            "Bản dùng thử có mật khẩu ai cũng biết nên không được mở ra ngoài: hãy bỏ "
            "HOITHI_ADDRESS và HOITHI_HOSTS, hoặc chọn thư mục dữ liệu khác (HOITHI_DATA)."
        )
    return mark.read_text().strip()


def database(folder: Path) -> dict[str, Any]:
    """Django's description of the database: SQLite in the folder, or `DATABASE_URL`."""
    address = os.environ.get("DATABASE_URL", "")
    return postgresql(address) if address else sqlite(folder / "hoithi.sqlite3")


def sqlite(path: Path) -> dict[str, Any]:
    """Django's description of a SQLite database: every commit reaches the disk (FULL)."""
    return {
        "ENGINE": "hoithi.config.sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;"
                "PRAGMA cache_size=-32000;PRAGMA mmap_size=268435456;PRAGMA temp_store=MEMORY"
            ),
        },
    }


def postgresql(address: str) -> dict[str, Any]:
    """Django's description of a PostgreSQL database behind a transaction-pooling proxy."""
    parts = urlsplit(address)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "DISABLE_SERVER_SIDE_CURSORS": True,
        "OPTIONS": {"application_name": "hoithi"},
    }
