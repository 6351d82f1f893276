"""Writing a question, approving it, sending it back."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from hoithi.contests.models import Contest
from hoithi.core.questions.faults import faults
from hoithi.core.questions.records import Answer, FaultCode, QuestionFault, QuestionText
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody, Person
from hoithi.questions.actions.refusals import ReasonMissing
from hoithi.questions.actions.sealing import BankSealed, refuse_sealed
from hoithi.questions.facts import answer_of, fill, right_as_stored, text_of
from hoithi.questions.models import AnswerKey, Bank, Question, QuestionState, QuestionVersion
from hoithi.questions.queries.seals import sealing_bank


class QuestionFaulty(Refusal):
    """The question cannot be asked as it stands; `faults` says why."""

    def __init__(self, found: list[QuestionFault]) -> None:
        super().__init__()
        self.faults = found


class CodeTaken(Refusal):
    """Another question of the bank has the code."""


class WrittenMeanwhile(Refusal):
    """Somebody wrote a newer version since the page was opened."""


class AlreadyWithdrawn(Refusal):
    """No version of the question could be drawn anyway."""


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
def stop_using(bank: Bank, contest: Contest, *, by: Person, at: datetime) -> None:
    """Papers of the contest sealed from now on draw nothing from the bank.

    Refuses a bank whose questions are sealed for a round of the contest.
    """
    if seal := sealing_bank(bank, at=at, contest=contest):
        raise BankSealed(round=seal.round.title)
    bank.contests.remove(contest)
    journal.record("questions.bank_left", bank, by=by, at=at, facts={"contest": contest.pk})


@transaction.atomic
def write(
    question: Question, text: QuestionText, answer: Answer, *, by: Person | None, at: datetime
) -> QuestionVersion:
    """A new version of the question, proposed for review. Refuses a faulty or sealed one.

    An unsaved question is saved with it.
    """
    if found := faults(text, answer):
        raise QuestionFaulty(found)
    if question.pk is None:
        question.save()
    else:
        refuse_sealed([question], at=at)
    number = (question.versions.aggregate(last=Max("number"))["last"] or 0) + 1
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


def _check_pairs(bank: Bank, code: str, text: QuestionText) -> None:
    """Refuses questions to be kept apart that are not in the bank, and the question itself."""
    if code in text.never_with:
        raise QuestionFaulty([QuestionFault(FaultCode.NEVER_WITH_ITSELF, "never_with")])
    there = set(bank.questions.filter(code__in=text.never_with).values_list("code", flat=True))
    if missing := sorted(text.never_with - there):
        facts = {"codes": ", ".join(missing)}
        raise QuestionFaulty([QuestionFault(FaultCode.NEVER_WITH_UNKNOWN, "never_with", facts)])


@transaction.atomic
def add(
    bank: Bank, code: str, text: QuestionText, answer: Answer, *, by: Person, at: datetime
) -> QuestionVersion:
    """A new question of the bank. Refuses a code that another question has, and faults."""
    Bank.objects.select_for_update().get(pk=bank.pk)
    if bank.questions.filter(code=code).exists():
        raise CodeTaken(code=code)
    _check_pairs(bank, code, text)
    return write(Question(bank=bank, code=code), text, answer, by=by, at=at)


@transaction.atomic
def revise(
    version: QuestionVersion, text: QuestionText, answer: Answer, *, by: Person, at: datetime
) -> QuestionVersion:
    """The next version of the question, proposed again; the same one where nothing differs.

    Versions in papers stay as they are. Refuses faults, and a version that is not the newest.
    """
    question = Question.objects.select_for_update().get(pk=version.question_id)
    newest = question.versions.latest("number")
    if newest.pk != version.pk:
        raise WrittenMeanwhile(code=question.code)
    _check_pairs(question.bank, question.code, text)
    key = newest.keys.latest("number")
    is_same = (text_of(newest), answer_of(text.kind, key)) == (text, answer)
    if is_same and newest.state in {QuestionState.PROPOSED, QuestionState.APPROVED}:
        return newest
    return write(question, text, answer, by=by, at=at)


@transaction.atomic
def withdraw(version: QuestionVersion, *, reason: str, by: Person, at: datetime) -> None:
    """No later paper draws the question, in any of its versions; sealed papers keep theirs."""
    question = Question.objects.select_for_update().get(pk=version.question_id)
    if not reason.strip():
        raise ReasonMissing
    refuse_sealed([question], at=at)
    drawable = question.versions.exclude(state=QuestionState.WITHDRAWN)
    if not drawable.update(state=QuestionState.WITHDRAWN, remark=reason):
        raise AlreadyWithdrawn
    facts = {"code": question.code, "reason": reason}
    journal.record("questions.withdrawn", version, by=by, at=at, facts=facts)
