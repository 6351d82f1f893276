"""`hoithi check` finds what would make the day go wrong, and says what to do."""

import json
import os
import secrets
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.db import connection

from hoithi.people import facts
from hoithi.people.models import RoleName
from hoithi.rehearsals.readiness.machine import WORKER_BEAT
from hoithi.sittings.models import PaperPool
from tests import make
from tests.command.conftest import Run
from tests.command.neighbours import Neighbours
from tests.live import scene

pytestmark = pytest.mark.usefixtures("at")


@pytest.fixture
def ready(installation: Path, settings: Any, neighbours: Neighbours) -> Path:
    """An installation on which nothing is a fault."""
    settings.PUBLIC_ADDRESS, settings.SECURE = neighbours.site, True
    settings.TIME_SERVERS = [neighbours.time]
    (installation / WORKER_BEAT).touch()
    scene.contest()
    return installation


def levels(run: Run) -> dict[str, str]:
    return {line["name"]: line["level"] for line in json.loads(run("check", "--json").out)}


def test_nothing_is_a_fault_on_a_ready_installation(run: Run, ready: Path) -> None:
    run("backup", str(ready / "luu"))
    found = levels(run)
    assert {name: level for name, level in found.items() if level != "ok"} == {
        "Thư điện tử": "attention",
        "Xác thực hai lớp": "attention",
    }
    assert run("check").code == 0


def no_papers(_folder: Path, _settings: Any) -> None:
    PaperPool.objects.all().delete()


def silent_worker(folder: Path, _settings: Any) -> None:
    long_ago = time.time() - 600
    os.utime(folder / WORKER_BEAT, (long_ago, long_ago))


def no_worker(folder: Path, _settings: Any) -> None:
    (folder / WORKER_BEAT).unlink()


def readable_keys(folder: Path, _settings: Any) -> None:
    (folder / "keys.json").chmod(0o644)


def no_keys(folder: Path, _settings: Any) -> None:
    (folder / "keys.json").unlink()


def plain_http(_folder: Path, settings: Any) -> None:
    settings.PUBLIC_ADDRESS, settings.SECURE = "http://hoithi.example.vn", False


def dead_mail(_folder: Path, settings: Any) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


def clock_set_back(_folder: Path, _settings: Any) -> None:
    from hoithi.journal.models import Entry  # noqa: PLC0415 - one story needs it

    Entry.objects.update(at=make.AT + timedelta(hours=1))


def careless_disk(_folder: Path, _settings: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous = OFF")


def foreign_keys(_folder: Path, settings: Any) -> None:
    body = make.body()
    row, _index = facts.sealed_identity(
        body.pk, {"full_name": "Nguyễn An"}, "N. A**", make.AT, None
    )
    row.save()
    fresh = {number: secrets.token_hex(32) for number in settings.KEYS.encryption}
    settings.KEYS = msgspec.structs.replace(settings.KEYS, encryption=fresh)


def missing_tables(_folder: Path, _settings: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'results'")


@pytest.mark.parametrize(
    ("spoil", "name"),
    [
        pytest.param(no_papers, "Bộ đề", id="no papers"),
        pytest.param(silent_worker, "Việc nền", id="silent worker"),
        pytest.param(no_worker, "Việc nền", id="no worker"),
        pytest.param(readable_keys, "Khóa mã hóa", id="keys that others may read"),
        pytest.param(no_keys, "Khóa mã hóa", id="no keys"),
        pytest.param(plain_http, "Địa chỉ", id="no https"),
        pytest.param(dead_mail, "Thư điện tử", id="mail that does not answer"),
        pytest.param(clock_set_back, "Đồng hồ", id="clock set back"),
        pytest.param(careless_disk, "Ghi xuống đĩa", id="no fsync"),
        pytest.param(foreign_keys, "Thông tin cá nhân", id="keys of another installation"),
        pytest.param(missing_tables, "Cơ sở dữ liệu", id="missing migrations"),
    ],
)
def test_each_fault_is_found_and_says_what_to_do(
    run: Run, ready: Path, settings: Any, spoil: Callable[[Path, Any], None], name: str
) -> None:
    spoil(ready, settings)

    ran = run("check", "--json")

    faults = [line for line in json.loads(ran.out) if line["level"] == "fault"]
    assert (ran.code, len(faults)) == (1, 1)
    assert faults[0]["name"].startswith(name)
    assert faults[0]["to_do"]


def test_an_old_backup_and_a_missing_second_factor_are_told(run: Run, ready: Path) -> None:
    make.holder(RoleName.ORGANISER)
    old = (make.AT - timedelta(hours=3)).isoformat()
    (ready / "last-backup.json").write_text(json.dumps({"at": old}))
    found = levels(run)
    assert (found["Sao lưu"], found["Xác thực hai lớp"]) == ("attention", "attention")
