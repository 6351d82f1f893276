"""A released question as its pages show it, and what the practice on the page compares with."""

import json
from dataclasses import dataclass

from hoithi.core.questions.records import Answer, QuestionKind, QuestionText
from hoithi.core.study import StudyOption, StudyQuestion, options_of
from hoithi.core.vietnamese.text import fold
from hoithi.wording.questions import cited
from hoithi.wording.study import right_words, standing_sentence

_CHECKED = {
    QuestionKind.SINGLE: "choice",
    QuestionKind.TRUE_FALSE: "choice",
    QuestionKind.MULTIPLE: "choices",
    QuestionKind.SHORT_TEXT: "text",
    QuestionKind.NUMBER: "number",
}
"""How the page can check an answer; what it cannot check, readers compare for themselves."""


@dataclass(frozen=True)
class ShownQuestion:
    """One question of the set."""

    number: int
    state: str
    """What became of it; empty while it stands as it was released."""
    text: QuestionText | None = None
    options: tuple[StudyOption, ...] = ()
    right: str = ""
    """The right answer in words."""
    basis: str = ""
    explanation: str = ""
    check: str = "self"
    key: str = ""
    """What the page compares with, as JSON: it is public beside every question anyway."""


def shown(question: StudyQuestion) -> ShownQuestion:
    """The question with all that is said beside it."""
    text, answer = question.text, question.answer
    state = standing_sentence(question)
    if text is None:
        return ShownQuestion(question.number, state)
    return ShownQuestion(
        question.number,
        state,
        text=text,
        options=options_of(text, answer),
        right=right_words(text, answer),
        basis=cited(text.basis),
        explanation=answer.explanation,
        check=_CHECKED.get(text.kind, "self"),
        key=json.dumps(_key(text, answer)),
    )


def _key(text: QuestionText, answer: Answer) -> list[int] | list[str]:
    if text.kind is QuestionKind.NUMBER:
        return [str(answer.value), str(answer.tolerance)]
    if text.kind is QuestionKind.SHORT_TEXT:
        return [fold(accepted) for accepted in answer.accepted]
    return [place for place, one in enumerate(options_of(text, answer)) if one.is_right]
