"""A crowd that saves and hands in, and keeps its own ledger of what was acknowledged."""

import asyncio
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from benchmarks.load import Connection, request

ROOM = "/room/v1/sittings"
SAVES = 6
PAUSE = 0.02


@dataclass
class Ledger:
    """What the server acknowledged; nothing else counts as done."""

    sittings: dict[str, int] = field(default_factory=dict)
    """By the entrant's token: the ordinal."""
    saves: dict[tuple[str, int, int], dict[str, int]] = field(default_factory=dict)
    """By entrant, holder and revision: the answers."""
    receipts: dict[str, tuple[str, dict[str, int]]] = field(default_factory=dict)
    lost: int = 0
    """Packets whose answer never came."""


@dataclass
class Member:
    """One person after another on one connection; what has no answer is sent again."""

    port: int
    slug: str
    people: Iterator[str]
    ledger: Ledger
    chance: random.Random
    _connection: Connection | None = None

    async def go_on(self) -> None:
        """Until the people are used up or the task is cancelled."""
        for person in self.people:
            await self._sit(person)

    async def _sit(self, person: str) -> None:
        begun = await self._sure("POST", ROOM, {"contest": self.slug, "device": "may"}, person)
        self.ledger.sittings[person] = begun["ordinal"]
        token, holder, answers = begun["sitting_token"], begun["holder"], {}
        for revision in range(1, SAVES + 1):
            answers = {str(place): self.chance.randint(1, 4) for place in range(1, 21)}
            sheet = {"revision": revision, "answers": answers}
            await self._sure("PUT", f"{ROOM}/current/sheet", sheet, token)
            self.ledger.saves[person, holder, revision] = answers
        final = {"revision": SAVES + 1, "answers": answers}
        handed = await self._sure("POST", f"{ROOM}/current/submission", final, token)
        self.ledger.receipts[person] = (handed["receipt"], answers)

    async def _sure(self, method: str, path: str, data: Any, token: str) -> dict[str, Any]:
        """Sends the packet until it is answered with success; other answers are wrong."""
        body = request(method, path, json.dumps(data).encode(), token)
        while True:
            try:
                if self._connection is None:
                    self._connection = await Connection.open("127.0.0.1", self.port)
                status, answer = await self._connection.ask(body)
            except OSError:
                self._connection = None
                self.ledger.lost += 1
                await asyncio.sleep(PAUSE)
                continue
            if status == 503:
                await asyncio.sleep(PAUSE)
                continue
            assert status in {200, 201}, (status, answer)
            return dict(json.loads(answer))
