"""Questions of files into the bank, seen before they are taken; what is not taken is named."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from hoithi.core.questions.codes import next_code
from hoithi.core.questions.records import Answer, FaultCode, QuestionFault, QuestionText
from hoithi.core.questions.rows import ReadQuestion as Read
from hoithi.core.questions.rows import read_question
from hoithi.documents.questions.records import (
    Kind,
    Problem,
    QuestionReading,
    ReadQuestion,
    Unreadable,
)
from hoithi.documents.questions.rows import (
    doubts_in,
    numbers_as_text,
    row_of,
    same_question,
    why_not,
)
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions.arriving import Arrived, arrived, digests_of, keep, with_media
from hoithi.questions.actions.tables import MOST_QUESTIONS, as_they_are, put_all, with_file
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
    facts: Mapping[str, str] = field(default_factory=dict)
    """For the sentence of the problem."""


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
    files: Mapping[str, Arrived] = field(default_factory=dict)
    """By their hash the files of what is good, as they would be stored."""
    doubts: tuple[Left, ...] = ()
    """What comes in otherwise than the file has it: it keeps nothing out."""

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
    return tuple(_sorted_out(reading)[1])


def doubts_of(reading: QuestionReading) -> tuple[Left, ...]:
    """What comes in otherwise than the file has it, or not whole: a person looks at it."""
    return tuple(_doubts(_sorted_out(reading)[0]))


def look(bank: Bank, reading: QuestionReading, beside: Beside) -> Seen:
    """What the file would bring: good questions, those that are there already, and the others."""
    coming, out = _sorted_out(reading)
    known, good, there = _Known.of(bank), list[Read](), list[There]()
    come = {one.media.digest: one for each in coming for one in each.files}
    kept = digests_of(bank) | come.keys()
    for each, row in _rows(bank, coming, beside):
        one = each.question
        twin = known.twins.setdefault(same_question(row), row["code"])
        read = with_file(read_question(one.line or 0, row), kept)
        if read.question is None or not _is_fit(read):
            out.append(Left(one.name, one.kind, None, one.line, read.faults))
        elif known.stand.get(read.code) == (read.question, read.answer):
            there.append(There(one.name, read.code, one.line))
        elif twin != row["code"]:
            there.append(There(one.name, twin, one.line))
        else:
            good.append(read)
    changed = frozenset(one.code for one in good if one.code in known.stand)
    shown = {media.digest for one in good if one.question for media in one.question.media}
    files = {digest: one for digest, one in come.items() if digest in shown}
    return Seen(tuple(good), tuple(out), tuple(there), changed, files, tuple(_doubts(coming)))


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
        # Last, so that whatever is refused before leaves no file on disk.
        keep(locked, seen.files.values(), by=by, at=at)
    return Taken(written, seen.left)


@dataclass(frozen=True)
class _Known:
    """What the bank holds."""

    stand: Mapping[str, tuple[QuestionText, Answer]]
    twins: dict[tuple[str, ...], str]
    """The code by what makes a question the same."""

    @staticmethod
    def of(bank: Bank) -> "_Known":
        stand = as_they_are(bank)
        rows = {code: table_row(code, text, answer) for code, (text, answer) in stand.items()}
        return _Known(stand, {same_question(row): code for code, row in rows.items()})


@dataclass(frozen=True)
class _Coming:
    """A question that the table has a line for, and its files."""

    question: ReadQuestion
    files: tuple[Arrived, ...]


def _sorted_out(reading: QuestionReading) -> tuple[list[_Coming], list[Left]]:
    """What could come in, and what no bank would take."""
    coming, out = list[_Coming](), list[Left]()
    for one in reading.questions:
        if problem := why_not(one):
            out.append(Left(one.name, one.kind, problem, one.line))
            continue
        try:
            coming.append(_Coming(one, arrived(one)))
        except Unreadable as wrong:
            facts = {"file": wrong.facts["file"]}
            out.append(Left(one.name, one.kind, wrong.problem, one.line, facts=facts))
    return coming, out


def _is_fit(read: Read) -> bool:
    """Whether it may wait for review: a description of its files can be written until then."""
    return all(one.code is FaultCode.MEDIA_UNDESCRIBED for one in read.faults)


def _doubts(coming: Iterable[_Coming]) -> Iterator[Left]:
    for each in coming:
        one = each.question
        told = one.stated.get("media", "")
        for file in each.files:
            if not file.media.description and file.media.digest not in told:
                facts = {"file": file.media.name}
                yield Left(one.name, one.kind, Problem.FILE_UNDESCRIBED, one.line, facts=facts)
        if numbers := numbers_as_text(one):
            facts = {"answers": numbers[:_LONGEST_TOLD]}
            yield Left(one.name, one.kind, Problem.NUMBERS_AS_TEXT, one.line, facts=facts)
        for problem in doubts_in(one):
            yield Left(one.name, one.kind, problem, one.line)
        partly = [choice.text for choice in one.choices if 0 < choice.fraction < 1]
        if one.kind == Kind.SHORTANSWER and partly and "kind" not in one.stated:
            facts = {"answers": "; ".join(partly)[:_LONGEST_TOLD]}
            yield Left(one.name, one.kind, Problem.ACCEPTED_IN_PART, one.line, facts=facts)


_LONGEST_TOLD = 200


def _rows(
    bank: Bank, coming: Iterable[_Coming], beside: Beside
) -> Iterator[tuple[_Coming, Mapping[str, str]]]:
    """The lines of the officials' table, with a code of its own for each that states none."""
    taken = set(bank.questions.values_list("code", flat=True))
    code = max(taken, default="")
    usual = {
        "field": beside.field,
        "difficulty": beside.difficulty,
        "document_number": beside.document,
    }
    for each in coming:
        row = {column.key: "" for column in COLUMNS} | usual | row_of(each.question)
        if not row["code"]:
            code = next_code(code, taken)
            row["code"] = code
        taken.add(row["code"])
        yield each, with_media(row, each.files)
