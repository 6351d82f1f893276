"""Remarks on a published result (phản ánh, kiến nghị), and their answers."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from hoithi.entries.models import Entrant
from hoithi.journal import actions as journal
from hoithi.people.models import Person
from hoithi.results.actions.refusals import (
    RemarkAnswered,
    RemarkEmpty,
    RemarksClosed,
    TooManyRemarks,
)
from hoithi.results.models import Remark, Result
from hoithi.results.queries.remarks import remarks_until

LONGEST = 4000
MOST_WAITING = 5
"""So many remarks of one person may wait for an answer."""


@transaction.atomic
def file_remark(result: Result, entrant: Entrant, text: str, *, at: datetime) -> Remark:
    """Takes a contestant's remark inside the window; the same text again is the same remark.

    Refuses an empty one, one too late, and more than `MOST_WAITING` of a person at once.
    """
    until = remarks_until(result)
    if until is None or not result.visible_from <= at < until:
        raise RemarksClosed(until=until)
    if not text.strip() or entrant.contest_id != result.contest_id:
        raise RemarkEmpty
    # The result row itself is never written; locking it numbers remarks one after another.
    Result.objects.select_for_update().get(pk=result.pk)
    waiting = result.remarks.filter(entrant=entrant, answered_at=None)
    if same := waiting.filter(text=text.strip()[:LONGEST]).first():
        return same
    if waiting.count() >= MOST_WAITING:
        raise TooManyRemarks(most=MOST_WAITING)
    last = result.remarks.aggregate(last=Max("number"))["last"] or 0
    remark = Remark.objects.create(
        result=result, entrant=entrant, number=last + 1, text=text.strip()[:LONGEST], filed_at=at
    )
    journal.record("results.remark_filed", result, by=None, at=at, facts={"number": last + 1})
    return remark


@transaction.atomic
def answer_remark(remark: Remark, answer: str, *, by: Person, at: datetime) -> Remark:
    """Answers a remark once; the answer is public, so it names nobody."""
    locked = Remark.objects.select_for_update().get(pk=remark.pk)
    if locked.answered_at is not None:
        raise RemarkAnswered
    if not answer.strip():
        raise RemarkEmpty
    locked.answer, locked.answered_by, locked.answered_at = answer.strip()[:LONGEST], by, at
    locked.save(update_fields=["answer", "answered_by", "answered_at"])
    journal.record(
        "results.remark_answered", locked.result, by=by, at=at, facts={"number": locked.number}
    )
    return locked
