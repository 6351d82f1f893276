"""Every test of the room runs on a SQLite file and on PostgreSQL, with real threads."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import databases

BOTH = [
    pytest.param("sqlite", id="sqlite"),
    pytest.param("postgres", id="postgres", marks=pytest.mark.postgres),
]


@pytest.fixture(params=BOTH)
def database(
    request: pytest.FixtureRequest, tmp_path: Path, django_db_blocker: Any
) -> Iterator[str]:
    """A fresh database with all tables; its vendor."""
    if request.param == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        description = databases.sqlite_copy(template, tmp_path / "room.sqlite3")
    else:
        cluster = request.getfixturevalue("postgres")
        description = cluster.copy_of(request.getfixturevalue("postgres_template"))
    with django_db_blocker.unblock(), databases.used(description):
        yield request.param
