"""The written contest of the demonstration: its round is over, its essays are partly marked."""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from hoithi.contests.models import Round
from hoithi.contests.queries import current_version
from hoithi.core.questions.records import Answer, LegalBasis, QuestionKind, QuestionText
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.facts import door_of
from hoithi.essays.actions.beginning import begin
from hoithi.essays.actions.marking import Gave, save_sheet
from hoithi.essays.actions.sharing import add_marker, share_out
from hoithi.essays.facts import lines_of_essay
from hoithi.essays.models import EssayMarking, EssayTask
from hoithi.essays.queries import essay_part
from hoithi.live.room import Room
from hoithi.people.models import Person, RoleName
from hoithi.questions import actions as questions
from hoithi.rehearsals.caller import Caller
from hoithi.rehearsals.chance import Chance
from hoithi.rehearsals.contestant import Contestant, Deeds, Field
from hoithi.rehearsals.demo import founding
from hoithi.rehearsals.demo.essay_rules import SLUG, rules
from hoithi.rehearsals.demo.essay_texts import RUBRIC, STEM, TEXTS
from hoithi.rehearsals.demo.founding import Founded
from hoithi.rehearsals.people import FalsePerson, people
from hoithi.rehearsals.stage import knowledge_of, places_of
from hoithi.sittings.actions.pools import seal_pool

_PAPERS = 10
_MARKS: dict[int, tuple[tuple[str, ...], ...]] = {
    # By number of the essay: what its first and its second marker gave for each line.
    1: (("3.25", "4.5"), ("3.5", "4.5")),
    2: (("2.5", "4.25"), ("2.75", "3.75")),
    3: (("3.75", "5.25"), ("2", "3")),
    4: (("2.25", "4"), ("2.5", "4")),
    5: (("3.5", "5"), ()),
}
"""The third differs by 40 of 100: it has gone to a third marker, who has not marked it yet."""


class _Writer(Contestant):
    """A false person who has a text ready for the essay."""

    text = ""

    def _answer(self, question: dict[str, Any], ordinal: int) -> Any:
        if question["kind"] == QuestionKind.ESSAY:
            return self.text
        return super()._answer(question, ordinal)


def hold_written_contest(founded: Founded, weekly: Rulebook, *, at: datetime) -> EssayMarking:
    """The contest from its question to the first marks, as its officials and judges would.

    `weekly` are the rules of the body's other contest: who may take part is the same.
    """
    early = at - timedelta(days=20)
    organiser = founded.holder(RoleName.ORGANISER)
    _ask(founded, at=early)
    rulebook = rules(weekly, local_day(at))
    round_ = founding.found_contest(founded, rulebook, SLUG, at=early).rounds.get()
    seal_pool(round_, "paper", "", size=_PAPERS, by=organiser, at=early)
    _write(round_, rulebook, at=early)
    begun = at - timedelta(days=2)
    marking = begin(round_, "essays", by=organiser, at=begun)
    for judge in Person.objects.filter(roles__name=RoleName.JUDGE, roles__body=founded.body):
        add_marker(marking, judge, [], by=organiser, at=begun)
    _mark(marking, essay_part(round_, "essays", at=begun), by=organiser, at=begun)
    return marking


def _ask(founded: Founded, *, at: datetime) -> None:
    """The question joins the bank; another person finds it sound."""
    writer = founded.holder(RoleName.QUESTION_WRITER)
    reviewer = founded.holder(RoleName.QUESTION_REVIEWER)
    basis = LegalBasis("61/2018/NĐ-CP", article="1")
    text = QuestionText(
        QuestionKind.ESSAY, STEM, "online-services", "medium", basis=basis, longest=300
    )
    bank = founded.body.banks.get()
    version = questions.add(bank, "DVC-TL1", text, Answer(rubric=RUBRIC), by=writer, at=at)
    questions.approve(version, by=reviewer, at=at)


def _write(round_: Round, rulebook: Rulebook, *, at: datetime) -> None:
    """So many false people as there are texts enter, sit and hand in through the room."""
    room = Room()
    asyncio.run(_written(room, _field(round_, Caller(room)), _crowd(round_, rulebook, at=at)))


def _field(round_: Round, caller: Caller) -> Field:
    if round_.opens_at is None or round_.closes_at is None:
        raise TypeError(round_.key)
    return Field(
        caller=caller,
        slug=SLUG,
        opens=round_.opens_at,
        closes=round_.closes_at,
        knowledge=knowledge_of(round_.contest),
        chance=Chance(SLUG),
        expected=len(TEXTS),
        most_sittings=1,
    )


def _crowd(round_: Round, rulebook: Rulebook, *, at: datetime) -> Sequence[FalsePerson]:
    chance = Chance(SLUG)
    door = door_of(round_.contest, current_version(round_.contest, at=at), at=at)
    return people(places_of(door.units.values(), rulebook, len(TEXTS), chance), chance)


async def _written(room: Room, field: Field, crowd: Sequence[FalsePerson]) -> None:
    try:
        for person, text in zip(crowd, TEXTS, strict=True):
            writer = _Writer(person, field, Deeds())
            writer.text = text
            await writer.take_part()
    finally:
        await room.close()


def _mark(marking: EssayMarking, part: JuryPart, *, by: Person, at: datetime) -> None:
    """Essays are shared out; some are marked by both, one by the first, one needs a third."""
    share_out(marking, part, by=by, at=at)
    tasks = EssayTask.objects.filter(essay__marking=marking, essay__number__in=_MARKS)
    order = tasks.select_related("essay__marking__round", "marker__person")
    for place, task in enumerate(order.order_by("essay__number", "turn")):
        if given := _MARKS[task.essay.number][task.turn - 1]:
            moment = at + timedelta(minutes=20 * (place + 1))
            _hand_in(task, part, given, at=moment)


def _hand_in(task: EssayTask, part: JuryPart, given: Sequence[str], *, at: datetime) -> None:
    lines = lines_of_essay(task.essay)
    marks = {line.key: Decimal(mark) for line, mark in zip(lines, given, strict=True)}
    gave = Gave(marks, "Đã đọc hết bài.", hands_in=True)
    save_sheet(task, part, gave, by=task.marker.person, at=at)
