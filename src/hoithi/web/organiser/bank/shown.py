"""A question with its key as the pages of the bank show it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from hoithi.core.questions.keys import FALSE, TRUE
from hoithi.core.questions.records import CHOICE_KINDS, Answer, QuestionKind, QuestionText
from hoithi.core.questions.rows import OPTION_LETTERS
from hoithi.questions import queries
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.facts.differences import Difference, differences
from hoithi.questions.models import QuestionVersion


@dataclass(frozen=True)
class ShownOption:
    """An option as it is read: its letter, whether it is right, whether it keeps its place."""

    letter: str
    text: str
    is_right: bool
    is_anchored: bool
    weight: Decimal | None = None
    """Percent of the points, where the key says them."""


@dataclass(frozen=True)
class ShownRow:
    """A line of a matching question with its target, or an item at its right place."""

    mark: str
    text: str
    target: str


def shown_question(version: QuestionVersion) -> dict[str, Any]:
    """The context of the fragment `organiser/bank/text.html`."""
    text = text_of(version)
    answer = answer_of(text.kind, queries.newest_key(version))
    return {"version": version, **shown_text(text, answer)}


def shown_text(text: QuestionText, answer: Answer) -> dict[str, Any]:
    """A question with what is right, whether it is in a bank or on its way there."""
    return {
        "text": text,
        "answer": answer,
        "options": _options(text, answer),
        "rows": _rows(text, answer),
        "spare": _spare(text, answer),
    }


def _options(text: QuestionText, answer: Answer) -> list[ShownOption]:
    if text.kind is QuestionKind.TRUE_FALSE:
        rights = ((TRUE, answer.is_true is True), (FALSE, answer.is_true is False))
        return [ShownOption("", words, is_right, is_anchored=False) for words, is_right in rights]
    if text.kind not in CHOICE_KINDS:
        return []
    return [
        ShownOption(
            OPTION_LETTERS[place],
            option,
            place in answer.places,
            place in text.anchored,
            answer.weights[place] if answer.weights else None,
        )
        for place, option in enumerate(text.options)
    ]


def _rows(text: QuestionText, answer: Answer) -> list[ShownRow]:
    """Options with their targets, or items in their right order; nothing for other kinds."""
    if text.kind is QuestionKind.MATCHING:
        pairs = zip(OPTION_LETTERS, text.options, answer.pairs, strict=False)
        return [ShownRow(letter, option, text.targets[at]) for letter, option, at in pairs]
    order = enumerate(answer.order, 1)
    return [ShownRow(str(number), text.options[place], "") for number, place in order]


def _spare(text: QuestionText, answer: Answer) -> list[str]:
    """Targets that belong to no option."""
    return [one for place, one in enumerate(text.targets) if place not in answer.pairs]


@dataclass(frozen=True)
class Changed:
    """What a version changed in the one before."""

    number: int
    """Of the one before."""
    differences: list[Difference]


def changed_since(version: QuestionVersion, versions: Sequence[QuestionVersion]) -> Changed | None:
    """Beside the version before it; None for the first. One query."""
    earlier = next((one for one in versions if one.number < version.number), None)
    if earlier is None:
        return None
    keys = queries.newest_keys([earlier.pk, version.pk])
    told = []
    for one in (earlier, version):
        text = text_of(one)
        told.append((text, answer_of(text.kind, keys[one.pk])))
    return Changed(earlier.number, differences(*told))
