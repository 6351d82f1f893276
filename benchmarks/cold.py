"""Cold starts: 3,000 new connections within three seconds, each enters and gets its paper."""

import asyncio
import time
from collections import Counter

from benchmarks import load, person, servers, stage
from benchmarks.figures import Figure, Kind, Run, figure
from benchmarks.options import Options
from hoithi.kit import clock

PEOPLE = 3_000
WITHIN = 3.0
SLOWEST = Kind("cold starts", "s (p99)", "≤ 3, no error")
COST = Kind("cold starts: server", "ms of CPU each")


def measure(options: Options) -> list[Figure]:
    """Each run meets a server that has just started."""
    slug = stage.build(clock.now()).slug
    runs, costs, faults = [], [], Counter[str]()
    for _ in range(options.runs):
        with servers.room() as served:
            tally = asyncio.run(_crowd(served, slug, faults))
        costs.append(Run(tally.cost, tally.cpu_share))
        runs.append(Run(round(tally.percentile(0.99), 3), tally.cpu_share))
    said = [f"{count} × {fault}" for fault, count in faults.items()]
    return [
        figure(SLOWEST, options.database, runs, said),
        figure(COST, options.database, costs),
    ]


async def _crowd(served: servers.Served, slug: str, faults: Counter[str]) -> load.Tally:
    tally = load.Tally()
    begun = time.perf_counter()

    async def arrive(number: int) -> None:
        await asyncio.sleep(max(0.0, begun + WITHIN * number / PEOPLE - time.perf_counter()))
        # From the moment at which the person wanted to come, whatever the generator was doing.
        wanted = begun + WITHIN * number / PEOPLE
        try:
            await _paper(served.port, slug)
        except (person.Failed, OSError) as failed:
            faults[f"{type(failed).__name__} {failed}"[:80]] += 1
        tally.taken.append(time.perf_counter() - wanted)

    with load.measured(served, tally):
        await asyncio.gather(*(arrive(number) for number in range(PEOPLE)))
    return tally


async def _paper(port: int, slug: str) -> None:
    connection = await load.Connection.open(load.HOST, port)
    try:
        await person.begin(connection, slug, await person.enter(connection, slug))
    finally:
        connection.close()
