"""Complete sittings a second: enter, paper, five saves, submission with its receipt and points."""

import asyncio
from collections import Counter

from benchmarks import load, person, servers, stage
from benchmarks.figures import Figure, Kind, Run, figure
from benchmarks.options import Options
from hoithi.kit import clock

CONNECTIONS = 256
"""People at it at once: four hundred complete sittings a second are the work of a province.

A group commit carries what waits, so with few people each waits for the disk of all.
"""
RATE = Kind("complete sittings", "a second", "≥ 400")
COST = Kind("complete sittings: server", "ms of CPU each")


def measure(options: Options) -> list[Figure]:
    """As many as there are runs, each with a server of its own."""
    slug = stage.build(clock.now()).slug
    rates, costs, faults = [], [], Counter[str]()
    for _ in range(options.runs):
        with servers.room() as served:
            tally = asyncio.run(_sitting(served, slug, options.seconds, faults))
        rates.append(Run(tally.a_second, tally.cpu_share))
        costs.append(Run(tally.cost, tally.cpu_share))
    said = [f"{count} × {fault}" for fault, count in faults.items()]
    return [
        figure(RATE, options.database, rates, said),
        figure(COST, options.database, costs),
    ]


async def _sitting(
    served: servers.Served, slug: str, seconds: float, faults: Counter[str]
) -> load.Tally:
    async def turn(one: load.Connection, _number: int, _count: int) -> tuple[int, bytes]:
        try:
            return 200, await _complete(one, slug)
        except person.Failed as failed:
            faults[str(failed)[:80]] += 1
            return 500, b""

    tally = await load.closed_loop(served, CONNECTIONS, seconds, turn)
    # Only sittings that came to their receipt are complete.
    tally.taken = tally.taken[: tally.statuses.get(200, 0)]
    return tally


async def _complete(one: load.Connection, slug: str) -> bytes:
    sitting = await person.begin(one, slug, await person.enter(one, slug))
    for revision in range(1, person.SAVES + 1):
        await person.told(one, person.save(sitting, revision), 200)
    receipt = await person.told(one, person.hand_in(sitting, person.SAVES + 1), 200)
    return str(receipt["receipt"]).encode()
