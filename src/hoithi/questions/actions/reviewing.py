"""Reviewing a question: finding it sound, or sending it back to its writer."""

from datetime import datetime

from django.db import transaction

from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions.refusals import ReasonMissing
from hoithi.questions.actions.sealing import refuse_sealed
from hoithi.questions.models import Question, QuestionState, QuestionVersion


class OwnQuestion(Refusal):
    """Nobody reviews what they wrote themselves."""


class NotProposed(Refusal):
    """The version does not wait for review: it was decided, or a newer one was written."""


class FilesUndescribed(Refusal):
    """A file of the question came without words for those who cannot see or hear it."""


@transaction.atomic
def approve(version: QuestionVersion, *, by: Person, at: datetime) -> QuestionVersion:
    """The reviewer finds the question sound. Refuses the author, and a picture or a sound that
    nobody has described yet."""
    if any(not one["description"] for one in version.media):
        raise FilesUndescribed(code=version.question.code)
    return _review(version, QuestionState.APPROVED, "", by=by, at=at)


@transaction.atomic
def send_back(
    version: QuestionVersion, *, remark: str, by: Person, at: datetime
) -> QuestionVersion:
    """The reviewer returns it to the writer. Refuses the author, and a return without a word."""
    if not remark.strip():
        raise ReasonMissing
    return _review(version, QuestionState.SENT_BACK, remark, by=by, at=at)


def _review(
    version: QuestionVersion, state: QuestionState, remark: str, *, by: Person, at: datetime
) -> QuestionVersion:
    question = Question.objects.select_for_update().get(pk=version.question_id)
    refuse_sealed([question], at=at)
    locked = question.versions.latest("number")
    if locked.author_id == by.pk:
        raise OwnQuestion
    if locked.pk != version.pk or locked.state != QuestionState.PROPOSED:
        raise NotProposed(code=question.code)
    locked.state, locked.remark = state, remark
    locked.reviewer, locked.reviewed_at = by, at
    locked.save(update_fields=["state", "remark", "reviewer", "reviewed_at"])
    journal.record(f"questions.{state}", locked, by=by, at=at, facts={"remark": remark})
    return locked
