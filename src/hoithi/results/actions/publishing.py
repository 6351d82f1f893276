"""Making a prepared result public: numbered, hashed, visible from a moment, never changed."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from hoithi.contests import actions as contests
from hoithi.contests.models import Contest, Round
from hoithi.core.rounds import Change
from hoithi.journal import actions as journal
from hoithi.people.models import Person
from hoithi.results import queries
from hoithi.results.actions.refusals import (
    AlreadyPublished,
    DraftStale,
    NotApproved,
    ReasonMissing,
    RehearsalNotPublished,
)
from hoithi.results.models import Draft, Result
from hoithi.results.queries.signed import signed_steps


@transaction.atomic
def publish(draft: Draft, *, by: Person | None, at: datetime, reason: str = "") -> Result:
    """Makes the approved draft the next result, visible from the moment the rules set.

    After a result that was not preliminary this is a correction, and needs its reason; the
    earlier number stays readable.
    """
    locked = _lock(draft, preliminary=False)
    approval = locked.approvals.order_by("at").first()
    if approval is None:
        raise NotApproved
    earlier = queries.last_result(locked)
    if earlier and not earlier.preliminary and not reason.strip():
        raise ReasonMissing
    facts = {
        "document": approval.document_number,
        "document_date": approval.document_date.isoformat() if approval.document_date else "",
        "signer": approval.signer,
        "on_paper": approval.on_paper,
        **signed_steps(locked),
    }
    return _publish(locked, Result(facts=facts, correction_reason=reason), by=by, at=at)


@transaction.atomic
def publish_preliminary(draft: Draft, *, at: datetime) -> Result:
    """Shows the unverified list, where the rules chose that for a verification that came late."""
    locked = _lock(draft, preliminary=True)
    return _publish(locked, Result(preliminary=True), by=None, at=at)


@transaction.atomic
def move_publication(round_: Round, *, order: contests.Order, by: Person, at: datetime) -> None:
    """Sets when the result of a round comes out, by a recorded decision.

    A result that was published to appear at the earlier moment, and that nobody has seen yet,
    appears at the new one. Refuses once the result is public: it stays so.
    """
    Contest.objects.select_for_update().get(pk=round_.contest_id)
    final = Result.objects.filter(contest=round_.contest_id, preliminary=False)
    if public := final.filter(round=round_, visible_from__lte=at).order_by("number").first():
        raise AlreadyPublished(number=public.number)
    contests.decide(round_, Change.MOVE_PUBLICATION, order=order, by=by, at=at)
    waiting = final.filter(visible_from__gt=at).filter(Q(round=round_) | Q(round=None))
    for result in waiting.select_related("draft__contest", "draft__round"):
        before = result.visible_from
        result.visible_from = max(at, queries.publishes_at(result.draft) or at)
        result.save(update_fields=["visible_from"])
        facts = {"from": before.isoformat(), "to": result.visible_from.isoformat()}
        journal.record("results.appearance_moved", result, by=by, at=at, facts=facts)


def _lock(draft: Draft, *, preliminary: bool) -> Draft:
    # The contest is locked, so that two cannot take the same number.
    contest = Contest.objects.select_for_update().get(pk=draft.contest_id)
    if contest.rehearses_id is not None:
        raise RehearsalNotPublished
    locked = Draft.objects.select_related("contest", "round").get(pk=draft.pk)
    if published := Result.objects.filter(draft=locked, preliminary=preliminary).first():
        raise AlreadyPublished(number=published.number)
    if queries.is_stale(locked):
        raise DraftStale
    return locked


def _publish(draft: Draft, result: Result, *, by: Person | None, at: datetime) -> Result:
    earlier = queries.last_result(draft)
    result.contest = draft.contest
    result.round = draft.round
    result.draft = draft
    result.number = earlier.number + 1 if earlier else 1
    result.sha256 = draft.sha256
    result.visible_from = max(at, queries.publishes_at(draft) or at)
    result.published_by = by
    result.published_at = at
    result.save(force_insert=True)
    if draft.round and draft.round.publishes_on_approval and not result.preliminary:
        contests.set_publication(draft.round, result.visible_from)
    facts = {
        "round": draft.round.key if draft.round else "",
        "number": result.number,
        "sha256": result.sha256,
        "preliminary": result.preliminary,
        "reason": result.correction_reason,
        "visible_from": result.visible_from.isoformat(),
    }
    journal.record("results.published", result, by=by, at=at, facts=facts)
    return result
