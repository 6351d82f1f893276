"""What a paper is drawn from, what it is, and how it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

import msgspec

from hoithi.core.rulebook.parts import Difficulty, Draw, PaperPart
from hoithi.core.vietnamese.text import fold
from hoithi.kit.refusals import Refusal

ALL_AUDIENCES = "all"


class PaperUnreadable(Refusal):
    """What is stored as a paper is none."""


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """What the draw must know about one version of a question; never its key."""

    version_id: int
    field: str
    difficulty: Difficulty
    audience: str = ALL_AUDIENCES
    options: int = 0
    """How many options it has; none for numbers and short texts."""
    anchored: tuple[int, ...] = ()
    """Options (from 0) that keep their place: "all of the above"."""
    never_with: frozenset[int] = frozenset()
    """Versions that must not be in one paper with it (one gives the other away)."""
    unlike: tuple[int, ...] = ()
    """The order of options that is never shown, nor begun with: it would be the right answer."""
    is_essay: bool = False
    topic: str = ""
    released: bool = False
    """It stands in the study set (bộ câu hỏi ôn tập), with its answer."""


@dataclass(frozen=True, slots=True)
class Blueprint:
    """The rows of a paper (ma trận đề) and what is shuffled."""

    rows: tuple[Draw, ...]
    audience: str | None = None
    """The audience of the group, for rows that name none; none takes every question."""
    shuffle_questions: bool = True
    shuffle_options: bool = True
    released_share: Decimal | None = None
    """At most so many percent of the questions come from the study set; none without limit."""

    @classmethod
    def of(cls, part: PaperPart, audience: str | None = None) -> Self:
        """As the paper of a round and group says it."""
        shuffled = (part.shuffle_questions, part.shuffle_options)
        return cls(part.blueprint, audience, *shuffled, part.released_share)

    @property
    def length(self) -> int:
        """How many questions a paper has."""
        return sum(row.count for row in self.rows)

    @property
    def most_released(self) -> int:
        """How many questions of a paper may come from the study set; a part of one is none."""
        if self.released_share is None:
            return self.length
        return int(self.length * self.released_share / 100)


class PaperLine(msgspec.Struct, frozen=True, array_like=True):
    """One question of a paper: its version, its options in the order shown, its row."""

    question: int
    options: tuple[int, ...]
    """Options of the bank (from 0) in the order in which they are shown."""
    row: int = 0
    """The row of the blueprint that drew it and says its points."""


class Paper(msgspec.Struct, frozen=True):
    """A drawn paper (đề thi) with what proves it."""

    lines: tuple[PaperLine, ...]
    seed: str
    version: int
    """Of the way of drawing."""


def encode(paper: Paper) -> list[list[object]]:
    """A paper as it is stored: [[question version, [option order], row], …]."""
    return [[line.question, list(line.options), line.row] for line in paper.lines]


def decode(content: object) -> tuple[PaperLine, ...]:
    """The lines of a stored paper. Refuses what is none."""
    try:
        lines = msgspec.convert(content, tuple[PaperLine, ...])
    except msgspec.ValidationError as error:
        raise PaperUnreadable(error=str(error)) from error
    for line in lines:
        if sorted(line.options) != list(range(len(line.options))):
            raise PaperUnreadable(question=line.question, options=line.options)
    return lines


def suits(question: BankQuestion, row: Draw, audience: str | None) -> bool:
    """Whether a row may draw the question: its field, topic, difficulty and audience."""
    wanted = row.audience or audience
    return (
        question.field == row.field
        and question.is_essay == row.essay
        and (row.topic is None or fold(question.topic) == fold(row.topic))
        and row.difficulty in {None, question.difficulty}
        and (wanted is None or question.audience in {wanted, ALL_AUDIENCES})
    )


def candidates(
    questions: Sequence[BankQuestion], row: Draw, audience: str | None
) -> list[BankQuestion]:
    """The questions a row may draw, the same order whatever the order of the bank."""
    found = [question for question in questions if suits(question, row, audience)]
    return sorted(found, key=lambda question: question.version_id)
