"""A released question as readers of the study set see it: how it stands, how it is found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from hoithi.core.questions.keys import FALSE, TRUE
from hoithi.core.questions.records import Answer, QuestionKind, QuestionText
from hoithi.core.questions.rows import FIELDS, OPTION_LETTERS
from hoithi.core.vietnamese.text import fold

NOT_RELEASED = frozenset({QuestionKind.NUMERIC})
"""Predictions have no key, so there is nothing to study."""
_NO_ANSWER = Answer()


class Standing(StrEnum):
    """What became of a question after it was released."""

    AS_RELEASED = "as_released"
    CORRECTED = "corrected"
    """Its wording or its key is another one today; the newest approved one is shown."""
    TAKEN_BACK = "taken_back"
    """The head took it out of the set and said why."""
    WITHDRAWN = "withdrawn"
    """The bank uses it no more, or its key was cancelled."""


@dataclass(frozen=True)
class Wording:
    """Which wording of a question with which key."""

    version: int
    key: int


def standing(
    released: Wording, now: Wording | None, *, taken_back: bool, cancelled: bool
) -> Standing:
    """How a released question stands; `now` is what the bank has approved, None for nothing."""
    if taken_back:
        return Standing.TAKEN_BACK
    if now is None or cancelled:
        return Standing.WITHDRAWN
    return Standing.AS_RELEASED if now == released else Standing.CORRECTED


@dataclass(frozen=True)
class StudyQuestion:
    """One question of a study set under its own number: nothing in it tells of the bank."""

    number: int
    standing: Standing
    text: QuestionText | None = None
    """None once it is no longer to be studied."""
    answer: Answer = _NO_ANSWER
    since: datetime | None = None
    """When it was corrected or taken back."""
    reason: str = ""
    """Why it was taken back, as the public may read it."""

    @property
    def is_studied(self) -> bool:
        """Whether it is practised and printed."""
        return self.text is not None


@dataclass(frozen=True)
class StudyOption:
    """An option as it is read, and whether it is right."""

    letter: str
    text: str
    is_right: bool


def options_of(text: QuestionText, answer: Answer) -> tuple[StudyOption, ...]:
    """What is listed under the stem in the writer's order; true and false for such questions."""
    if text.kind is QuestionKind.TRUE_FALSE:
        return (
            StudyOption("", TRUE, answer.is_true is True),
            StudyOption("", FALSE, answer.is_true is False),
        )
    return tuple(
        StudyOption(OPTION_LETTERS[place], option, place in answer.places)
        for place, option in enumerate(text.options)
    )


def found(
    questions: Iterable[StudyQuestion], *, field: str = "", words: str = ""
) -> list[StudyQuestion]:
    """The questions of a field in which every word stands, with or without marks.

    What is no longer studied is found only where nothing is looked for: its notice belongs to
    the whole set.
    """
    wanted = fold(words).split()
    if not field and not wanted:
        return list(questions)
    return [
        one
        for one in questions
        if one.text is not None
        and field in {"", one.text.field}
        and all(word in _words_of(one.text) for word in wanted)
    ]


def _words_of(text: QuestionText) -> str:
    cited = (text.basis.number, text.basis.title)
    return fold(" ".join((text.stem, *text.options, *cited)))


def fields_of(questions: Iterable[StudyQuestion]) -> list[tuple[str, int]]:
    """The fields with how many questions each has, by the name that readers see."""
    counts: dict[str, int] = {}
    for one in questions:
        if one.text is not None:
            counts[one.text.field] = counts.get(one.text.field, 0) + 1
    return sorted(counts.items(), key=lambda pair: fold(FIELDS.get(pair[0], pair[0])))


def by_field(questions: Sequence[StudyQuestion]) -> list[tuple[str, list[StudyQuestion]]]:
    """What is studied, field by field, for printing."""
    return [(field, found(questions, field=field)) for field, _ in fields_of(questions)]
