"""What lists, previews and printed sheets cost, to decide what a page may do while somebody waits.

    python -m benchmarks.tables [LINES]

Works in a data folder of its own. The journal of so many lines (100,000 unless said otherwise) is
taken away as CSV and .xlsx; lists of 5,000 people, and a hundred files at once, are read as for a
preview; slips, certificates and a poster are set. Says seconds of CPU.
"""

import importlib
import os
import sys
import tempfile
from collections.abc import Callable

import django
from django.core.management import call_command


def main(lines: int = 100_000) -> None:
    """Prepares an installation, measures, prints a line for each."""
    with tempfile.TemporaryDirectory(prefix="hoithi-bench-") as folder:
        os.environ["HOITHI_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        # Tables are there only now, so what uses them is imported by its name.
        for name, deed in importlib.import_module("benchmarks.tables_work").deeds(lines):
            print(f"{name:52} {_seconds(deed):7.2f} s", flush=True)


def _seconds(deed: Callable[[], object]) -> float:
    """Seconds of CPU, which other programs on the machine change little."""
    began = _spent()
    deed()
    return _spent() - began


def _spent() -> float:
    times = os.times()
    return times.user + times.system


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
