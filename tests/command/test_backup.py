"""A backup is a whole moment of the database with its files, and comes back as it was."""

import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from tests import databases, make
from tests.command.conftest import Run


@pytest.fixture
def saved(run: Run, installation: Path) -> Path:
    """A backup of one body and one file."""
    make.body("UBND xã Hòa Sơn")
    (installation / "files" / "ab").mkdir(parents=True)
    (installation / "files" / "ab" / "abc").write_bytes(b"bytes")
    assert run("backup", str(installation / "luu")).code == 0
    return installation / "luu"


def test_a_backup_holds_rows_and_files_and_no_keys(saved: Path) -> None:
    rows = sqlite3.connect(saved / "hoithi.sqlite3").execute(
        "SELECT name FROM people_organisingbody"
    )
    assert rows.fetchall() == [("UBND xã Hòa Sơn",)]
    assert sorted(path.name for path in saved.rglob("*") if path.is_file()) == [
        "abc",
        "hoithi.sqlite3",
        "sao-luu.json",
    ]


def test_links_and_what_is_only_passing_are_left_out(run: Run, installation: Path) -> None:
    for name in ("ab", "made", "incoming"):
        (installation / "files" / name).mkdir(parents=True)
        (installation / "files" / name / "abc").write_bytes(b"bytes")
    (installation / "files" / "ab" / "link").symlink_to("/etc/hostname")
    run("backup", str(installation / "luu"))
    kept = installation / "luu" / "files"
    assert [path.relative_to(kept).as_posix() for path in kept.rglob("*") if path.is_file()] == [
        "ab/abc"
    ]


def test_a_backup_comes_back(run: Run, saved: Path, tmp_path: Path, settings: Any) -> None:
    other = tmp_path / "moi"
    other.mkdir()
    settings.DATA, settings.MEDIA_ROOT = other, other / "files"

    with databases.used(databases.sqlite(other / "hoithi.sqlite3")):
        ran, again = run("restore", str(saved)), run("restore", str(saved))

    assert (ran.code, (other / "files" / "ab" / "abc").read_bytes()) == (0, b"bytes")
    rows = sqlite3.connect(other / "hoithi.sqlite3").execute(
        "SELECT count(*) FROM people_organisingbody"
    )
    assert rows.fetchone() == (1,)
    assert again.code == 78, "it writes over nothing"


@pytest.mark.parametrize("damage", ["no statement", "damaged database", "nothing"])
def test_half_a_backup_is_refused(run: Run, saved: Path, damage: str, tmp_path: Path) -> None:
    if damage == "no statement":
        (saved / "sao-luu.json").unlink()
    elif damage == "nothing":
        shutil.rmtree(saved)
    else:
        (saved / "hoithi.sqlite3").write_bytes(b"no database" * 1000)

    with databases.used(databases.sqlite(tmp_path / "moi.sqlite3")):
        ran = run("restore", str(saved))

    assert (ran.code, (tmp_path / "moi.sqlite3").exists()) == (66, False)


def test_a_backup_never_mixes_with_another(run: Run, saved: Path) -> None:
    ran = run("backup", str(saved))
    assert (ran.code, "đã có dữ liệu" in ran.said) == (78, True)
