"""Correcting the key of a question that was sat: proposed, previewed, approved by another."""

from datetime import datetime
from typing import Any

import msgspec
from django.db import transaction
from django.db.models import Max

from hoithi.core.questions.faults import faults
from hoithi.core.questions.records import Answer, FaultCode, QuestionKind
from hoithi.journal import actions as journal
from hoithi.people.models import Person
from hoithi.questions.facts import right_as_stored, text_of
from hoithi.questions.models import AnswerKey, Question, QuestionState, QuestionVersion
from hoithi.results import queries
from hoithi.results.actions.previewing import concerned_rounds, preview_round
from hoithi.results.actions.refusals import (
    CorrectionChangesNothing,
    CorrectionDecided,
    CorrectionNotDone,
    CorrectionOpen,
    KeyIncomplete,
    NotYetSat,
    PreviewMissing,
    PreviewStale,
    ProposerApproves,
    ReasonMissing,
)
from hoithi.results.models import CorrectedRound, CorrectionState, KeyCorrection
from hoithi.results.models.corrections import OPEN_STATES
from hoithi.results.queries.corrections import was_sat
from hoithi.sittings.models import Submission

AT_ONCE = 1_000
"""So many handed-in sheets are reckoned while somebody waits; for more the worker does it."""


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """Which key is to be in force, and why."""

    answer: Answer | None
    """None withdraws the question: it then counts as the rules of each paper say."""
    reason: str
    document_number: str = ""
    """Of the committee's decision, where there is one."""
    explanation: str | None = None
    """Why the new key is right; None keeps what was said of the key before."""


@transaction.atomic
def propose(version: QuestionVersion, wanted: Wanted, *, by: Person, at: datetime) -> KeyCorrection:
    """Proposes another key, or the withdrawal of the question. Nothing changes by it yet."""
    base = _base(version)
    right = base.right if wanted.answer is None else _right(version, wanted.answer)
    row = KeyCorrection(
        version=version,
        base=base,
        right=right,
        withdrawn=wanted.answer is None,
        explanation=_explained(base, wanted),
        reason=wanted.reason.strip(),
        document_number=wanted.document_number.strip(),
    )
    return _proposed(row, by=by, at=at)


@transaction.atomic
def take_back(correction: KeyCorrection, *, reason: str, by: Person, at: datetime) -> KeyCorrection:
    """Proposes the key of before a correction again: it goes the same way as a correction."""
    base = _base(correction.version)
    if correction.state != CorrectionState.DONE or correction.made_id != base.pk:
        raise CorrectionNotDone
    row = KeyCorrection(
        version=correction.version,
        base=base,
        right=correction.base.right,
        withdrawn=correction.base.withdrawn,
        explanation=correction.base.explanation,
        reason=reason.strip(),
        reverses=correction,
    )
    return _proposed(row, by=by, at=at)


def _explained(base: AnswerKey, wanted: Wanted) -> str:
    return base.explanation if wanted.explanation is None else wanted.explanation.strip()


def _base(version: QuestionVersion) -> AnswerKey:
    """The key in force, while the question is locked."""
    Question.objects.select_for_update().get(pk=version.question_id)
    if KeyCorrection.objects.filter(version=version, state__in=OPEN_STATES).exists():
        raise CorrectionOpen
    return version.keys.latest("number")


def _right(version: QuestionVersion, answer: Answer) -> Any:
    """The key as it is stored. Several options of a single choice are each right alone."""
    found = [
        fault
        for fault in faults(text_of(version), answer)
        if fault.column == "right" and fault.code is not FaultCode.ONE_KEY_ONLY
    ]
    if found or version.kind == QuestionKind.NUMERIC:
        raise KeyIncomplete
    return right_as_stored(QuestionKind(version.kind), answer)


def _proposed(row: KeyCorrection, *, by: Person, at: datetime) -> KeyCorrection:
    if not row.reason:
        raise ReasonMissing
    before = (row.base.right, row.base.withdrawn, row.base.explanation)
    if (row.right, row.withdrawn, row.explanation) == before:
        raise CorrectionChangesNothing
    if not was_sat(row.version):
        raise NotYetSat
    earlier = KeyCorrection.objects.filter(version=row.version)
    row.number = (earlier.aggregate(last=Max("number"))["last"] or 0) + 1
    row.proposed_by, row.proposed_at = by, at
    row.save(force_insert=True)
    _note("results.correction_proposed", row, by=by, at=at)
    return row


def _note(
    deed: str, row: KeyCorrection, *, by: Person | None, at: datetime, **more: object
) -> None:
    code = row.version.question.code
    facts = {"code": code, "number": row.number, "withdrawn": row.withdrawn, "reason": row.reason}
    journal.record(deed, row, by=by, at=at, facts=facts | more)


