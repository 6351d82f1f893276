"""A question with its key as the pages of the bank show it."""

from dataclasses import dataclass
from typing import Any

from hoithi.core.questions.keys import FALSE, TRUE
from hoithi.core.questions.records import Answer, QuestionKind, QuestionText
from hoithi.core.questions.rows import OPTION_LETTERS
from hoithi.questions import queries
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import QuestionVersion


@dataclass(frozen=True)
class ShownOption:
    """An option as it is read: its letter, whether it is right, whether it keeps its place."""

    letter: str
    text: str
    is_right: bool
    is_anchored: bool


def shown_question(version: QuestionVersion) -> dict[str, Any]:
    """The context of the fragment `organiser/bank/text.html`."""
    text = text_of(version)
    answer = answer_of(text.kind, queries.newest_key(version))
    return {
        "version": version,
        "text": text,
        "answer": answer,
        "options": _options(text, answer),
    }


def _options(text: QuestionText, answer: Answer) -> list[ShownOption]:
    if text.kind is QuestionKind.TRUE_FALSE:
        rights = ((TRUE, answer.is_true is True), (FALSE, answer.is_true is False))
        return [ShownOption("", words, is_right, is_anchored=False) for words, is_right in rights]
    return [
        ShownOption(OPTION_LETTERS[place], option, place in answer.places, place in text.anchored)
        for place, option in enumerate(text.options)
    ]
