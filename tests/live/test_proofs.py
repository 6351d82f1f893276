"""Where a contest asks for a computation, nobody enters without one; each lets one person in."""

import threading
from datetime import timedelta
from itertools import count
from typing import Any

import pytest
from django.db import connections

from hoithi.core.rulebook.entry import EntryRules
from hoithi.entries.actions import hurdles
from hoithi.entries.models import Entrant
from hoithi.kit.puzzles import solved
from hoithi.people.actions import tallies
from tests.live import scene
from tests.live.scene import AT, Client

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hurdles, "BITS", 6)


def person(number: int) -> dict[str, Any]:
    fields = {"full_name": "Nguyễn Thị An", "birth_year": "1990", "phone": f"09120000{number:02}"}
    return {"fields": {**fields, "consent": "yes"}}


def computed(refusal: dict[str, Any], subject: str) -> str:
    """A proof, found as a program finds it."""
    asked, bits = refusal["facts"]["puzzle"], refusal["facts"]["bits"]
    secret = hurdles.settings.SECRET_KEY
    tries = (f"{asked}:{number}" for number in count())
    return next(one for one in tries if solved(secret, subject, proof=one, at=AT, bits=bits))


def test_the_room_lets_nobody_in_without_the_proof_and_one_with_it() -> None:
    contest = scene.contest(scene.rules(entry=EntryRules(unit=None, proof_of_work=True)))
    path, subject = f"contests/{contest.slug}/entries", f"entry|{contest.pk}"

    async def story(client: Client) -> list[object]:
        bare = await client.send("POST", path, person(1))
        proof = {"proof": computed(bare.json, subject)}
        first = await client.send("POST", path, person(1) | proof)
        second = await client.send("POST", path, person(2) | proof)
        back = await client.send(
            "POST", f"contests/{contest.slug}/returns", person(1) | {"code": "X"}
        )
        later = client.later(minutes=31)
        late = await later.send("POST", path, person(3) | {"proof": computed(second.json, subject)})
        return [one.said for one in (bare, first, second, back, late)]

    missing = "proof_missing"
    bare, first, second, back, late = scene.told(story)
    assert (first[0], bare[1], second[1], back[1], late[1]) == (201, *[missing] * 4)
    assert Entrant.objects.filter(contest=contest).count() == 1


def test_tries_that_come_at_once_are_all_counted(database: str) -> None:
    threads, found = 12, []
    together = threading.Barrier(threads)

    def run() -> None:
        together.wait()
        found.append(tallies.counted("k", window=timedelta(minutes=5), at=AT).count)
        found.append(tallies.spend([tallies.to_spend("x", until=AT)])[0])
        connections.close_all()

    running = [threading.Thread(target=run) for _ in range(threads)]
    for one in running:
        one.start()
    for one in running:
        one.join()
    counts = sorted(one for one in found if not isinstance(one, bool))
    assert (counts, bool(database)) == (list(range(1, threads + 1)), True)
    assert [one for one in found if one is True] == [True]
