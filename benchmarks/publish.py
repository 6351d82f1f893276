"""From a million submissions of 300,000 people to the published result and its first pages.

    python -m benchmarks.publish [SITTINGS] [PEOPLE]

Rows are written straight to the tables of a data folder of its own (`HOITHI_DATA`, or a new one;
`DATABASE_URL` for PostgreSQL), which is not timed. Timed is what the worker does: reading,
counting, ranking by eight keys, all prize tables and collective rankings of three families, the
snapshot, its publication, and the first hundred pages as they are served.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta

import django

os.environ.setdefault("HOITHI_DATA", tempfile.mkdtemp(prefix="hoithi-publish-"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")
django.setup()

# The tables can be imported only once Django knows its settings.
from django.core.management import call_command  # noqa: E402 - as above
from django.db import connection  # noqa: E402 - as above

from benchmarks.publish_rows import CLOSES, contest, write_rows  # noqa: E402 - as above
from hoithi.core.rulebook.moments import instant  # noqa: E402 - as above
from hoithi.results import actions, queries  # noqa: E402 - as above
from hoithi.results.models import Chunk  # noqa: E402 - as above
from hoithi.web.public import still  # noqa: E402 - as above
from hoithi.web.public.shown import Published  # noqa: E402 - as above

LATER = instant("2026-10-12T08:00")
_PAGES = 100


def pages(slug: str) -> Iterator[int]:
    """The first hundred pages as they are served; their sizes."""
    result = queries.published(slug, "week-1", at=LATER)
    place = still.addressed(result, newest=result.number, numbered=False)
    last = min(_PAGES, Published(result).pages)
    for number in range(1, last + 1):
        rest = "" if number == 1 else f"trang-{number}/"
        yield len(still.page(result, place, rest, "vi").body)


def main() -> None:
    """Writes the rows, publishes, and prints what it took."""
    sittings, people = (int(n) for n in (*sys.argv[1:], "1000000", "300000")[:2])
    call_command("migrate", verbosity=0)
    began = time.perf_counter()
    made = contest()
    write_rows(made, sittings, people)
    connection.close()
    written = time.perf_counter()
    round_ = made.rounds.get()
    draft = actions.prepare(round_, at=CLOSES + timedelta(minutes=1))
    prepared = time.perf_counter()
    actions.publish_preliminary(draft, at=LATER)
    published = time.perf_counter()
    size = sum(pages(made.slug))
    shown = time.perf_counter()
    figures = {
        "rows written": written - began,
        "prepared": prepared - written,
        "published": published - prepared,
        "first 100 pages": shown - published,
        "in all": shown - written,
        "peak MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "bytes of pages": size,
        "bytes of chunks": sum(len(c) for c in Chunk.objects.values_list("content", flat=True)),
    }
    print(json.dumps({name: round(value, 2) for name, value in figures.items()}, indent=1))


if __name__ == "__main__":
    main()
