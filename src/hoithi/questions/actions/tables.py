"""Importing questions from the officials' table, and writing it."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from hoithi.core.questions.records import Answer, FaultCode, QuestionFault, QuestionText
from hoithi.core.questions.rows import ReadQuestion, read_question
from hoithi.documents.spreadsheets import Doubt, read_table, write_table
from hoithi.documents.spreadsheets import template as empty_table
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions.writing import write
from hoithi.questions.facts import COLUMNS, answer_of, table_row, text_of
from hoithi.questions.models import Bank, Question, QuestionState
from hoithi.questions.queries import codes, newest_keys, newest_versions

TITLE = "NGÂN HÀNG CÂU HỎI"


@dataclass(frozen=True)
class Import:
    """What a file would bring into the bank: sound questions, faults by line, doubts of reading."""

    questions: tuple[ReadQuestion, ...]
    doubts: tuple[Doubt, ...]
    is_refused: bool

    @property
    def faulty(self) -> tuple[ReadQuestion, ...]:
        """The lines that cannot be imported."""
        return tuple(question for question in self.questions if question.faults)

    @property
    def can_be_imported(self) -> bool:
        """Nothing is half-imported: every line must be sound."""
        return bool(self.questions) and not self.faulty and not self.is_refused


class QuestionsFaulty(Refusal):
    """The file has faults, so nothing of it was imported."""

    def __init__(self, found: Import) -> None:
        super().__init__()
        self.found = found


def preview(data: bytes, name: str) -> Import:
    """Reads the file and says what is in it; changes nothing."""
    reading = read_table(data, name, COLUMNS)
    read = [read_question(row.line, row.values) for row in reading.rows]
    times = Counter(question.code for question in read)
    checked = tuple(_with_double_code(q) if times[q.code] > 1 else q for q in read)
    return Import(checked, reading.doubts, reading.is_refused)


def _with_double_code(question: ReadQuestion) -> ReadQuestion:
    fault = QuestionFault(FaultCode.CODE_TWICE, "code", {"code": question.code})
    return ReadQuestion(
        question.line,
        question.code,
        question.question,
        question.answer,
        (*question.faults, fault),
    )


@transaction.atomic
def import_questions(
    bank: Bank, data: bytes, name: str, *, by: Person | None, at: datetime, approved: bool = False
) -> int:
    """Brings every question of the file into the bank, or none; says how many were new or changed.

    A question whose code exists gets a new version if it differs. `approved` is for banks that
    a review outside the system has passed; the journal says so.
    """
    found = preview(data, name)
    if not found.can_be_imported:
        raise QuestionsFaulty(found)
    known, same = codes(bank), _as_they_are(bank)
    written = 0
    for read in found.questions:
        if read.question is None or same.get(read.code) == (read.question, read.answer):
            continue
        question = known.get(read.code) or Question(bank=bank, code=read.code)
        version = write(question, read.question, read.answer, by=by, at=at)
        if approved:
            version.state, version.reviewed_at = QuestionState.APPROVED, at
            version.save(update_fields=["state", "reviewed_at"])
        written += 1
    facts = {"file": name, "written": written, "approved": approved}
    journal.record("questions.imported", bank, by=by, at=at, facts=facts)
    return written


def _as_they_are(bank: Bank) -> dict[str, tuple[QuestionText, Answer]]:
    versions = list(newest_versions(bank))
    keys = newest_keys(version.pk for version in versions)
    stand = {}
    for version in versions:
        text = text_of(version)
        stand[version.question.code] = (text, answer_of(text.kind, keys[version.pk]))
    return stand


def export(bank: Bank) -> bytes:
    """The bank as .xlsx, keys included; importing it again changes nothing."""
    lines = [table_row(code, text, answer) for code, (text, answer) in _as_they_are(bank).items()]
    return write_table(TITLE, COLUMNS, ([line[column.key] for column in COLUMNS] for line in lines))


def template() -> bytes:
    """The empty form to be filled in."""
    return empty_table(COLUMNS, TITLE)
