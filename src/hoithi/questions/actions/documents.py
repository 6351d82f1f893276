"""A cited document was changed: what is kept out of papers, and what a reviewer says of it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from hoithi.core.questions.checking.numbers import article_key, document_key, number_in
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody, Person
from hoithi.questions.actions.refusals import ReasonMissing
from hoithi.questions.actions.reviewing import OwnQuestion, note_confirmed
from hoithi.questions.models import DocumentChange, QuestionVersion
from hoithi.questions.queries.changes import changes_open_for


class NotCited(Refusal):
    """No question of the body cites the document."""


class ChangedAlready(Refusal):
    """The same change is on record."""


class NothingToConfirm(Refusal):
    """No change waits for a word about this version: it was confirmed, revised or taken back."""


@dataclass(frozen=True)
class Change:
    """What became of a document, as it is told."""

    kind: str
    number: str
    on: date
    by_document: str
    article: str = ""


@transaction.atomic
def change_document(
    body: OrganisingBody, told: Change, *, by: Person, at: datetime
) -> DocumentChange:
    """Keeps the questions that cite the document out of papers until each was looked at again.

    Papers that are drawn already stay as they are. Refuses a document that nobody cites, one
    without the document that changed it, and the same change twice.
    """
    if not told.by_document.strip():
        raise ReasonMissing
    key, article = document_key(told.number), article_key(told.article)
    OrganisingBody.objects.select_for_update().get(pk=body.pk)
    _check_cited(body, key, told)
    fields = {"kind": told.kind, "on": told.on, "article": article}
    standing = DocumentChange.objects.filter(body=body, key=key, taken_back_at=None, **fields)
    if standing.exists():
        raise ChangedAlready(number=told.number)
    made = DocumentChange.objects.create(
        body=body,
        key=key,
        number=number_in(told.number)[:60],
        by_document=told.by_document.strip()[:120],
        made_by=by,
        made_at=at,
        **fields,
    )
    journal.record("questions.document_changed", made, by=by, at=at, facts=_facts(made))
    return made


def _facts(made: DocumentChange) -> dict[str, str]:
    return {
        "number": made.number,
        "kind": made.kind,
        "article": made.article,
        "on": made.on.isoformat(),
        "by": made.by_document,
    }


def _check_cited(body: OrganisingBody, key: str, told: Change) -> None:
    """An article that nobody cites yet may be cited by the next question: it is no mistake."""
    cited = QuestionVersion.objects.filter(question__bank__body=body, document_key=key)
    if not key or not cited.exists():
        raise NotCited(number=told.number)


@transaction.atomic
def take_change_back(change: DocumentChange, *, reason: str, by: Person, at: datetime) -> None:
    """The change was put down by mistake; its questions may be drawn again. Needs a reason."""
    locked = DocumentChange.objects.select_for_update().get(pk=change.pk, taken_back_at=None)
    if not reason.strip():
        raise ReasonMissing
    locked.taken_back_by, locked.taken_back_at, locked.reason = by, at, reason.strip()[:500]
    locked.save(update_fields=["taken_back_by", "taken_back_at", "reason"])
    facts = {"number": locked.number, "reason": locked.reason}
    journal.record("questions.document_change_taken_back", locked, by=by, at=at, facts=facts)


@transaction.atomic
def confirm(version: QuestionVersion, *, by: Person, at: datetime) -> list[DocumentChange]:
    """The reviewer finds that the version still holds after every change; it may be drawn again.

    Refuses the author, and a version about which nothing waits.
    """
    locked = QuestionVersion.objects.select_for_update().get(pk=version.pk)
    if locked.author_id == by.pk:
        raise OwnQuestion
    waiting = list(changes_open_for(locked))
    if not waiting:
        raise NothingToConfirm(code=version.question.code)
    note_confirmed(locked, waiting, by=by, at=at)
    return waiting
