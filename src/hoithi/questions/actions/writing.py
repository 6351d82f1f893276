"""Writing a question, approving it, sending it back."""

from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Contest
from hoithi.core.questions.faults import faults
from hoithi.core.questions.records import Answer, QuestionFault, QuestionText
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody, Person
from hoithi.questions.facts import fill, right_as_stored
from hoithi.questions.models import AnswerKey, Bank, Question, QuestionState, QuestionVersion


class QuestionFaulty(Refusal):
    """The question cannot be asked as it stands; `faults` says why."""

    def __init__(self, found: list[QuestionFault]) -> None:
        super().__init__()
        self.faults = found


class OwnQuestion(Refusal):
    """Nobody reviews what they wrote themselves."""


@transaction.atomic
def create_bank(body: OrganisingBody, title: str, *, by: Person | None, at: datetime) -> Bank:
    """A new bank of the body."""
    bank = Bank.objects.create(body=body, title=title, created_at=at)
    journal.record("questions.bank_created", bank, by=by, at=at)
    return bank


@transaction.atomic
def use_in(bank: Bank, contest: Contest, *, by: Person | None, at: datetime) -> None:
    """Lets the papers of a contest be drawn from the bank."""
    bank.contests.add(contest)
    journal.record("questions.bank_used", bank, by=by, at=at, facts={"contest": contest.pk})


@transaction.atomic
def write(
    question: Question,
    text: QuestionText,
    answer: Answer,
    *,
    by: Person | None,
    at: datetime,
) -> QuestionVersion:
    """A new version of the question, proposed for review. Refuses a faulty one.

    An unsaved question is saved with it.
    """
    if found := faults(text, answer):
        raise QuestionFaulty(found)
    if question.pk is None:
        question.save()
    number = question.versions.count() + 1
    version = QuestionVersion(
        question=question, number=number, author=by, state=QuestionState.PROPOSED, made_at=at
    )
    fill(version, text).save()
    AnswerKey.objects.create(
        version=version,
        number=1,
        right=right_as_stored(text.kind, answer),
        explanation=answer.explanation,
        made_by=by,
        made_at=at,
    )
    facts = {"code": question.code, "number": number}
    journal.record("questions.written", version, by=by, at=at, facts=facts)
    return version


@transaction.atomic
def approve(version: QuestionVersion, *, by: Person, at: datetime) -> QuestionVersion:
    """The reviewer finds the question sound. Refuses the author."""
    return _review(version, QuestionState.APPROVED, "", by=by, at=at)


@transaction.atomic
def send_back(
    version: QuestionVersion, *, remark: str, by: Person, at: datetime
) -> QuestionVersion:
    """The reviewer returns it to the writer with a remark. Refuses the author."""
    return _review(version, QuestionState.SENT_BACK, remark, by=by, at=at)


def _review(
    version: QuestionVersion, state: QuestionState, remark: str, *, by: Person, at: datetime
) -> QuestionVersion:
    locked = QuestionVersion.objects.select_for_update().get(pk=version.pk)
    if locked.author_id == by.pk:
        raise OwnQuestion
    locked.state, locked.remark = state, remark
    locked.reviewer, locked.reviewed_at = by, at
    locked.save(update_fields=["state", "remark", "reviewer", "reviewed_at"])
    journal.record(f"questions.{state}", locked, by=by, at=at, facts={"remark": remark})
    return locked
