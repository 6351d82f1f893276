"""Checks a sheet against its paper, so completely that the database never has to refuse it."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from hoithi.core.questions.numbers import number_of
from hoithi.live.wire import Answer
from hoithi.questions.models import QuestionKind
from hoithi.sittings.facts.refusals import Malformed

LONGEST_TEXT = 500
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
    rows: int = 0
    """Of a matching question, whose options are its targets here: how many are matched."""


def slots_of(kinds: Iterable[tuple[str, int, int]]) -> dict[str, Slot]:
    """The slots of a paper by place: kind, number of options shown, rows of a matching question."""
    return {
        str(place): Slot(kind, options, kind in _ONE, rows)
        for place, (kind, options, rows) in enumerate(kinds, 1)
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
    check = _CHECKS.get(slot.kind)
    if check is None:
        raise Malformed(problem="the answer does not fit the question")
    return check(answer, slot)


def _several(answer: Answer, slot: Slot) -> Answer:
    if isinstance(answer, list) and _distinct(answer, slot.options):
        return sorted(answer)
    raise Malformed(problem="the answer does not fit the question")


def _pairs(answer: Answer, slot: Slot) -> Answer:
    """For each option the place of its target, or 0; nothing where no option has one."""
    if not isinstance(answer, list) or len(answer) not in {0, slot.rows}:
        raise Malformed(problem="the answer does not fit the question")
    if not all(0 <= place <= slot.options for place in answer):
        raise Malformed(problem="the answer does not fit the question")
    return answer if any(answer) else []


def _order(answer: Answer, slot: Slot) -> Answer:
    """Every option once."""
    if not isinstance(answer, list) or len(answer) not in {0, slot.options}:
        raise Malformed(problem="the answer does not fit the question")
    if _distinct(answer, slot.options):
        return answer
    raise Malformed(problem="the answer does not fit the question")


def _distinct(places: list[int], options: int) -> bool:
    return len(set(places)) == len(places) and all(1 <= place <= options for place in places)


def _prediction(answer: Answer, _slot: Slot) -> Answer:
    text = str(answer).strip() if isinstance(answer, int | str) else "?"
    if text and not _NUMBER.match(text):
        raise Malformed(problem="the answer is no number")
    return text.replace(",", ".")


def _number(answer: Answer, _slot: Slot) -> Answer:
    """The number with a point before its decimals, however it was typed: "1.234,5" is 1234.5."""
    if isinstance(answer, str) and not answer.strip():
        return ""
    number = None if isinstance(answer, list) else number_of(answer)
    if number is None:
        raise Malformed(problem="the answer is no number")
    return f"{number:f}"


def _text(answer: Answer, _slot: Slot) -> Answer:
    if not isinstance(answer, str) or len(answer) > LONGEST_TEXT:
        raise Malformed(problem="the answer does not fit the question")
    return _written(" ".join(answer.split()))


def _essay(answer: Answer, _slot: Slot) -> Answer:
    """Lines as they were written, without spaces at their ends."""
    if not isinstance(answer, str):
        raise Malformed(problem="the answer does not fit the question")
    lines = (_written(" ".join(line.split())) for line in answer.splitlines())
    return "\n".join(lines).strip("\n")


def _written(line: str) -> str:
    text = unicodedata.normalize("NFC", line)
    if any(unicodedata.category(sign) in _WITHOUT_LETTERS for sign in text):
        raise Malformed(problem="the text has signs that cannot be written")
    return text


_CHECKS: dict[str, Callable[[Answer, Slot], Answer]] = {
    QuestionKind.MULTIPLE: _several,
    QuestionKind.NUMERIC: _prediction,
    QuestionKind.SHORT_TEXT: _text,
    QuestionKind.NUMBER: _number,
    QuestionKind.MATCHING: _pairs,
    QuestionKind.ORDERING: _order,
    QuestionKind.ESSAY: _essay,
}
