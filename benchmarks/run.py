"""One measurement in a process of its own, which is also its load generator.

Started by `python -m benchmarks` with the data folder and the database in the environment; writes
its figures as JSON on the last line.
"""

import importlib
import json
import os
import sys
from dataclasses import asdict

import django
from django.core.management import call_command


def main(name: str, given: str) -> None:
    """Prepares the tables, measures, says what came out."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")
    django.setup()
    call_command("migrate", verbosity=0)
    # Tables are there only now, so the modules that use them are imported by name.
    options = importlib.import_module("benchmarks.options").Options(**json.loads(given))
    found = importlib.import_module(f"benchmarks.{name}").measure(options)
    print(json.dumps([asdict(one) for one in found]))


if __name__ == "__main__":
    main(*sys.argv[1:])
