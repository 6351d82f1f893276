"""Processes that write to one SQLite database, for the tests of the turnstile."""

from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from django.db import connections, transaction

from hoithi.config.installation import sqlite

ALIAS = "queue"


def use(path: Path) -> Any:
    """The connection of this thread to the database, under an alias of its own."""
    connections.settings[ALIAS] = connections.configure_settings(
        {"default": {}, ALIAS: sqlite(path)}
    )[ALIAS]
    return connections[ALIAS]


def make_table(path: Path) -> None:
    """One table to write to."""
    with use(path).cursor() as cursor:
        cursor.execute(
            "CREATE TABLE IF NOT EXISTS line (id INTEGER PRIMARY KEY, writer TEXT, text TEXT)"
        )


def write(writer: str, rows: int = 1) -> None:
    """One transaction of so many rows."""
    with transaction.atomic(using=ALIAS), connections[ALIAS].cursor() as cursor:
        cursor.executemany(
            "INSERT INTO line (writer, text) VALUES (%s, %s)", [(writer, "x" * 200)] * rows
        )


def write_without_pause(path: Path, writer: str, until: Event) -> None:
    """Transactions of 500 rows one after the other until told to stop."""
    use(path)
    while not until.is_set():
        write(writer, 500)
    connections[ALIAS].close()


def hold(path: Path, inside: Event, never: Event) -> None:
    """Enters a transaction and stays inside until killed."""
    use(path)
    with transaction.atomic(using=ALIAS):
        inside.set()
        never.wait()


def open_fresh(path: Path, ready: Event) -> None:
    """Opens a database that others open at the same moment, and writes one line."""
    use(path)
    ready.wait()
    make_table(path)
    write("fresh")
    connections[ALIAS].close()


def write_and_fail(error: type[Exception]) -> None:
    """One transaction that writes and is rolled back."""
    with transaction.atomic(using=ALIAS):
        write("lost")
        raise error