def preview_if_quick(correction: KeyCorrection, *, at: datetime) -> None:
    """Reckons at once what changes where few people sat; elsewhere the worker does."""
    if is_quick(correction):
        reckon_preview(correction, at=at)


def is_quick(correction: KeyCorrection) -> bool:
    """Whether so few sheets were handed in that somebody may wait for them."""
    bank = correction.version.question.bank_id
    sheets = Submission.objects.filter(sitting__round__contest__banks=bank)
    return len(sheets.values_list("pk")[: AT_ONCE + 1]) <= AT_ONCE


def reckon_preview(correction: KeyCorrection, *, at: datetime) -> KeyCorrection:
    """Reckons what the correction changes, round by round, and stores it for the second person."""
    rounds = concerned_rounds(correction, at=at)
    rows = [preview_round(correction, one, at=at) for one in rounds]
    with transaction.atomic():
        locked = _locked(correction)
        if locked.state not in {CorrectionState.PREPARING, CorrectionState.READY}:
            return locked
        locked.rounds.all().delete()
        CorrectedRound.objects.bulk_create(rows)
        locked.state, locked.previewed_at = CorrectionState.READY, at
        locked.save(update_fields=["state", "previewed_at"])
    return locked


def _locked(correction: KeyCorrection) -> KeyCorrection:
    rows = KeyCorrection.objects.select_for_update(of=("self",))
    return rows.select_related("version__question__bank", "base").get(pk=correction.pk)


def approve_correction(correction: KeyCorrection, *, by: Person, at: datetime) -> KeyCorrection:
    """A second person puts the key in force; the worker then prepares the new results.

    Refuses who proposed it. Where something changed since the preview it is reckoned again first:
    nobody approves what was not shown.
    """
    if _is_stale(correction):
        _again(correction)
        raise PreviewStale
    return _approved(correction, by=by, at=at)


@transaction.atomic
def _approved(correction: KeyCorrection, *, by: Person, at: datetime) -> KeyCorrection:
    Question.objects.select_for_update().get(pk=correction.version.question_id)
    locked = _undecided(correction)
    if locked.state == CorrectionState.PREPARING:
        raise PreviewMissing
    if locked.proposed_by_id == by.pk:
        raise ProposerApproves
    locked.made = AnswerKey.objects.create(
        version=locked.version,
        number=locked.version.keys.latest("number").number + 1,
        right=locked.right,
        explanation=locked.explanation,
        withdrawn=locked.withdrawn,
        made_by=locked.proposed_by,
        made_at=at,
    )
    _keep_out(locked)
    locked.state, locked.decided_by, locked.decided_at = CorrectionState.APPROVED, by, at
    locked.save()
    _note("results.correction_approved", locked, by=by, at=at, key=locked.made.number)
    return locked


def _keep_out(correction: KeyCorrection) -> None:
    """A withdrawn question is drawn no more; taken back, its version may be drawn again."""
    version = QuestionVersion.objects.filter(pk=correction.version_id)
    if correction.withdrawn:
        version.filter(state=QuestionState.APPROVED).update(
            state=QuestionState.WITHDRAWN, remark=correction.reason
        )
    elif correction.base.withdrawn:
        version.filter(state=QuestionState.WITHDRAWN).update(state=QuestionState.APPROVED)


def _undecided(correction: KeyCorrection) -> KeyCorrection:
    locked = _locked(correction)
    if locked.state not in {CorrectionState.PREPARING, CorrectionState.READY}:
        raise CorrectionDecided
    return locked


def _is_stale(correction: KeyCorrection) -> bool:
    """Whether the key or anything else that a preview was reckoned from has changed since."""
    newest = correction.version.keys.latest("number")
    if newest.pk != correction.base_id:
        return correction.state == CorrectionState.READY
    rows = correction.rounds.select_related("round__contest", "base_result")
    return any(
        row.inputs != queries.inputs(row.round.contest, row.round)
        or row.base_result_id != _final_of(row)
        for row in rows
    )


def _final_of(row: CorrectedRound) -> int | None:
    final = row.round.results.filter(preliminary=False).order_by("-number")
    return final.values_list("pk", flat=True).first()


@transaction.atomic
def _again(correction: KeyCorrection) -> None:
    locked = _undecided(correction)
    locked.state = CorrectionState.PREPARING
    locked.save(update_fields=["state"])


@transaction.atomic
def reject_correction(
    correction: KeyCorrection, *, reason: str, by: Person, at: datetime
) -> KeyCorrection:
    """A second person does not approve, or who proposed it takes it back; both say why."""
    locked = _undecided(correction)
    if not reason.strip():
        raise ReasonMissing
    locked.state, locked.refusal = CorrectionState.REJECTED, reason.strip()
    locked.decided_by, locked.decided_at = by, at
    locked.save()
    _note("results.correction_rejected", locked, by=by, at=at, why=locked.refusal)
    return locked
