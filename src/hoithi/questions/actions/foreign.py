"""Questions of other systems into the bank, through the officials' table of questions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape

from hoithi.core.questions.codes import next_code
from hoithi.core.questions.records import Answer, LegalBasis, QuestionKind, QuestionText
from hoithi.core.questions.rows import OPTION_LETTERS
from hoithi.documents.questions.records import Kind, Problem, QuestionReading, ReadQuestion
from hoithi.documents.spreadsheets import Out, write_csv
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions.tables import import_questions
from hoithi.questions.facts import COLUMNS, table_row
from hoithi.questions.models import Bank

_BREAKS = re.compile(r"\s*<(?:br|/p|/div|/li|/h\d)\b[^<>]*>\s*", re.IGNORECASE)
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")


@dataclass(frozen=True)
class Beside:
    """What other systems' files do not state and every question of a bank has."""

    field: str
    difficulty: str
    document: str
    """Number and symbol of the document in which the answers stand."""
    file: str
    """The name of the file, for the journal."""


@dataclass(frozen=True)
class Left:
    """A question that the bank does not take, and why."""

    name: str
    kind: str
    problem: Problem
    line: int | None = None


@dataclass(frozen=True)
class Taken:
    """How many questions came into the bank, and what was left out."""

    written: int
    left: tuple[Left, ...]


class NothingTaken(Refusal):
    """Not every question can be taken, or none, and nothing was written; `left` says why."""

    def __init__(self, left: tuple[Left, ...]) -> None:
        super().__init__()
        self.left = left


def left_out(reading: QuestionReading) -> tuple[Left, ...]:
    """The questions that the bank would not take as they stand."""
    found = ((one, _why_not(one)) for one in reading.questions)
    return tuple(Left(one.name, one.kind, why, one.line) for one, why in found if why)


def take_foreign(
    bank: Bank,
    reading: QuestionReading,
    beside: Beside,
    *,
    partly: bool,
    by: Person | None,
    at: datetime,
) -> Taken:
    """Proposes the questions for review. With faults in the file all that is good is taken
    where `partly` says so, else nothing. Refuses a file in which nothing is good."""
    left = left_out(reading)
    good = [one for one in reading.questions if _why_not(one) is None]
    if not good or ((left or reading.faults) and not partly):
        raise NothingTaken(left)
    table = write_csv(COLUMNS, list(_lines(bank, good, beside)))
    return Taken(import_questions(bank, table, f"{beside.file}.csv", by=by, at=at), left)


def _lines(bank: Bank, questions: list[ReadQuestion], beside: Beside) -> Iterator[list[Out]]:
    taken = set(bank.questions.values_list("code", flat=True))
    code = max(taken, default="")
    for one in questions:
        code = next_code(code, taken)
        taken.add(code)
        text, answer = _question(one, beside)
        row: dict[str, Out] = dict(table_row(code, text, answer))
        yield [row[column.key] for column in COLUMNS]


def _why_not(question: ReadQuestion) -> Problem | None:
    """Why the bank does not take a question; None for one that it does."""
    if question.kind not in {Kind.MULTICHOICE, Kind.TRUEFALSE, Kind.SHORTANSWER}:
        return Problem.NOT_SUPPORTED
    if question.files:
        return Problem.HAS_FILES
    if question.kind == Kind.TRUEFALSE:
        return None
    if not _right(question):
        return Problem.NO_RIGHT_ANSWER
    is_choice = question.kind == Kind.MULTICHOICE
    return Problem.TOO_MANY_OPTIONS if is_choice and not _fits(question) else None


def _fits(question: ReadQuestion) -> bool:
    return 2 <= len(question.choices) <= len(OPTION_LETTERS)


def _right(question: ReadQuestion) -> frozenset[int]:
    """The places of what is right: an option worth all marks, or all that share them."""
    shares = [one.fraction for one in question.choices]
    if question.kind == Kind.MULTICHOICE and question.single is False:
        return frozenset(place for place, share in enumerate(shares) if share > 0)
    return frozenset(place for place, share in enumerate(shares) if share == 1)


def _question(read: ReadQuestion, beside: Beside) -> tuple[QuestionText, Answer]:
    right = _right(read)
    kind = _kind(read, right)
    texts = [plain(one.text) for one in read.choices]
    options = tuple(texts) if read.kind == Kind.MULTICHOICE else ()
    text = QuestionText(
        kind=kind,
        stem=plain(read.stem),
        field=beside.field,
        difficulty=beside.difficulty,
        options=options,
        basis=LegalBasis(number=beside.document),
    )
    if kind is QuestionKind.TRUE_FALSE:
        return text, Answer(is_true=read.is_true)
    if kind is QuestionKind.SHORT_TEXT:
        return text, Answer(accepted=tuple(texts[place] for place in sorted(right)))
    return text, Answer(places=right)


def _kind(read: ReadQuestion, right: frozenset[int]) -> QuestionKind:
    if read.kind == Kind.TRUEFALSE:
        return QuestionKind.TRUE_FALSE
    if read.kind == Kind.SHORTANSWER:
        return QuestionKind.SHORT_TEXT
    return QuestionKind.SINGLE if len(right) == 1 else QuestionKind.MULTIPLE


def plain(text: str) -> str:
    """The words of a text with markup; paragraphs become lines."""
    bare = unescape(_TAGS.sub("", _BREAKS.sub("\n", text)))
    return "\n".join(" ".join(line.split()) for line in bare.splitlines() if line.strip())
