"""What two typings of a sheet differ in, and a typed sheet, as people read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from string import ascii_uppercase
from typing import Any

from django.utils.translation import gettext as _

from hoithi.contests.models import Round
from hoithi.contests.queries import rules_of_round
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import parts_in
from hoithi.core.vietnamese.dates import moment_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.people.models import Person
from hoithi.questions.models import QuestionKind
from hoithi.sittings.actions.typing import Compared
from hoithi.sittings.models import Paper, TypedSheet
from hoithi.sittings.queries.typed import Slot, paper_code, slots_of


def paper_titles(round_: Round, *, at: datetime) -> dict[str, str]:
    """By key what the papers of a round are called; nothing where there is only one."""
    parts = parts_in(rules_of_round(round_, at=at), round_.key)
    papers = [part for part in parts if isinstance(part, PaperPart)]
    return {part.key: part.title for part in papers} if len(papers) > 1 else {}


@dataclass(frozen=True)
class ShownDifference:
    """A place in which two typings differ; what the other one read there stays unseen."""

    place: str
    mine: str


def differences_shown(done: Compared, person: Person) -> list[ShownDifference]:
    """Where the person's own typing differs from the other one."""
    if done.other is None:
        return []
    other = done.other
    mine = TypedSheet.objects.select_related("paper__pool").get(
        entrant=other.entrant_id,
        round=other.round_id,
        part_key=other.part_key,
        typed_by=person,
    )
    return [
        ShownDifference(place_shown(place), value_shown(mine, place)) for place in done.differing
    ]


def place_shown(place: str) -> str:
    """A place of a sheet as people call it: a question, a time, the code."""
    named = {
        "seconds": _("Thời gian làm bài"),
        "began_at": _("Giờ bắt đầu"),
        "prediction": _("Số dự đoán"),
        "paper": _("Mã đề"),
    }
    return named.get(place) or _("Câu %(place)s") % {"place": place}


def value_shown(sheet: TypedSheet, place: str) -> str:
    """What was typed at a place: letters of options, words, a time."""
    if place == "seconds":
        minutes, seconds = divmod(sheet.seconds, 60)
        return _("%(minutes)s phút %(seconds)s giây") % {"minutes": minutes, "seconds": seconds}
    if place == "began_at":
        return moment_text(LocalMoment.of(sheet.began_at)) if sheet.began_at else "–"
    if place == "paper":
        return paper_code(sheet.paper)
    answer = sheet.answers.get(place)
    if place == "prediction" or answer is None:
        return "–" if answer is None else str(answer)
    kinds = {str(slot.place): slot.kind for slot in slots_of(sheet.paper)}
    return _answer(answer, kinds.get(place, ""))


def _answer(answer: Any, kind: str) -> str:
    places = answer if isinstance(answer, list) else [answer]
    if kind == QuestionKind.MATCHING:
        pairs = zip(ascii_uppercase, places, strict=False)
        return ", ".join(f"{letter}{place}" for letter, place in pairs if place)
    if any(isinstance(place, str) for place in places):
        return str(answer)
    return ", ".join(ascii_uppercase[place - 1] for place in places)


def answers_shown(sheet: TypedSheet, slots: Sequence[Slot]) -> list[tuple[str, str]]:
    """Every answer of a typed sheet by place."""
    found = []
    for slot in slots:
        answer = sheet.answers.get(str(slot.place))
        found.append((str(slot.place), "–" if answer is None else _answer(answer, slot.kind)))
    return found


def boxes_of(own: TypedSheet | None, paper: Paper) -> dict[str, Any]:
    """What the person typed before of this very paper, to be gone over."""
    if own is None or own.paper_id != paper.pk:
        return {}
    minutes, seconds = divmod(own.seconds, 60)
    answers = answers_shown(own, slots_of(paper))
    found = {f"cau-{place}": answer for place, answer in answers if answer != "–"}
    return found | {
        "began_at": own.began_at,
        "minutes": minutes,
        "seconds": seconds,
        "prediction": own.answers.get("prediction"),
    }
