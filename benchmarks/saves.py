"""Answer sheets a second at 64 connections, beside the minimal handler.

`python -m benchmarks.saves` runs on the database of the settings (`HOITHI_DATA`,
`DATABASE_URL`), which must be migrated.
"""

import asyncio
import json
import os
import statistics
import tempfile
from pathlib import Path

import django

CONNECTIONS = 64
SITTINGS = 16
"""Sittings that each connection saves to in turn."""
SECONDS = float(os.environ.get("BENCH_SECONDS", "5"))
RUNS = int(os.environ.get("BENCH_RUNS", "3"))


def main() -> None:
    """Prints each run, then medians and their ratio."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hoithi.config.settings")
    django.setup()
    from benchmarks import load, servers, stage  # noqa: PLC0415 - tables need the setup above
    from hoithi.kit import clock  # noqa: PLC0415 - as above

    at = clock.now()
    contest = stage.build(at)
    people = stage.tokens(contest, CONNECTIONS * SITTINGS * 2 * RUNS, at)
    ours, limits, slowest = [], [], []
    for _ in range(RUNS):
        mine = [people.pop() for _ in range(CONNECTIONS * SITTINGS)]
        with servers.room() as port:
            tally = asyncio.run(_room(load, port, contest.slug, mine))
        ours.append(tally.a_second)
        slowest.append(tally.percentile(0.99))
        _print("room", tally)
        with tempfile.TemporaryDirectory() as folder:
            path = str(Path(folder) / "baseline.sqlite3")
            with servers.minimal(BASELINE=path) as port:
                tally = asyncio.run(_limit(load, port))
        limits.append(tally.a_second)
        _print("minimal", tally)
    mine_, limit = statistics.median(ours), statistics.median(limits)
    worst = statistics.median(slowest) * 1000
    print(
        f"saves {mine_:.0f}/s  limit {limit:.0f}/s  ratio {mine_ / limit:.2f}  p99 {worst:.1f} ms"
    )


def _print(name, tally):  # type: ignore[no-untyped-def]  # a line of output
    print(
        f"{name:8} {tally.a_second:8.0f}/s  p50 {tally.percentile(0.5) * 1000:5.1f} ms  "
        f"p99 {tally.percentile(0.99) * 1000:5.1f} ms  {tally.statuses}  "
        f"generator {tally.cpu_share:.2f} of a core"
    )


def _sheet(count: int) -> bytes:
    answers = {str(place): 1 + (count + place) % 4 for place in range(1, 21)}
    return json.dumps({"revision": count, "answers": answers}).encode()


async def _room(load, port, slug, people):  # type: ignore[no-untyped-def]  # see above
    connection = await load.Connection.open("127.0.0.1", port)
    passes = []
    for person in people:
        body = json.dumps({"contest": slug, "device": person[:20]}).encode()
        status, answer = await connection.ask(
            load.request("POST", "/room/v1/sittings", body, person)
        )
        assert status == 201, (status, answer)
        passes.append(json.loads(answer)["sitting_token"])
    connection.close()

    async def turn(one, number, count):  # type: ignore[no-untyped-def]  # see above
        held = passes[number * SITTINGS + count % SITTINGS]
        path = "/room/v1/sittings/current/sheet"
        return await one.ask(load.request("PUT", path, _sheet(count), held))

    return await load.closed_loop("127.0.0.1", port, CONNECTIONS, SECONDS, turn)


async def _limit(load, port):  # type: ignore[no-untyped-def]  # see above
    async def turn(one, number, count):  # type: ignore[no-untyped-def]  # see above
        path = f"/{number * SITTINGS + count % SITTINGS}"
        return await one.ask(load.request("PUT", path, _sheet(count), "x" * 150))

    return await load.closed_loop("127.0.0.1", port, CONNECTIONS, SECONDS, turn)


if __name__ == "__main__":
    main()
