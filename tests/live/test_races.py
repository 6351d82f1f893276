"""Many at once: each limit holds, whoever comes first (R21)."""

import asyncio
import random
import threading
from collections import Counter
from typing import Any

import pytest
from django.db import connections

from hoithi.core.rulebook.entry import EntryRules
from hoithi.entries.models import Entrant
from hoithi.people.models import Identity, IdentityIndex
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


FORM = {"full_name": "Trần Thị Bình", "birth_year": "1984", "phone": "0912345678", "consent": "yes"}


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_32_processes_that_let_the_same_person_in_at_once_let_one_in(database: str) -> None:
    contest = scene.contest(scene.rules(entry=EntryRules(unit=None)))

    async def enter(client: Client) -> tuple[int, str]:
        path = f"contests/{contest.slug}/entries"
        return (await client.send("POST", path, {"fields": FORM})).said

    said = Counter(at_once(enter))
    assert (database, said) == ("postgres", {(201, ""): 1, (409, "already_entered"): 31})
    rows = [one.objects.count() for one in (Entrant, Identity)]
    assert (rows, IdentityIndex.objects.values("identity").distinct().count()) == ([1, 1], 1)


@pytest.mark.postgres
@pytest.mark.parametrize("database", ["postgres"], indirect=True)
def test_32_processes_that_let_two_in_at_once_in_either_order_let_each_in_once(
    database: str,
) -> None:
    contest = scene.contest(scene.rules(entry=EntryRules(unit=None)))

    async def enter(client: Client) -> Counter[int]:
        forms = [{**FORM, "phone": f"09123456{number:02}"} for number in range(2)]
        random.shuffle(forms)
        path = f"contests/{contest.slug}/entries"
        found = await asyncio.gather(
            *(client.send("POST", path, {"fields": form}) for form in forms)
        )
        return Counter(one.status for one in found)

    said: Counter[int] = sum(at_once(enter), Counter())
    assert (database, said) == ("postgres", {201: 2, 409: 2 * (THREADS - 1)})
    assert Entrant.objects.count() == 2
