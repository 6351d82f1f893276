"""What one false person does: enter, sit, answer, hand in, and perhaps come back."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hoithi.kit import clock
from hoithi.kit.puzzles import answered
from hoithi.rehearsals.caller import Caller, Refused
from hoithi.rehearsals.chance import Chance
from hoithi.rehearsals.people import FalsePerson
from hoithi.rehearsals.remote import Remote

Knowledge = Mapping[str, frozenset[str]]
"""For the words of a question, the words that answer it rightly."""


@dataclass(frozen=True)
class Field:
    """Where and when the simulation takes place, and what the false people know."""

    caller: Caller
    slug: str
    opens: datetime
    closes: datetime
    knowledge: Knowledge
    chance: Chance
    expected: int
    """What people take the number of contestants to be, for their predictions."""
    most_sittings: int = 3
    once_a_day: bool = False
    device: str = ""
    papers: tuple[str, ...] = ()
    """Keys of the papers of the round, where it has several: everybody sits one after another."""


@dataclass
class Deeds:
    """What the simulated people did, counted by those who did it."""

    people: int = 0
    """Who entered now."""
    took_part: int = 0
    """Who sat at least once, entered now or before."""
    sittings: int = 0
    saves: int = 0
    submissions: int = 0
    refusals: Counter[str] = field(default_factory=Counter)
    """By the code of the room."""


async def entered_by(person: FalsePerson, caller: Caller | Remote, slug: str) -> dict[str, Any]:
    """Fills in the identity form; computes what a contest may ask against scripts."""
    path, form = f"/room/v1/contests/{slug}/entries", {"fields": person.answers()}
    try:
        return await caller.send("POST", path, form)
    except Refused as refused:
        asked = refused.answer.get("facts", {}).get("puzzle")
        if not asked:
            raise
    return await caller.send("POST", path, {**form, "proof": answered(asked)})


class Contestant:
    """One false person in one round."""

    def __init__(self, person: FalsePerson, field: Field, deeds: Deeds) -> None:
        self.person, self.field, self.deeds = person, field, deeds
        self._draw = Chance(f"{field.chance.seed}/{person.number}")

    async def take_part(self, entrant_token: str = "") -> str:
        """Enters unless the person has a token already, sits, and returns the token."""
        moment = self._arrives()
        try:
            if not entrant_token:
                entrant_token = await self._enter(moment)
            await self._sit_as_often_as_liked(entrant_token, moment + timedelta(minutes=1))
        except Refused as refused:
            # A false person gives up like a real one; the counts show how many did, and why.
            self.deeds.refusals[str(refused.answer.get("refusal", refused.status))] += 1
        return entrant_token

    def _arrives(self) -> datetime:
        """Most come in working hours and towards the end; nobody in the last half hour."""
        window = self.field.closes - self.field.opens
        span = max(window - timedelta(minutes=30), window / 2).total_seconds()
        draw = Chance(f"{self._draw.seed}/{self.field.opens.isoformat()}")
        return self.field.opens + timedelta(seconds=int(span * draw.share("arrives") ** 0.85))

    async def _enter(self, moment: datetime) -> str:
        with clock.pinned_here(moment):
            entered = await entered_by(self.person, self.field.caller, self.field.slug)
        self.deeds.people += 1
        return str(entered["entrant_token"])

    async def _sit_as_often_as_liked(self, token: str, moment: datetime) -> None:
        window = self.field.closes - self.field.opens
        last = self.field.closes - min(timedelta(minutes=25), window / 4)
        wanted = 1 + int(self.person.diligence * self.field.most_sittings)
        for ordinal in range(min(wanted, self.field.most_sittings)):
            for paper in self.field.papers or ("",):
                if moment >= last:
                    return
                moment = await self._sit(token, moment, ordinal, paper) + timedelta(minutes=2)
                self.deeds.took_part += ordinal == 0 and paper in {"", *self.field.papers[:1]}
            moment += timedelta(days=1) if self.field.once_a_day else timedelta(minutes=5)

    async def _sit(self, token: str, moment: datetime, ordinal: int, paper: str) -> datetime:
        """One sitting: the paper, two saves, the submission; returns when it was handed in."""
        wish = {"contest": self.field.slug, "device": self._device()}
        if paper:
            wish["part"] = paper
        with clock.pinned_here(moment):
            begun = await self.field.caller.send("POST", "/room/v1/sittings", wish, token=token)
        self.deeds.sittings += 1
        questions = begun["paper"]["questions"]
        answers = {str(q["place"]): self._answer(q, ordinal) for q in questions}
        pace = 4 + 22 * self._draw.share(f"pace {ordinal} {self.field.opens}")
        needed = min(
            timedelta(seconds=pace * len(questions)), timedelta(minutes=begun["minutes"]) * 0.9
        )
        half = dict(list(answers.items())[: len(answers) // 2])
        await self._save(begun["sitting_token"], half, 1, moment + needed / 2)
        await self._hand_in(begun, answers, moment + needed)
        return moment + needed

    async def _save(
        self, token: str, answers: dict[str, Any], revision: int, moment: datetime
    ) -> None:
        with clock.pinned_here(moment):
            await self.field.caller.send(
                "PUT",
                "/room/v1/sittings/current/sheet",
                {"revision": revision, "answers": answers},
                token=token,
            )
        self.deeds.saves += 1

    async def _hand_in(
        self, begun: dict[str, Any], answers: dict[str, Any], moment: datetime
    ) -> None:
        sheet: dict[str, Any] = {"revision": 2, "answers": answers}
        if begun["paper"].get("prediction"):
            spread = self._draw.share(f"guess {self.field.opens}") ** 3
            sheet["prediction"] = int(self.field.expected * (0.6 + 0.8 * spread))
        with clock.pinned_here(moment):
            await self.field.caller.send(
                "POST",
                "/room/v1/sittings/current/submission",
                sheet,
                token=begun["sitting_token"],
            )
        self.deeds.submissions += 1

    def _answer(self, question: dict[str, Any], ordinal: int) -> Any:
        """Right with the person's diligence, better with every sitting; else any option."""
        stem, options = _bare(question["stem"]), [_bare(one) for one in question["options"]]
        right = self.field.knowledge.get(stem, frozenset())
        known = self._draw.share(f"{stem} {ordinal}") < 0.45 + 0.5 * self.person.diligence
        kind, unknown = question["kind"], "0" if question["kind"] == "number" else "không rõ"
        if kind == "ordering":
            return list(range(len(options), 0, -1))
        if kind == "matching":
            targets = len(question["targets"])
            return [1 + self._draw.below(f"{stem} {ordinal} {one}", targets) for one in options]
        if not options:
            return next(iter(sorted(right)), unknown) if known else unknown
        places = [place for place, text in enumerate(options, start=1) if text in right]
        if not (known and places):
            places = [1 + self._draw.below(f"{stem} {ordinal} guess", len(options))]
        return places if kind == "multiple" else places[0]

    def _device(self) -> str:
        return self.field.device or f"false-{self.person.number}"


def _bare(text: str | list[tuple[str, str]]) -> str:
    """A text as the room shows it, without its faces."""
    return text if isinstance(text, str) else "".join(words for words, _face in text)
