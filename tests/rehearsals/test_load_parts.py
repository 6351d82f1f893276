"""A load on a rehearsal whose round has several papers sits them one after another."""

import asyncio
import time
from typing import Any

from hoithi.rehearsals.chance import Chance
from hoithi.rehearsals.load import Scene, Visitor
from hoithi.rehearsals.people import OpenPlace, people
from tests.live import scene
from tests.live.scene import SECOND


class Server:
    """Answers as the exam room does, and keeps what was sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    async def send(self, method: str, path: str, data: Any = None, *, token: str = "") -> Any:
        """One packet: its last word, and the paper it is about."""
        deed = path.rpartition("/")[2]
        part = data.get("part", token)
        # How often a sheet is saved depends on how fast this machine is now.
        if deed != "sheet":
            self.sent.append((deed, part))
        del method
        questions = [{"place": 1, "kind": "single", "options": ["A", "B"]}]
        return {
            "entrant_token": "",
            "sitting_token": part,
            "paper": {"questions": questions},
        }


def test_both_papers_are_sat_and_handed_in():
    rules = scene.two_papers()
    there = Scene("cuoc-thi", rules.title, "week-1", rules, ())
    (person,) = people([OpenPlace(unit_id=0, people=1, born=(1980, 1981))], Chance("one"))
    server, begun = Server(), time.monotonic()
    asyncio.run(Visitor(person, server, there, begun, 0.4).take_part())
    assert server.sent == [
        ("entries", ""),
        *((deed, part) for part in ("paper", SECOND) for deed in ("sittings", "submission")),
    ]
