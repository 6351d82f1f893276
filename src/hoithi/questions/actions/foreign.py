"""Questions of files into the bank, seen before they are taken; what is not taken is named."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from hoithi.core.questions.codes import next_code
from hoithi.core.questions.records import QuestionFault
from hoithi.core.questions.rows import ReadQuestion as Read
from hoithi.core.questions.rows import read_question
from hoithi.documents.questions.records import Problem, QuestionReading, ReadQuestion
from hoithi.documents.questions.rows import row_of, same_question, why_not
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions.tables import MOST_QUESTIONS, as_they_are, put_all
from hoithi.questions.facts import COLUMNS, table_row
from hoithi.questions.models import Bank, QuestionState, QuestionVersion


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
    problem: Problem | None
    line: int | None = None
    faults: tuple[QuestionFault, ...] = ()
    """Where the rules of questions speak against it."""


@dataclass(frozen=True)
class There:
    """A question that the bank has already, or the file once more."""

    name: str
    code: str
    line: int | None = None


@dataclass(frozen=True)
class Seen:
    """What a file would bring into the bank; nothing is written."""

    good: tuple[Read, ...]
    """What would be written: new questions, and new versions of known codes."""
    left: tuple[Left, ...]
    there: tuple[There, ...]
    changed: frozenset[str]
    """The codes among the good that the bank has with other words or another key."""

    @property
    def is_too_much(self) -> bool:
        """Whether one deed may not write so many."""
        return len(self.good) > MOST_QUESTIONS


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


class TooManyQuestions(Refusal):
    """One file may bring so many questions only."""

    def __init__(self) -> None:
        super().__init__(most=MOST_QUESTIONS)


def left_out(reading: QuestionReading) -> tuple[Left, ...]:
    """The questions that no bank would take, whatever it holds."""
    found = ((one, _why_not(one)) for one in reading.questions)
    return tuple(Left(one.name, one.kind, why, one.line) for one, why in found if why)


def look(bank: Bank, reading: QuestionReading, beside: Beside) -> Seen:
    """What the file would bring: good questions, those that are there already, and the others."""
    stand = as_they_are(bank)
    known = {
        same_question(table_row(code, text, answer)): code for code, (text, answer) in stand.items()
    }
    good, left, there = list[Read](), list(left_out(reading)), list[There]()
    for one, row in _rows(bank, reading, beside):
        twin = known.setdefault(same_question(row), row["code"])
        read = read_question(one.line or 0, row)
        if read.faults or read.question is None:
            left.append(Left(one.name, one.kind, None, one.line, read.faults))
        elif stand.get(read.code) == (read.question, read.answer):
            there.append(There(one.name, read.code, one.line))
        elif twin != row["code"]:
            there.append(There(one.name, twin, one.line))
        else:
            good.append(read)
    changed = frozenset(one.code for one in good if one.code in stand)
    return Seen(tuple(good), tuple(left), tuple(there), changed)


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
    with transaction.atomic():
        locked = Bank.objects.select_for_update().get(pk=bank.pk)
        seen = look(locked, reading, beside)
        has_faults = bool(seen.left or reading.faults)
        if not (seen.good or seen.there) or (has_faults and not partly):
            raise NothingTaken(seen.left)
        if seen.is_too_much:
            raise TooManyQuestions
        pattern = QuestionVersion(author=by, made_at=at, state=QuestionState.PROPOSED)
        written = put_all(locked, seen.good, pattern, beside.file) if seen.good else 0
    return Taken(written, seen.left)


def _rows(
    bank: Bank, reading: QuestionReading, beside: Beside
) -> Iterator[tuple[ReadQuestion, Mapping[str, str]]]:
    """The lines of the officials' table, with a code of its own for each that states none."""
    taken = set(bank.questions.values_list("code", flat=True))
    code = max(taken, default="")
    usual = {
        "field": beside.field,
        "difficulty": beside.difficulty,
        "document_number": beside.document,
    }
    for one in reading.questions:
        if _why_not(one):
            continue
        row = {column.key: "" for column in COLUMNS} | usual | row_of(one)
        if not row["code"]:
            code = next_code(code, taken)
            row["code"] = code
        taken.add(row["code"])
        yield one, row


def _why_not(question: ReadQuestion) -> Problem | None:
    """Why the bank does not take a question; None for one that it does."""
    if question.files and "media" not in question.stated:
        return Problem.HAS_FILES
    return why_not(question)
