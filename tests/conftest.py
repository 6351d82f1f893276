"""What all tests share: one pinned moment, an empty cache, databases on disk."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache, caches
from django.utils import translation
from hypothesis import HealthCheck, settings

from hoithi.command.screen import read_by_program
from hoithi.entries.queries.doors import forget_doors
from hoithi.kit import clock
from hoithi.results.queries import traces
from hoithi.sittings.actions import marking
from hoithi.sittings.queries import halls, keys
from tests import databases
from tests.make import AT

# How fast the machine is just now says nothing about the program; `thorough` looks longer.
_CALM = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("usual", max_examples=40, derandomize="CI" in os.environ, **_CALM)
settings.register_profile("thorough", max_examples=2_000, **_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


@pytest.fixture(autouse=True)
def empty_cache() -> Iterator[None]:
    """Limits on signing in are counted in the cache; no test feels another's."""
    for known in (cache, caches["memory"]):
        known.clear()
    yield
    for known in (cache, caches["memory"]):
        known.clear()


@pytest.fixture(autouse=True)
def empty_memories() -> None:
    """The databases of tests share numbers: what is kept in memory by them is forgotten."""
    for memory in (halls.rulebook, keys._keys, marking._part, traces._lines):
        memory.cache_clear()
    forget_doors()


@pytest.fixture(autouse=True)
def read_by_people() -> None:
    """A command of a test before this one may have answered a program."""
    read_by_program(False)


@pytest.fixture(autouse=True)
def vietnamese() -> Iterator[None]:
    """Texts are Vietnamese wherever a test before this one may have switched the language."""
    with translation.override("vi"):
        yield


@pytest.fixture
def at() -> Iterator[datetime]:
    """The moment of the test; `clock.now()` answers it too."""
    with clock.pinned(AT):
        yield AT


@pytest.fixture(scope="session")
def sqlite_template(django_db_blocker: Any) -> Path:
    """A SQLite file with all tables; tests copy it."""
    with django_db_blocker.unblock():
        return databases.sqlite_tables()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: Any, sqlite_template: Path) -> Iterator[None]:
    """The database of the ordinary tests: in memory, one for each process of a run."""
    with django_db_blocker.unblock(), databases.in_memory(sqlite_template):
        yield


@pytest.fixture(scope="session")
def postgres() -> Iterator[databases.Cluster]:
    """A private PostgreSQL server for this run."""
    programs = databases.postgres_programs()
    if programs is None:
        pytest.skip("PostgreSQL is not installed on this machine: initdb was not found")
    folder = Path(tempfile.mkdtemp(prefix="hoithi-postgres-"))
    folder.chmod(0o755)
    cluster = databases.Cluster(folder / "cluster", programs, databases.free_port())
    cluster.create()
    cluster.start()
    yield cluster
    cluster.stop("immediate")
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres: databases.Cluster, django_db_blocker: Any) -> str:
    """The name of a PostgreSQL database with all tables; tests copy it."""
    with django_db_blocker.unblock():
        return postgres.migrated()
