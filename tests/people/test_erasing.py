"""After the retention nothing of a person is left in the files of the database."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from hoithi.people import actions, facts
from hoithi.people.models import Identity, IdentityIndex
from tests import databases, make

AN = {"name": "nguyễn thị an", "phone": "+84912345678", "birth_year": "1990"}


@pytest.fixture
def folder(sqlite_template: Path, tmp_path: Path, django_db_blocker: Any) -> Any:
    """A database on disk, with its log of writes."""
    described = databases.sqlite_copy(sqlite_template, tmp_path / "hoithi.sqlite3")
    with django_db_blocker.unblock(), databases.used(described):
        yield tmp_path


def on_disk(folder: Path) -> bytes:
    """All bytes of the database's files."""
    files = sorted(folder.glob("hoithi.sqlite3*"))
    assert [one.name for one in files][:1] == ["hoithi.sqlite3"]
    return b"".join(one.read_bytes() for one in files)


def identities(count: int) -> list[tuple[bytes, bytes]]:
    """So many people whose retention is over: what is sealed of each, and a hash to find them."""
    body, found = make.body(), []
    for number in range(count):
        fields = {**AN, "phone": f"+8491234{number:04}"}
        row, index = facts.sealed_identity(body.pk, fields, "N. T. An", make.AT, date(2026, 10, 1))
        row.save()
        IdentityIndex.objects.bulk_create(index)
        found.append((bytes(row.sealed), index[0].value_hash.encode()))
    return found


def test_neither_the_file_nor_its_log_holds_what_was_erased(folder: Path) -> None:
    sealed = identities(30)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(FULL)")
    before = on_disk(folder)
    assert [data in before for pair in sealed for data in pair] == [True] * 60

    assert actions.erase_due(make.AT) == 30

    after = on_disk(folder)
    assert [data in after for pair in sealed for data in pair] == [False] * 60
    kept = Identity.objects.first()
    assert kept is not None
    assert (kept.masked_name, kept.sealed, facts.opened(kept)) == ("N. T. An", None, {})
