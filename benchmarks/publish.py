"""A million submissions of 300,000 people become a published result while others save.

The rows are written straight to the tables, which is not timed. Then a process as polite as the
worker of `hoithi serve` publishes (`benchmarks.publish_work`), while a thousand sheets a second
are saved in another contest of the same database.
"""

import asyncio
import json
import sys
import time
from asyncio.subprocess import PIPE
from collections import Counter
from typing import Any

from django.db import connection

from benchmarks import load, person, servers, stage
from benchmarks.figures import Figure, Kind, Run, figure
from benchmarks.options import Options
from benchmarks.publish_rows import contest, write_rows
from hoithi.kit import clock

CONNECTIONS = 64
PEOPLE_SHARE = 0.3
"""People for each submission: 300,000 of a million."""
_NICE = ("nice", "-n", "10")
_WORK = (sys.executable, "-m", "benchmarks.publish_work")


def measure(options: Options) -> list[Figure]:
    """One run: it takes minutes, and most of them to write its rows."""
    made = contest()
    write_rows(made, options.submissions, int(options.submissions * PEOPLE_SHARE))
    beside = stage.build(clock.now())
    people = stage.tokens(beside, CONNECTIONS * 2, clock.now())
    connection.close()
    faults: Counter[str] = Counter()
    with servers.room() as served:
        work, tally = asyncio.run(
            _published(served, made.slug, (beside.slug, people), options.saves, faults)
        )
    return _figures(options, work, tally, faults)


def _figures(
    options: Options, work: dict[str, Any], tally: load.Tally, faults: Counter[str]
) -> list[Figure]:
    name = f"publish {options.submissions:,}"
    parts = ", ".join(
        f"{part} {work[part]:.0f} s" for part in ("prepared", "published", "pages", "CPU")
    )
    said = [f"{tally.a_second:.0f} saves a second"]
    said += [f"{count} × {fault}" for fault, count in faults.items()]
    slowest = Run(tally.percentile(0.99) * 1000, tally.cpu_share)
    return [
        _one(Kind(name, "s", "≤ 120"), options, work["seconds"], [parts]),
        _one(Kind(f"{name}: worker", "MB", "≤ 2,048"), options, work["megabytes"], []),
        figure(
            Kind(f"{name}: saves", "ms (p99)", "< 300, no error"), options.database, [slowest], said
        ),
    ]


def _one(kind: Kind, options: Options, value: float, notes: list[str]) -> Figure:
    return figure(kind, options.database, [Run(value, 0.0)], notes)


async def _published(
    served: servers.Served,
    slug: str,
    beside: tuple[str, list[str]],
    a_second: int,
    faults: Counter[str],
) -> tuple[dict[str, Any], load.Tally]:
    """What the worker said, and the saves that were answered meanwhile."""
    connections = [await load.Connection.open(load.HOST, served.port) for _ in range(CONNECTIONS)]
    other, people = beside
    passes = [await person.begin(connections[0], other, one) for one in people]
    work = await asyncio.create_subprocess_exec(*_NICE, *_WORK, slug, stdout=PIPE)
    over, tally = asyncio.Event(), load.Tally()

    async def save(number: int) -> None:
        held = passes[number * 2], passes[number * 2 + 1]
        count, begun = 0, time.perf_counter() + number / a_second
        while not over.is_set():
            wanted = begun + count * CONNECTIONS / a_second
            await asyncio.sleep(max(0.0, wanted - time.perf_counter()))
            count += 1
            try:
                await person.told(connections[number], person.save(held[count % 2], count), 200)
            except (person.Failed, OSError) as failed:
                faults[f"{type(failed).__name__} {failed}"[:80]] += 1
                return
            tally.taken.append(time.perf_counter() - wanted)

    with load.measured(served, tally):
        saving = asyncio.gather(*(save(number) for number in range(CONNECTIONS)))
        told, _ = await work.communicate()
        over.set()
        await saving
    return json.loads(told.splitlines()[-1]), tally
