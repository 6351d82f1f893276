"""What the worker does when a round is over: from its rows to the published result and its pages.

    python -m benchmarks.publish_work SLUG

Reads, counts, ranks by eight keys, makes all prize tables and the collective rankings of three
families, commits the snapshot, publishes it, and makes the first hundred pages as they are served.
Says what it took as JSON on the last line.
"""

import json
import os
import resource
import sys
import time
from collections.abc import Iterator
from datetime import timedelta

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")
django.setup()

# The tables can be imported only once Django knows its settings.
from benchmarks.publish_rows import CLOSES  # noqa: E402 - as above
from hoithi.contests.models import Contest  # noqa: E402 - as above
from hoithi.core.rulebook.moments import instant  # noqa: E402 - as above
from hoithi.results import actions, queries  # noqa: E402 - as above
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


def main(slug: str) -> None:
    """Publishes the one round of the contest."""
    began = time.perf_counter()
    draft = actions.prepare(
        Contest.objects.get(slug=slug).rounds.get(), at=CLOSES + timedelta(minutes=1)
    )
    prepared = time.perf_counter()
    actions.publish_preliminary(draft, at=LATER)
    published = time.perf_counter()
    size = sum(pages(slug))
    done = time.perf_counter()
    said = {
        "prepared": prepared - began,
        "published": published - prepared,
        "pages": done - published,
        "seconds": done - began,
        "CPU": time.process_time(),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "bytes of pages": size,
    }
    print(json.dumps({name: round(value, 2) for name, value in said.items()}))


if __name__ == "__main__":
    main(*sys.argv[1:])
