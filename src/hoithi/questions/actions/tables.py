"""Importing questions from the officials' table, and writing it."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from hoithi.core.questions.records import Answer, FaultCode, QuestionFault, QuestionText
from hoithi.core.questions.rows import ReadQuestion, read_question
from hoithi.documents.spreadsheets import (
    Column,
    Doubt,
    Out,
    Reason,
    TableReading,
    Weight,
    read_table,
)
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions.refusals import ReasonMissing
from hoithi.questions.actions.sealing import refuse_sealed
from hoithi.questions.actions.template import TITLE
from hoithi.questions.facts import (
    COLUMNS,
    answer_of,
    columns_of,
    fill,
    right_as_stored,
    table_row,
    text_of,
)
from hoithi.questions.models import AnswerKey, Bank, Question, QuestionState, QuestionVersion
from hoithi.questions.queries import newest_keys, newest_versions

MOST_QUESTIONS = 1_000
"""Of one file: their rows are written in one transaction, which must not keep others waiting."""
_CHUNK = 200


@dataclass(frozen=True)
class Import:
    """What a file would bring into the bank: questions with their faults, doubts of reading."""

    questions: tuple[ReadQuestion, ...]
    reading: TableReading

    @property
    def is_refused(self) -> bool:
        """Whether the file as a whole cannot be used."""
        return self.reading.is_refused or len(self.questions) > MOST_QUESTIONS

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """What is doubtful in the reading. Words are judged by the rules of questions instead."""
        too_many = Doubt(Reason.TOO_MANY_ROWS, facts={"at_most": MOST_QUESTIONS})
        kept = tuple(one for one in self.reading.doubts if one.reason is not Reason.NOT_A_CHOICE)
        return (*kept, too_many) if len(self.questions) > MOST_QUESTIONS else kept

    @property
    def faulty_lines(self) -> frozenset[int]:
        """The lines that cannot be imported."""
        unread = {one.line for one in self.doubts if one.reason.weight is Weight.LINE}
        return frozenset({one.line for one in self.questions if one.faults} | unread)

    @property
    def faulty(self) -> tuple[ReadQuestion, ...]:
        """The questions of those lines."""
        return tuple(one for one in self.questions if one.line in self.faulty_lines)

    @property
    def can_be_imported(self) -> bool:
        """Nothing is half-imported: every line must be sound."""
        return bool(self.questions) and not self.faulty_lines and not self.is_refused


@dataclass(frozen=True)
class Effect:
    """What an import would change in the bank."""

    new: int
    changed: int
    same: int


class QuestionsFaulty(Refusal):
    """The file has faults, so nothing of it was imported."""

    def __init__(self, found: Import) -> None:
        super().__init__()
        self.found = found


def preview(data: bytes, name: str, known: Collection[str] = ()) -> Import:
    """Reads the file and says what is in it; changes nothing. `known` are codes of the bank."""
    reading = read_table(data, name, COLUMNS)
    read = [read_question(row.line, row.values) for row in reading.rows]
    times = Counter(question.code for question in read if question.code)
    checked = tuple(_with_double_code(q) if times[q.code] > 1 else q for q in read)
    there = {*known, *times}
    return Import(tuple(_with_unknown_pairs(q, there) for q in checked), reading)


def _with_unknown_pairs(read: ReadQuestion, there: Collection[str]) -> ReadQuestion:
    missing = sorted(read.question.never_with.difference(there)) if read.question else []
    if not missing:
        return read
    facts = {"codes": ", ".join(missing)}
    fault = QuestionFault(FaultCode.NEVER_WITH_UNKNOWN, "never_with", facts)
    return replace(read, faults=(*read.faults, fault))


def _with_double_code(question: ReadQuestion) -> ReadQuestion:
    fault = QuestionFault(FaultCode.CODE_TWICE, "code", {"code": question.code})
    return ReadQuestion(
        question.line,
        question.code,
        question.question,
        question.answer,
        (*question.faults, fault),
    )


def effect(bank: Bank, found: Import) -> Effect:
    """What the file would change in the bank as it stands."""
    good, changed = coming(bank, found)
    return Effect(len(good) - len(changed), len(changed), len(found.questions) - len(good))


def coming(bank: Bank, found: Import) -> tuple[tuple[ReadQuestion, ...], frozenset[str]]:
    """The questions that would be written, and the codes of those that replace others."""
    known = as_they_are(bank)
    good = tuple(
        read for read in found.questions if known.get(read.code) != (read.question, read.answer)
    )
    return good, frozenset(read.code for read in good if read.code in known)


def import_questions(
    bank: Bank, data: bytes, name: str, *, by: Person | None, at: datetime, approved: bool = False
) -> int:
    """Brings every question of the file into the bank, or none; says how many were new or changed.

    A question whose code exists gets a new version if it differs. `approved` is for banks that
    a review outside the system has passed; the journal says so.
    """
    state = QuestionState.APPROVED if approved else QuestionState.PROPOSED
    return _import(bank, data, name, QuestionVersion(author=by, made_at=at, state=state))


def import_reviewed(
    bank: Bank, data: bytes, name: str, *, review: str, by: Person, at: datetime
) -> int:
    """The same for questions that a review outside the system has passed; names its document."""
    if not review.strip():
        raise ReasonMissing
    pattern = QuestionVersion(
        author=by, made_at=at, state=QuestionState.APPROVED, remark=review.strip()
    )
    return _import(bank, data, name, pattern)


def _import(bank: Bank, data: bytes, name: str, pattern: QuestionVersion) -> int:
    known = bank.questions.values_list("code", flat=True)
    found = _with_missing_files(preview(data, name, set(known)), bank)
    if not found.can_be_imported:
        raise QuestionsFaulty(found)
    with transaction.atomic():
        locked = Bank.objects.select_for_update().get(pk=bank.pk)
        return put_all(locked, found.questions, pattern, name)


def _with_missing_files(found: Import, bank: Bank) -> Import:
    """A question whose file the body does not keep cannot be taken in: nobody could see it."""
    wanted = {
        one.digest for read in found.questions if read.question for one in read.question.media
    }
    if not wanted:
        return found
    rows = StoredFile.objects.filter(body=bank.body_id, sha256__in=wanted)
    there = set(rows.values_list("sha256", flat=True))
    return replace(found, questions=tuple(with_file(one, there) for one in found.questions))


def with_file(read: ReadQuestion, there: Collection[str]) -> ReadQuestion:
    """The question with a fault where it names a file that is not among these hashes."""
    media = read.question.media if read.question else ()
    missing = [one.name for one in media if one.digest not in there]
    if not missing:
        return read
    fault = QuestionFault(FaultCode.MEDIA_NOT_THERE, "media", {"name": ", ".join(missing)})
    return replace(read, faults=(*read.faults, fault))


def put_all(locked: Bank, read: Sequence[ReadQuestion], pattern: QuestionVersion, name: str) -> int:
    """Writes those that differ from what stands in the locked bank, journaled under the file's
    name; says how many. Author, moment and state are those of `pattern`."""
    same = as_they_are(locked)
    differing = [one for one in read if same.get(one.code) != (one.question, one.answer)]
    _write_all(locked, differing, pattern)
    facts = {
        "file": name,
        "written": len(differing),
        "codes": [one.code for one in differing],
        "approved": pattern.state == QuestionState.APPROVED,
        "review": pattern.remark,
    }
    by, at = pattern.author, pattern.made_at
    journal.record("questions.imported", locked, by=by, at=at, facts=facts)
    return len(differing)


def _write_all(bank: Bank, read: Sequence[ReadQuestion], pattern: QuestionVersion) -> None:
    """The next version of each question, in few statements; author and state as in `pattern`."""
    known = {one.code: one for one in bank.questions.annotate(last=Max("versions__number"))}
    refuse_sealed([known[one.code] for one in read if one.code in known], at=pattern.made_at)
    made = [Question(bank=bank, code=one.code) for one in read if one.code not in known]
    Question.objects.bulk_create(made, _CHUNK)
    questions = known | {one.code: one for one in made}
    versions = [_version(questions[one.code], one, pattern) for one in read]
    QuestionVersion.objects.bulk_create(versions, _CHUNK)
    AnswerKey.objects.bulk_create(_keys(read, versions), _CHUNK)


def _version(question: Question, read: ReadQuestion, pattern: QuestionVersion) -> QuestionVersion:
    version = QuestionVersion(
        question=question,
        number=(getattr(question, "last", None) or 0) + 1,
        author=pattern.author,
        state=pattern.state,
        remark=pattern.remark,
        made_at=pattern.made_at,
        reviewed_at=pattern.made_at if pattern.state == QuestionState.APPROVED else None,
    )
    return fill(version, read.question) if read.question else version


def _keys(read: Sequence[ReadQuestion], versions: Sequence[QuestionVersion]) -> Iterator[AnswerKey]:
    for one, version in zip(read, versions, strict=True):
        if one.question:
            yield AnswerKey(
                version=version,
                number=1,
                right=right_as_stored(one.question.kind, one.answer),
                explanation=one.answer.explanation,
                made_by=version.author,
                made_at=version.made_at,
            )


def as_they_are(bank: Bank) -> dict[str, tuple[QuestionText, Answer]]:
    """Every question of the bank by its code, as its newest version and key say it."""
    versions = list(newest_versions(bank))
    keys = newest_keys(version.pk for version in versions)
    stand = {}
    for version in versions:
        text = text_of(version)
        stand[version.question.code] = (text, answer_of(text.kind, keys[version.pk]))
    return stand


@dataclass(frozen=True)
class Exported:
    """A bank as a table, keys included; importing it again changes nothing."""

    title: str
    columns: Sequence[Column]
    lines: Iterator[list[Out]]


def export(bank: Bank) -> Exported:
    """Every question as it stands, with its key."""
    stand = as_they_are(bank)
    rows = [table_row(code, text, answer) for code, (text, answer) in stand.items()]
    columns = columns_of(rows)
    return Exported(TITLE, columns, ([row[one.key] for one in columns] for row in rows))


def record_export(bank: Bank, *, by: Person | None, at: datetime) -> None:
    """Journals that somebody takes all questions and keys away."""
    journal.record("questions.exported", bank, by=by, at=at)
