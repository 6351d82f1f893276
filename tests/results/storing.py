"""Stores a ranking of so many lines into a database, as the worker does: a process of its own."""

import sys
from pathlib import Path

import django

django.setup()

from hoithi.config.installation import sqlite  # noqa: E402 - tables are known after `setup`
from hoithi.results.actions import DraftWriter  # noqa: E402
from tests import databases  # noqa: E402
from tests.results.test_storing import line  # noqa: E402


def main(path: str, lines: str) -> None:
    """Stores them and ends."""
    with databases.used(sqlite(Path(path))):
        DraftWriter().put_lines(line(place) for place in range(1, int(lines) + 1))


if __name__ == "__main__":
    main(*sys.argv[1:])
