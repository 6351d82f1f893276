"""What the worker does with a closed round of many: statistics of its questions, another key.

    python -m benchmarks.closed_round statistics [SITTINGS]     # a million unless said otherwise
    python -m benchmarks.closed_round correction [SITTINGS]     # a hundred thousand

Works in a data folder of its own, on SQLite or where DATABASE_URL says. The rows of the sittings
are written straight to the tables, which is not timed; everything after that goes through the
doors that the worker and the screens use. Ends with an error above the limits of the statistics.
"""

import importlib
import os
import sys
import tempfile

import django
from django.core.management import call_command

SITTINGS = {"statistics": 1_000_000, "correction": 100_000}


def main(name: str, sittings: str = "") -> None:
    """Prepares an installation, writes the rows, measures, prints a line for each deed."""
    with tempfile.TemporaryDirectory(prefix="hoithi-bench-") as folder:
        os.environ["HOITHI_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")
        django.setup()
        call_command("migrate", verbosity=0)
        # Tables are there only now, so what uses them is imported by its name.
        work = importlib.import_module("benchmarks.closed_round_work")
        getattr(work, name)(int(sittings or SITTINGS[name]))


if __name__ == "__main__":
    main(*sys.argv[1:])
