"""A contest with an open round, a bank, sealed papers and people, and a client of its room."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.db import transaction
from msgspec.structs import replace

from hoithi.contests import actions as contests
from hoithi.contests.models import Contest, ContestState, Round
from hoithi.core.rulebook.document import ContestKind, Publication, Rulebook, Window
from hoithi.core.rulebook.document import Round as RoundRules
from hoithi.core.rulebook.parts import AttemptRules, Draw, PaperPart, Prediction, PredictionTarget
from hoithi.core.rulebook.ranking import By, Direction, RankingKey
from hoithi.entries.facts import entrant_token
from hoithi.entries.models import Entrant
from hoithi.kit import clock
from hoithi.live.desk import Desk
from hoithi.live.room import Room
from hoithi.questions.models import AnswerKey, Bank, Question, QuestionVersion
from hoithi.sittings.actions.pools import seal_pool
from tests import make
from tests.config.serving import Heard, ask

AT = make.AT
MINUTES = 20
SECOND = "resolution"
"""Key of the second paper, where there are two."""
KINDS = ("single", "multiple", "true_false", "short_text")
OPTIONS = ["Một", "Hai", "Ba", "Bốn"]
RIGHT: dict[str, Any] = {
    "single": [0],
    "multiple": [1, 3],
    "true_false": True,
    "short_text": ["một cửa"],
}
_numbers = count(200_001)


WEEK = RoundRules(
    key="week-1",
    title="Tuần 1",
    window=Window(opens="2026-11-02T08:00", closes="2026-11-08T24:00"),
    publishes="2026-11-10T08:00",
)


ASKED = Prediction(target=PredictionTarget.CONTESTANTS, text="Bao nhiêu người?")


def field_of(kind: str) -> str:
    """Each kind of question is a field of its own, so that a paper has two of each."""
    return f"field-{kind.replace('_', '-')}"


def rules(
    *,
    paper: dict[str, Any] | None = None,
    attempts: dict[str, Any] | None = None,
    score_at_once: bool = False,
    **changes: Any,
) -> Rulebook:
    """One week, three attempts, two of them a day; two questions of each kind, in that order."""
    part = PaperPart(
        key="paper",
        title="Bài thi",
        minutes=MINUTES,
        blueprint=tuple(Draw(field=field_of(kind), count=2) for kind in KINDS),
        shuffle_questions=False,
        **{"prediction": ASKED, **(paper or {})},
    )
    changes = {"rounds": (WEEK,), **changes}
    return Rulebook(
        kind=ContestKind.ONLINE,
        key="contest",
        title="Cuộc thi",
        organiser="UBND xã Hòa Sơn",
        parts=(part,),
        attempts=AttemptRules(**{"a_round": 3, "a_day": 2, **(attempts or {})}),
        ranking=(RankingKey(by=By.POINTS, first=Direction.MORE),),
        publication=Publication(score_at_once=score_at_once),
        **changes,
    )


def two_papers(**facts: Any) -> Rulebook:
    """The same with a second paper of half an hour, which asks for no prediction."""
    made = rules(**facts)
    first = replace(made.parts[0], title="Bài pháp luật")
    second = replace(first, key=SECOND, title="Bài nghị quyết", minutes=30, prediction=None)
    return replace(made, parts=(first, second))


@transaction.atomic
def contest(rulebook: Rulebook | None = None) -> Contest:
    """An announced contest with its rounds, a bank of three questions a row, four papers."""
    body = make.body()
    slug = f"cuoc-thi-{next(_numbers)}"
    begun = AT - timedelta(days=10)
    made = contests.create(rulebook or rules(), body=body, by=None, at=begun, slug=slug)
    contests.put_in_force(made, by=make.person(of=body), at=begun)
    Contest.objects.filter(pk=made.pk).update(state=ContestState.ANNOUNCED)
    bank(made)
    for round_ in Round.objects.filter(contest=made):
        for part in (rulebook or rules()).parts:
            seal_pool(round_, part.key, "", size=4, by=None, at=begun)
    return made


def bank(of: Contest) -> None:
    """Three questions of each kind, with keys."""
    made = Bank.objects.create(body=of.body, title="Ngân hàng", created_at=AT)
    made.contests.add(of)
    for kind in KINDS:
        for number in range(3):
            _question(made, kind, number)


def _question(of: Bank, kind: str, number: int) -> None:
    question = Question.objects.create(bank=of, code=f"{kind}-{number}")
    version = QuestionVersion.objects.create(
        question=question,
        number=1,
        kind=kind,
        stem=f"Câu hỏi {kind} {number}?",
        options=OPTIONS if kind in {"single", "multiple"} else [],
        field=field_of(kind),
        difficulty="easy",
        document_number="61/2018/NĐ-CP",
        state="approved",
        made_at=AT,
    )
    AnswerKey.objects.create(
        version=version, number=1, right=RIGHT[kind], explanation="Vì thế.", made_at=AT
    )


def entrant(of: Contest, **facts: Any) -> Entrant:
    """Somebody who has entered."""
    facts = {"consented_at": AT, "registered_at": AT, "name": "N. T. An", **facts}
    return Entrant.objects.create(contest=of, key_hash=f"{next(_numbers):064}", **facts)


def token(of: Entrant) -> str:
    """What the device of this entrant keeps."""
    return entrant_token(of)


@dataclass
class Answered:
    """What the room answered."""

    status: int
    json: dict[str, Any]
    headers: dict[str, str]

    @property
    def said(self) -> tuple[int, str]:
        """Status and the code of the refusal."""
        return self.status, self.json.get("refusal", "")


@dataclass
class Client:
    """A page that talks to the room at moments of the test's choosing."""

    room: Room = field(default_factory=lambda: Room(lambda: Desk(fresh_seconds=0.0)))
    now: datetime = AT

    async def send(
        self, method: str, path: str, data: object = b"", token: str = "", **headers: str
    ) -> Answered:
        """One packet at the moment `now`; bytes are sent as they are."""
        body = data if isinstance(data, bytes) else json.dumps(data).encode()
        if token:
            headers["Authorization"] = f"Bearer {token}"
        with clock.pinned_here(self.now):
            heard: Heard = await ask(
                self.room, f"/room/v1/{path}", method=method, body=[body], headers=headers
            )
        return Answered(heard.status, json.loads(heard.body or b"{}"), heard.headers)

    async def start(self, of: Entrant, device: str = "may-1", **wish: Any) -> Answered:
        """Begins or goes on."""
        data = {"contest": of.contest.slug, "device": device, **wish}
        return await self.send("POST", "sittings", data, token(of))

    async def save(
        self, sitting: str, revision: int, answers: dict[str, Any], **facts: Any
    ) -> Answered:
        """Saves a sheet with a sitting's token."""
        data = {"revision": revision, "answers": answers, **facts}
        return await self.send("PUT", "sittings/current/sheet", data, sitting)

    async def hand_in(
        self, sitting: str, revision: int, answers: dict[str, Any], **facts: Any
    ) -> Answered:
        """Hands in with a sitting's token."""
        data = {"revision": revision, "answers": answers, **facts}
        return await self.send("POST", "sittings/current/submission", data, sitting)

    async def meanwhile(self, deed: Callable[[], object]) -> None:
        """Something that staff does at the database while the page is open."""
        await self.room.desk.readers.ask(deed)

    def later(self, **span: float) -> "Client":
        """Moves the moment."""
        self.now += timedelta(**span)
        return self


Story = Callable[[Client], Awaitable[Any]]


def told(story: Story) -> Any:
    """Runs a story with a client and closes its room."""

    async def whole() -> Any:
        client = Client()
        try:
            return await story(client)
        finally:
            await client.room.close()

    return asyncio.run(whole())


def answers(sitting: dict[str, Any]) -> dict[str, Any]:
    """An answer of the right form to each question of a paper."""
    forms: dict[str, Any] = {
        "single": 2,
        "multiple": [1, 3],
        "true_false": 1,
        "short_text": "một cửa",
    }
    return {str(one["place"]): forms[one["kind"]] for one in sitting["paper"]["questions"]}


def right_answers(sitting: dict[str, Any]) -> dict[str, Any]:
    """The right answer to each question of a paper, by the places in which options are shown."""
    found: dict[str, Any] = {}
    for question in sitting["paper"]["questions"]:
        right, shown = RIGHT[question["kind"]], question["options"]
        choice = question["kind"] in {"single", "multiple"}
        places = [shown.index(OPTIONS[one]) + 1 for one in right] if choice else [1]
        answer = right if question["kind"] == "short_text" else places
        found[str(question["place"])] = answer if question["kind"] == "multiple" else answer[0]
    return found
