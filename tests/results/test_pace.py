"""Saves are answered in time while a ranking of 300,000 is stored by another process on SQLite."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hoithi.kit import clock
from hoithi.people.models import Tally
from hoithi.results.models import Chunk
from tests import databases

HOME = Path(__file__).parents[2]
LINES = 300_000


@pytest.fixture
def database(sqlite_template: Path, tmp_path: Path, django_db_blocker: Any) -> Iterator[Path]:
    """A database of its own, which this process uses too."""
    path = tmp_path / "pace.sqlite3"
    description = databases.sqlite_copy(sqlite_template, path)
    with django_db_blocker.unblock(), databases.used(description):
        yield path


def waits(writing: subprocess.Popen[bytes]) -> list[float]:
    """Seconds that each small write took while the process ran, in order of length."""
    taken = []
    while writing.poll() is None:
        begun = time.perf_counter()
        Tally.objects.create(key_hash="x", number=len(taken), count=1, ends_at=clock.now())
        taken.append(time.perf_counter() - begun)
    return sorted(taken)


@pytest.mark.long
def test_small_writes_wait_for_one_piece_and_never_for_the_whole(database: Path) -> None:
    command = [sys.executable, "-m", "tests.results.storing", str(database), str(LINES)]
    path = os.pathsep.join([str(HOME / "src"), str(HOME)])
    writing = subprocess.Popen(command, cwd=HOME, env={**os.environ, "PYTHONPATH": path})
    taken = waits(writing)
    assert (writing.returncode, Chunk.objects.count() > LINES / 1_000) == (0, True)
    assert len(taken) > 200
    assert taken[len(taken) // 2] < 0.05
    assert taken[int(len(taken) * 0.99)] < 0.3
