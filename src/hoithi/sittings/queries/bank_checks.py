"""A bank beside the papers that are drawn from it, as its check looks at them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hoithi.contests.facts import is_over
from hoithi.contests.models import Contest
from hoithi.contests.queries import rules_of_round
from hoithi.core.questions.checking import Checked, Finding, Row, findings
from hoithi.core.questions.records import QuestionKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import Bank, QuestionState
from hoithi.questions.queries import newest_keys, newest_versions
from hoithi.sittings.queries.pools import paper_needs


@dataclass(frozen=True)
class BankCheck:
    """What was looked at and what was found."""

    questions: int
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    versions: dict[str, int]
    """The newest version of each question, by its code."""


def checked(bank: Bank, *, at: datetime) -> BankCheck:
    """The bank without its withdrawn questions, and the rounds to come of its contests.

    Three queries, and those of each round's papers.
    """
    versions = list(newest_versions(bank).exclude(state=QuestionState.WITHDRAWN))
    keys = newest_keys(version.pk for version in versions)
    questions = []
    for version in versions:
        text = text_of(version)
        answer = answer_of(QuestionKind(version.kind), keys[version.pk])
        questions.append(Checked(version.question.code, text, answer))
    rows = tuple(row for contest in bank.contests.all() for row in rows_of(contest, at=at))
    found = findings(questions, rows, on=local_day(at))
    by_code = {version.question.code: version.pk for version in versions}
    return BankCheck(len(questions), rows, tuple(found), by_code)


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
