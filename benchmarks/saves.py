"""Answer sheets a second at 64 connections, beside the minimal handler in the same run."""

import asyncio
import os
import tempfile
from pathlib import Path

from benchmarks import load, person, servers, stage
from benchmarks.figures import Figure, Kind, Run, figure
from benchmarks.options import Options
from hoithi.contests.models import Contest
from hoithi.kit import clock

CONNECTIONS = 64
SITTINGS = 16
"""Sittings that each connection saves to in turn."""
RATE = Kind("saves", "a second", "ratio ≥ 0.4")
SLOWEST = Kind("saves p99", "ms", "≤ 50")
COST = Kind("saves: server", "ms of CPU each")


def measure(options: Options) -> list[Figure]:
    """The room and the minimal handler in turns."""
    contest = stage.build(clock.now())
    rates, slowest, costs, faults = [], [], [], []
    for number in range(options.runs):
        ours = _room(contest, options.seconds)
        limit = _minimal(number, options.seconds)
        busiest = max(ours.cpu_share, limit.cpu_share)
        rates.append(Run(ours.a_second, busiest, limit.a_second))
        slowest.append(Run(ours.percentile(0.99) * 1000, ours.cpu_share))
        costs.append(Run(ours.cost, busiest, limit.cost))
        faults += [
            f"{count} × {status}" for status, count in ours.statuses.items() if status != 200
        ]
    database = options.database
    return [
        figure(RATE, database, rates, faults),
        figure(SLOWEST, database, slowest),
        figure(COST, database, costs),
    ]


def _room(contest: Contest, seconds: float) -> load.Tally:
    people = stage.tokens(contest, CONNECTIONS * SITTINGS, clock.now())
    with servers.room() as served:
        return asyncio.run(_saving(served, contest.slug, people, seconds))


async def _saving(
    served: servers.Served, slug: str, people: list[str], seconds: float
) -> load.Tally:
    connection = await load.Connection.open(load.HOST, served.port)
    passes = [await person.begin(connection, slug, one) for one in people]
    connection.close()

    async def turn(one: load.Connection, number: int, count: int) -> tuple[int, bytes]:
        held = passes[number * SITTINGS + count % SITTINGS]
        return await one.ask(person.save(held, count))

    return await load.closed_loop(served, CONNECTIONS, seconds, turn)


def _minimal(number: int, seconds: float) -> load.Tally:
    with tempfile.TemporaryDirectory(dir=os.environ["HOITHI_DATA"]) as folder:
        path = str(Path(folder) / "minimal.sqlite3")
        with servers.minimal(BASELINE=path) as served:
            return asyncio.run(_limit(served, number * 1_000_000, seconds))


async def _limit(served: servers.Served, first: int, seconds: float) -> load.Tally:
    token = "x" * 150

    async def turn(one: load.Connection, number: int, count: int) -> tuple[int, bytes]:
        sent = person.save(token, count)
        # The minimal handler reads the sitting from the path; its length is that of the room's.
        path = b"/%032d" % (first + number * SITTINGS + count % SITTINGS)
        return await one.ask(sent.replace(b"/room/v1/sittings/current/sheet", path, 1))

    return await load.closed_loop(served, CONNECTIONS, seconds, turn)
