"""A long day: so many starts and saves a second, whatever the answers take; none may fail."""

import asyncio
import os
import time
from collections import Counter
from collections.abc import AsyncIterator

from benchmarks import load, person, servers, stage
from benchmarks.figures import Figure, Kind, Run, figure
from benchmarks.options import Options
from hoithi.kit import clock

SLOWEST = Kind("sustained", "ms (p99 of saves)", "≤ 300, no error")
DONE = Kind("sustained saves", "a second")


def measure(options: Options) -> list[Figure]:
    """One run. Each person starts on a connection of their own, then saves every second."""
    contest = stage.build(clock.now())
    people = stage.tokens(contest, int(options.starts * options.seconds), clock.now())
    faults: Counter[str] = Counter()
    with servers.room() as served:
        tally = asyncio.run(_day(served, contest.slug, people, options, faults))
    said = [f"{count} × {fault}" for fault, count in faults.items()]
    said.append(f"{options.seconds:.0f} s, {options.starts} starts a second")
    slowest = Run(tally.percentile(0.99) * 1000, tally.cpu_share)
    rate = Run(tally.a_second, tally.cpu_share)
    return [
        figure(SLOWEST, options.database, [slowest], said),
        figure(DONE, options.database, [rate], [f"{os.cpu_count()} cores"]),
    ]


async def _day(
    served: servers.Served, slug: str, people: list[str], options: Options, faults: Counter[str]
) -> load.Tally:
    tally = load.Tally()
    begun = time.perf_counter()
    saves = max(1, options.saves // options.starts)

    async def live(number: int, token: str) -> None:
        wanted = begun + number / options.starts
        await asyncio.sleep(max(0.0, wanted - time.perf_counter()))
        try:
            await _sitting(served.port, slug, token, saves, tally)
        except (person.Failed, OSError) as failed:
            faults[f"{type(failed).__name__} {failed}"[:80]] += 1

    with load.measured(served, tally):
        async with asyncio.TaskGroup() as group:
            async for number, token in _coming(people, options.starts, begun):
                group.create_task(live(number, token))
    return tally


async def _coming(people: list[str], a_second: int, begun: float) -> AsyncIterator[tuple[int, str]]:
    """One second of people at a time: a task for each of 60,000 would be a load itself."""
    for number, token in enumerate(people):
        if number % a_second == 0:
            ahead = begun + number / a_second - 1.0
            await asyncio.sleep(max(0.0, ahead - time.perf_counter()))
        yield number, token


async def _sitting(port: int, slug: str, token: str, saves: int, tally: load.Tally) -> None:
    connection = await load.Connection.open(load.HOST, port)
    try:
        sitting = await person.begin(connection, slug, token)
        begun = time.perf_counter()
        for revision in range(1, saves + 1):
            wanted = begun + revision
            await asyncio.sleep(max(0.0, wanted - time.perf_counter()))
            await person.told(connection, person.save(sitting, revision), 200)
            tally.taken.append(time.perf_counter() - wanted)
    finally:
        connection.close()
