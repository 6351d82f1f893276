"""Checks a sheet against its paper, so completely that the database never has to refuse it."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from hoithi.live.wire import Answer
from hoithi.questions.models import QuestionKind
from hoithi.sittings.facts.refusals import Malformed

_NUMBER = re.compile(r"-?[0-9]{1,15}([.,][0-9]{1,6})?$")
_WITHOUT_LETTERS = frozenset({"Cc", "Cs", "Co", "Cn"})


class Slot(NamedTuple):
    """What may be answered at one place of a paper."""

    kind: str
    options: int
    """How many; of true or false two."""


def checked(answers: Mapping[str, Answer], slots: Sequence[Slot]) -> dict[str, Answer]:
    """The sheet as it is stored: places in order, texts normalised, nothing empty.

    Refuses a place that the paper does not have and an answer of the wrong form.
    """
    found: list[tuple[int, Answer]] = []
    for place, answer in answers.items():
        if not (place.isascii() and place.isdigit() and place[0] != "0"):
            raise Malformed(problem="a place is no number")
        number = int(place)
        if number > len(slots):
            raise Malformed(problem="the paper has no such place")
        value = _value(answer, slots[number - 1])
        if value not in ("", []):
            found.append((number, value))
    return {str(number): value for number, value in sorted(found)}


def _value(answer: Answer, slot: Slot) -> Answer:
    if slot.kind in {QuestionKind.SINGLE, QuestionKind.TRUE_FALSE}:
        if isinstance(answer, int) and 1 <= answer <= slot.options:
            return answer
    elif slot.kind == QuestionKind.MULTIPLE:
        if isinstance(answer, list) and _distinct(answer, slot.options):
            return sorted(answer)
    elif slot.kind == QuestionKind.NUMERIC:
        return _number(answer)
    elif isinstance(answer, str):
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
