"""Checks a sheet against its paper, so completely that the database never has to refuse it."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from hoithi.live.wire import Answer
from hoithi.questions.models import QuestionKind
from hoithi.sittings.facts.refusals import Malformed

_NUMBER = re.compile(r"-?[0-9]{1,15}([.,][0-9]{1,6})?$")
_ONE = {QuestionKind.SINGLE, QuestionKind.TRUE_FALSE}
_WITHOUT_LETTERS = frozenset({"Cc", "Cs", "Co", "Cn"})


class Slot(NamedTuple):
    """What may be answered at one place of a paper."""

    kind: str
    options: int
    """How many; of true or false two."""
    one: bool
    """Answered with one place."""


def slots_of(kinds: Iterable[tuple[str, int]]) -> dict[str, Slot]:
    """The slots of a paper by place, from the kind and the number of options of its questions."""
    return {
        str(place): Slot(kind, options, kind in _ONE)
        for place, (kind, options) in enumerate(kinds, 1)
    }


def checked(answers: Mapping[str, Answer], slots: Mapping[str, Slot]) -> dict[str, Answer]:
    """The sheet as it is stored: texts normalised, nothing empty.

    Refuses a place that the paper does not have and an answer of the wrong form.
    """
    found: dict[str, Answer] = {}
    for place, answer in answers.items():
        slot = slots.get(place)
        if slot is None:
            raise Malformed(problem="the paper has no such place")
        # Most questions are answered with one place, and this is the room's busiest loop.
        if slot.one and type(answer) is int and 1 <= answer <= slot.options:
            found[place] = answer
        elif (value := _value(answer, slot)) not in ("", []):
            found[place] = value
    return found


def _value(answer: Answer, slot: Slot) -> Answer:
    if slot.kind == QuestionKind.MULTIPLE:
        if isinstance(answer, list) and _distinct(answer, slot.options):
            return sorted(answer)
    elif slot.kind == QuestionKind.NUMERIC:
        return _number(answer)
    elif slot.kind == QuestionKind.SHORT_TEXT and isinstance(answer, str):
        return _text(answer)
    raise Malformed(problem="the answer does not fit the question")


def _distinct(places: list[int], options: int) -> bool:
    return len(set(places)) == len(places) and all(1 <= place <= options for place in places)


def _number(answer: Answer) -> Answer:
    text = str(answer).strip() if isinstance(answer, int | str) else "?"
    if text and not _NUMBER.match(text):
        raise Malformed(problem="the answer is no number")
    return text.replace(",", ".")


def _text(answer: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(answer.split()))
    if any(unicodedata.category(sign) in _WITHOUT_LETTERS for sign in text):
        raise Malformed(problem="the text has signs that cannot be written")
    return text
