"""Reviewing a question: finding it sound, or sending it back to its writer."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions.actions.refusals import ReasonMissing
from hoithi.questions.actions.sealing import refuse_sealed
from hoithi.questions.models import (
    Confirmation,
    DocumentChange,
    Question,
    QuestionState,
    QuestionVersion,
)
from hoithi.questions.queries.changes import changes_open_for


class OwnQuestion(Refusal):
    """Nobody reviews what they wrote themselves."""


class NotProposed(Refusal):
    """The version does not wait for review: it was decided, or a newer one was written."""


class FilesUndescribed(Refusal):
    """A file of the question came without words for those who cannot see or hear it."""


class BasisChanged(Refusal):
    """The document it cites ended or was amended, and the reviewer has not said it was read."""


@transaction.atomic
def approve(
    version: QuestionVersion, *, by: Person, at: datetime, compared: Collection[int] = ()
) -> QuestionVersion:
    """The reviewer finds the question sound. Refuses the author, and a picture or a sound that
    nobody has described yet.

    `compared` are the changes of its document that the reviewer read it against; a question
    with another one is refused (BasisChanged).
    """
    if any(not one["description"] for one in version.media):
        raise FilesUndescribed(code=version.question.code)
    reviewed = _review(version, QuestionState.APPROVED, "", by=by, at=at)
    waiting = list(changes_open_for(reviewed))
    if any(change.pk not in compared for change in waiting):
        raise BasisChanged(code=version.question.code, number=version.document_number)
    note_confirmed(reviewed, waiting, by=by, at=at)
    return reviewed


def note_confirmed(
    version: QuestionVersion, waiting: Collection[DocumentChange], *, by: Person, at: datetime
) -> None:
    """Records that the reviewer read the version against these changes and found it right."""
    if not waiting:
        return
    Confirmation.objects.bulk_create(
        Confirmation(change=change, version=version, by=by, at=at) for change in waiting
    )
    facts = {"code": version.question.code, "changes": [change.pk for change in waiting]}
    journal.record("questions.confirmed", version, by=by, at=at, facts=facts)


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
