"""A load on a running server: false people enter a rehearsal, sit, save and hand in at once."""

import asyncio
import json
import secrets
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from hoithi.core.rehearsing import Load
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.formats import from_json
from hoithi.core.rulebook.rehearsal import papers_in
from hoithi.rehearsals.caller import Refused
from hoithi.rehearsals.chance import Chance
from hoithi.rehearsals.contestant import entered_by
from hoithi.rehearsals.people import FalsePerson, people
from hoithi.rehearsals.remote import Remote, Unreachable
from hoithi.rehearsals.stage import UnitThere, places_of

_RUSH = 0.1
"""This share of the time passes until everybody has come: the rush at an opening."""
_LAST = 0.9
"""At this share of the time people begin to hand in."""
_SAVES_EVERY = 5.0
"""Seconds between two saves of a person, more often than real people save."""
_NUMBERS = 9_000_000
_FEWEST_SAVES = 4


class NotRehearsed(Exception):
    """The address is no rehearsal: false people never enter a contest that real people take."""


class NothingOpen(Exception):
    """The rehearsal has no open round, so nobody can sit a paper."""


@dataclass(frozen=True)
class Scene:
    """A rehearsal as the server tells of it."""

    slug: str
    title: str
    round_key: str
    rulebook: Rulebook
    units: tuple[UnitThere, ...]


@dataclass
class Measured:
    """What was measured so far: seconds of each answer by kind of packet, errors by their code."""

    taken: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)

    def hear(self, path: str, seconds: float) -> None:
        """Writes down one answer."""
        self.taken.setdefault(_KINDS.get(path, "entries"), []).append(seconds)

    def count(self, kind: str) -> int:
        """How many packets of a kind were answered."""
        return len(self.taken.get(kind, ()))

    def milliseconds(self, kind: str, share: float) -> float:
        """Within which this share of the answers came; 0 where there was none."""
        taken = sorted(self.taken.get(kind, ()))
        if not taken:
            return 0.0
        return round(taken[min(len(taken) - 1, int(len(taken) * share))] * 1000, 1)

    @property
    def load(self) -> Load:
        """What the verdict goes by."""
        return Load(
            starts=self.count("starts"),
            saves=self.count("saves"),
            errors=self.errors.total(),
            start_p99_ms=self.milliseconds("starts", 0.99),
            save_p99_ms=self.milliseconds("saves", 0.99),
        )


_KINDS = {
    "/room/v1/sittings": "starts",
    "/room/v1/sittings/current/sheet": "saves",
    "/room/v1/sittings/current/submission": "submissions",
}
KINDS = ("entries", *_KINDS.values())


async def scene_at(remote: Remote, slug: str) -> Scene:
    """Asks the server. Raises NotRehearsed, NothingOpen or Unreachable."""
    try:
        told = await remote.send("GET", f"/{slug}/chay-thu.json")
    except Refused as refused:
        raise NotRehearsed from refused
    if not told.get("round"):
        raise NothingOpen
    units = tuple(UnitThere(one["id"], one["code"], one["kind"]) for one in told["units"])
    rulebook = from_json(json.dumps(json.loads(told["rulebook"])).encode())
    return Scene(told["slug"], told["title"], told["round"], rulebook, units)


def crowd_for(scene: Scene, size: int) -> Sequence[FalsePerson]:
    """So many people whom the rehearsal has not seen before."""
    chance = Chance(secrets.token_hex(8))
    places = places_of(scene.units, scene.rulebook, size, chance)
    return people(places, chance, first=secrets.randbelow(_NUMBERS))


async def loaded(
    remote: Remote,
    scene: Scene,
    crowd: Sequence[FalsePerson],
    seconds: float,
    told: Callable[[Measured], None] = lambda _measured: None,
) -> Measured:
    """Everybody comes within the first tenth of the time and hands in at its end."""
    measured = Measured()
    remote.heard = measured.hear
    begun = time.monotonic()

    async def one(person: FalsePerson) -> None:
        visitor = Visitor(person, remote, scene, begun, seconds)
        try:
            await visitor.take_part()
        except Refused as refused:
            measured.errors[str(refused.answer.get("refusal", refused.status))] += 1
        except Unreachable:
            measured.errors["no_answer"] += 1
        told(measured)

    await asyncio.gather(*(one(person) for person in crowd))
    return measured


@dataclass(frozen=True)
class Visitor:
    """One false person at a running server."""

    person: FalsePerson
    remote: Remote
    scene: Scene
    begun: float
    seconds: float

    async def take_part(self) -> None:
        """Enters, sits the papers of the round one after another, each in its share of the time."""
        chance = Chance(f"load/{self.person.number}")
        await self._until(_RUSH * chance.share("comes"))
        token = (await entered_by(self.person, self.remote, self.scene.slug))["entrant_token"]
        papers = papers_in(self.scene.rulebook, self.scene.round_key)
        for number, paper in enumerate(papers, start=1):
            await self._sit(token, paper, number / len(papers), chance)

    async def _sit(self, token: str, paper: str, until: float, chance: Chance) -> None:
        """Gets a paper, saves the whole sheet again and again, hands in at this share of all."""
        wish = {
            "contest": self.scene.slug,
            "device": f"load-{self.person.number}",
            "round": self.scene.round_key,
            "part": paper,
        }
        begun = await self.remote.send("POST", "/room/v1/sittings", wish, token=token)
        questions = begun["paper"]["questions"]
        every = min(_SAVES_EVERY, until * self.seconds * (_LAST - _RUSH) / _FEWEST_SAVES)
        leaves = until * (_LAST + (1 - _LAST) * chance.share("leaves"))
        revision, sheet = 1, _sheet(questions, chance)
        while self._passed() < leaves * self.seconds:
            sheet = {"revision": revision, "answers": _sheet(questions, chance)}
            await self._send("PUT", "sheet", sheet, begun)
            revision += 1
            await asyncio.sleep(every * (0.6 + 0.8 * chance.share(f"pause {revision}")))
        last = {"revision": revision, "answers": _sheet(questions, chance)}
        if begun["paper"].get("prediction"):
            last["prediction"] = chance.below("guess", 10_000)
        await self._send("POST", "submission", last, begun)

    async def _send(self, method: str, what: str, data: object, begun: dict[str, Any]) -> None:
        path = f"/room/v1/sittings/current/{what}"
        await self.remote.send(method, path, data, token=begun["sitting_token"])

    def _passed(self) -> float:
        return time.monotonic() - self.begun

    async def _until(self, share: float) -> None:
        await asyncio.sleep(max(0.0, share * self.seconds - self._passed()))


def _sheet(questions: Sequence[dict[str, Any]], chance: Chance) -> dict[str, Any]:
    """An answer of the right form to every question; nobody here knows what is right."""
    answers: dict[str, Any] = {}
    for question in questions:
        options = question.get("options", [])
        place = 1 + chance.below(str(question["place"]), max(1, len(options)))
        several = question["kind"] == "multiple"
        answers[str(question["place"])] = ([place] if several else place) if options else "không rõ"
    return answers
