"""Commands run on a SQLite file of their own, in a data folder of their own."""

import contextvars
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from hoithi.command import app, screen
from tests import databases
from tests.command.neighbours import Neighbours, settled


@dataclass(frozen=True)
class Ran:
    """What a command said, to people and to programs, and its exit code."""

    code: int
    said: str
    out: str


Run = Callable[..., Ran]


@pytest.fixture
def installation(
    sqlite_template: Path, tmp_path: Path, django_db_blocker: Any, settings: Any
) -> Iterator[Path]:
    """The data folder of an installation with all tables and no rows."""
    description = databases.sqlite_copy(sqlite_template, tmp_path / "hoithi.sqlite3")
    settings.DATA, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"
    (tmp_path / "keys.json").write_text("{}")
    (tmp_path / "keys.json").chmod(0o600)
    with django_db_blocker.unblock(), databases.used(description):
        yield tmp_path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs `hoithi` with these words."""

    def run(*words: str) -> Ran:
        heard = io.StringIO()
        for console in (screen.screen, screen.aside):
            wide = Console(file=heard, highlight=False, soft_wrap=True, width=200)
            monkeypatch.setattr(console, "_file", wide.file)
        code = 0
        try:
            contextvars.copy_context().run(app, list(words))
        except SystemExit as end:
            code = int(end.code or 0)
        return Ran(code, heard.getvalue(), capsys.readouterr().out)

    return run


@pytest.fixture
def neighbours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Neighbours]:
    """A site whose certificate this machine trusts, and a right clock."""
    made = settled(tmp_path / "neighbours")
    monkeypatch.setenv("SSL_CERT_FILE", str(made.folder / "trusted.pem"))
    yield made
    made.leave()
