"""A SQLite database on disk, away from the one of the tests."""

import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from tests.config import writers

SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def database(tmp_path: Path, django_db_blocker: Any) -> Iterator[Path]:
    """The path of a database with one table; its connection in this thread is closed after."""
    path = tmp_path / "queue.sqlite3"
    with django_db_blocker.unblock():
        writers.make_table(path)
        yield path
        connections[writers.ALIAS].close()
        del connections[writers.ALIAS]
        del connections.settings[writers.ALIAS]
