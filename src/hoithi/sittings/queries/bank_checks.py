"""A bank beside the papers that are drawn from it, as its check looks at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

import msgspec
from django.db.models import QuerySet

from hoithi.contests.facts import is_over
from hoithi.contests.models import Contest
from hoithi.contests.queries import rules_of_round
from hoithi.core.questions.checking import (
    BasisChange,
    Checked,
    Code,
    Finding,
    Grade,
    Row,
    findings,
)
from hoithi.core.questions.records import QuestionKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import (
    Bank,
    DocumentChange,
    DocumentChangeKind,
    QuestionState,
    QuestionVersion,
)
from hoithi.questions.queries import newest_keys, newest_versions
from hoithi.questions.queries.changes import changes_waiting
from hoithi.sittings.queries.pools import paper_needs


@dataclass(frozen=True)
class BankCheck:
    """What was looked at and what was found."""

    questions: int
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    versions: dict[str, int]
    """The newest version of each question, by its code."""


class _KeptFinding(msgspec.Struct):
    """A finding as it is kept: days apart, for a text that looks like one is none."""

    code: Code
    grade: Grade
    questions: tuple[str, ...]
    facts: dict[str, str | int]
    days: dict[str, date]


class _Kept(msgspec.Struct):
    """An outcome as it is kept."""

    questions: int
    rows: tuple[Row, ...]
    findings: tuple[_KeptFinding, ...]
    versions: dict[str, int]


def as_bytes(outcome: BankCheck) -> bytes:
    """The outcome, to be shown later."""
    kept = _Kept(
        outcome.questions,
        outcome.rows,
        tuple(_kept(one) for one in outcome.findings),
        outcome.versions,
    )
    return msgspec.json.encode(kept)


def _kept(found: Finding) -> _KeptFinding:
    days = {name: fact for name, fact in found.facts.items() if isinstance(fact, date)}
    facts = {name: fact for name, fact in found.facts.items() if not isinstance(fact, date)}
    return _KeptFinding(found.code, found.grade, found.questions, facts, days)


def from_bytes(data: bytes) -> BankCheck:
    """What `as_bytes` kept. Raises msgspec.DecodeError for what another version wrote otherwise."""
    kept = msgspec.json.decode(data, type=_Kept)
    findings = tuple(
        Finding(one.code, one.grade, one.questions, {**one.facts, **one.days})
        for one in kept.findings
    )
    return BankCheck(kept.questions, kept.rows, findings, kept.versions)


def count_questions(bank: Bank) -> int:
    """How many questions a check looks at. One query."""
    return _versions(bank).count()


def _versions(bank: Bank) -> QuerySet[QuestionVersion]:
    return newest_versions(bank).exclude(state=QuestionState.WITHDRAWN)


def checked(bank: Bank, *, at: datetime) -> BankCheck:
    """The bank without its withdrawn questions, and the rounds to come of its contests.

    Four queries, those of each round's papers, and one for each changed document.
    """
    versions, changes = list(_versions(bank)), changes_waiting(bank)
    keys = newest_keys(version.pk for version in versions)
    questions = []
    for version in versions:
        text = text_of(version)
        answer = answer_of(QuestionKind(version.kind), keys[version.pk])
        waiting = tuple(map(_change, changes.get(version.pk, ())))
        questions.append(Checked(version.question.code, text, answer, waiting))
    rows = tuple(row for contest in bank.contests.all() for row in rows_of(contest, at=at))
    found = findings(questions, rows, on=local_day(at))
    by_code = {version.question.code: version.pk for version in versions}
    return BankCheck(len(questions), rows, tuple(found), by_code)


def _change(row: DocumentChange) -> BasisChange:
    expired = row.kind == DocumentChangeKind.EXPIRED
    return BasisChange(row.number, row.on, row.by_document, row.article, expired)


def rows_of(contest: Contest, *, at: datetime) -> Iterator[Row]:
    """The rows of every paper of the rounds that are not over."""
    for round_ in contest.rounds.select_related("contest", "version"):
        if is_over(round_, at):
            continue
        for need in paper_needs(round_, rules_of_round(round_, at=at), at=at):
            for covered in need.rows:
                yield Row(
                    contest=contest.title,
                    round=round_.title,
                    group=need.group_title,
                    field=covered.row.field,
                    difficulty=covered.row.difficulty or "",
                    needed=covered.row.count,
                    available=covered.available,
                )
