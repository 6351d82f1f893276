"""Many at once: each limit holds, whoever comes first (R21)."""

import asyncio
import threading
from collections import Counter
from typing import Any

import pytest
from django.db import connections

from hoithi.sittings.models import Holder, Sitting
from tests.live import scene
from tests.live.scene import Client

THREADS = 32


def at_once(deed: Any) -> list[Any]:
    """What the deed answers in 32 threads that begin together, each with a room of its own."""
    together = threading.Barrier(THREADS)
    found: list[Any] = []

    def run() -> None:
        together.wait()
        found.append(scene.told(deed))
        connections.close_all()

    threads = [threading.Thread(target=run) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_32_processes_that_start_at_once_make_one_sitting(database: str) -> None:
    entrant = scene.entrant(scene.contest())
    contest = entrant.contest
    assert contest.slug

    async def start(client: Client) -> tuple[int, int]:
        answered = await client.start(entrant)
        return answered.status, answered.json.get("holder", 0)

    said = at_once(start)
    assert (database, Counter(status for status, _ in said)) == ("postgres", {201: 1, 200: 31})
    assert sorted(holder for _, holder in said) == list(range(1, THREADS + 1))
    assert list(Sitting.objects.values_list("ordinal", flat=True)) == [1]
    assert Holder.objects.count() == THREADS


def test_one_room_that_is_asked_at_once_makes_one_sitting(database: str) -> None:
    entrant = scene.entrant(scene.contest())

    async def start(client: Client) -> list[int]:
        found = await asyncio.gather(*(client.start(entrant) for _ in range(8)))
        return sorted(one.status for one in found)

    assert (scene.told(start), bool(database)) == ([200] * 7 + [201], True)
    assert Sitting.objects.count() == 1
