"""After a correction was approved: marking anew, new results, and publishing what was shown."""

from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Contest
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.results.actions.approving import approve
from hoithi.results.actions.correcting import is_quick
from hoithi.results.actions.preparing import prepare, prepare_overall
from hoithi.results.actions.publishing import publish
from hoithi.results.actions.refusals import RoundsMissing
from hoithi.results.actions.watching import look_for_signs
from hoithi.results.models import CorrectedRound, CorrectionState, Draft, KeyCorrection, Result
from hoithi.results.queries.using import kept_secret_by

OTHER_OUTCOME = "OtherOutcome"
"""The new result is not the one that the second person saw."""


def apply(correction: KeyCorrection, *, at: datetime) -> KeyCorrection:
    """Carries an approved correction out; done twice it comes to the same.

    A result that was public gets its next number at once where it is exactly the one that the
    second person saw and nothing is left to be verified or decided; else the new draft waits on
    the results desk, as any other.
    """
    for row in correction.rounds.select_related("round__contest", "base_result").order_by("pk"):
        try:
            draft = prepare(row.round, at=at)
        except Refusal as refusal:
            # The round was reopened or cancelled since: its results come by the usual way.
            row.waits_for = type(refusal).__name__
            row.save(update_fields=["waits_for"])
            continue
        if row.result_id is None and _is_needed(row, draft):
            _publish(correction, row, draft, at=at)
    for contest in Contest.objects.filter(rounds__in=correction.rounds.values("round")).distinct():
        if Result.objects.filter(contest=contest, round=None, preliminary=False).exists():
            _prepare_whole(contest, at=at)
    return _done(correction, at=at)


def apply_if_quick(correction: KeyCorrection, *, at: datetime) -> None:
    """Carries it out at once where few people sat; elsewhere the worker does."""
    if is_quick(correction):
        apply(correction_of(correction.pk), at=at)


def correction_of(number: int) -> KeyCorrection:
    """The correction as it stands now, with what carrying it out needs."""
    rows = KeyCorrection.objects.select_related("version__question__bank", "decided_by")
    return rows.get(pk=number)


def _is_needed(row: CorrectedRound, draft: Draft) -> bool:
    """A public result that stays the same needs no new number."""
    return row.base_result is not None and row.base_result.sha256 != draft.sha256


def _publish(correction: KeyCorrection, row: CorrectedRound, draft: Draft, *, at: datetime) -> None:
    by = correction.decided_by
    row.waits_for = OTHER_OUTCOME
    if by is not None and draft.sha256 == row.sha256:
        look_for_signs(draft, at=at)
        try:
            row.result = _published(correction, draft, by=by, at=at)
            row.waits_for = ""
        except Refusal as refusal:
            row.waits_for = type(refusal).__name__
    row.save(update_fields=["result", "waits_for"])


@transaction.atomic
def _published(correction: KeyCorrection, draft: Draft, *, by: Person, at: datetime) -> Result:
    if not draft.approvals.exists():
        approve(draft, by=by, at=at)
    return publish(draft, by=by, at=at, reason=public_reason(correction, at=at))


def public_reason(correction: KeyCorrection, *, at: datetime) -> str:
    """What the new result says of its making; like all of it, in the language of the contest.

    The public does not know the codes of the bank. Why is told in the notice only, as long as
    papers of a round that is not over hold the question: the reason names the right answer.
    """
    if correction.withdrawn:
        told = "Hủy một câu hỏi trong đề thi"
    elif correction.reverses_id:
        told = "Lấy lại đáp án trước của một câu hỏi trong đề thi"
    else:
        told = "Đính chính đáp án một câu hỏi trong đề thi"
    if kept_secret_by(correction, at=at):
        return f"{told}; nội dung nêu trong thông báo đính chính"
    return f"{told}: {correction.reason}"


def _prepare_whole(contest: Contest, *, at: datetime) -> None:
    try:
        prepare_overall(contest, at=at)
    except RoundsMissing:
        # A round that has no draft yet: the whole is prepared when it has one, as the clock asks.
        return


@transaction.atomic
def _done(correction: KeyCorrection, *, at: datetime) -> KeyCorrection:
    locked = KeyCorrection.objects.select_for_update(of=("self",)).get(pk=correction.pk)
    if locked.state == CorrectionState.APPROVED:
        locked.state, locked.done_at = CorrectionState.DONE, at
        locked.save(update_fields=["state", "done_at"])
        numbers = [
            row.result.number for row in locked.rounds.select_related("result") if row.result
        ]
        facts = {"number": locked.number, "results": numbers}
        journal.record("results.correction_applied", locked, by=None, at=at, facts=facts)
    return locked
