"""How far the results of rounds have come, for the organiser's list of next steps."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from hoithi.contests.facts import rulebook_of
from hoithi.results.models import Approval, Draft, Remark, Result
from hoithi.results.queries.drafts import is_stale, undecided, unverified


@dataclass(frozen=True)
class Progress:
    """One round's way from its draft to answered remarks."""

    is_prepared: bool = False
    is_stale: bool = False
    undecided: int = 0
    unverified: int = 0
    is_approved: bool = False
    visible_from: datetime | None = None
    remarks: int = 0
    remarks_due: datetime | None = None
    has_certificates: bool = False


def progress(round_ids: Collection[int]) -> dict[int, Progress]:
    """By round. A few queries, and a few more for each round whose result is in preparation."""
    drafts = {
        draft.round_id: draft
        for draft in Draft.objects.filter(round__in=round_ids)
        .select_related("contest", "round")
        .order_by("number")
    }
    results = {
        result.round_id: result
        for result in Result.objects.filter(round__in=round_ids, preliminary=False)
        .select_related("draft__version")
        .prefetch_related("certificates")
        .order_by("number")
    }
    approved = set(
        Approval.objects.filter(draft__in=drafts.values()).values_list("draft_id", flat=True)
    )
    found = {}
    for round_id, draft in drafts.items():
        if round_id is not None and round_id not in results:
            found[round_id] = _prepared(draft, is_approved=draft.pk in approved)
    waiting = _waiting_remarks([result.pk for result in results.values()])
    for round_id, result in results.items():
        if round_id is not None:
            found[round_id] = _published(result, waiting.get(result.pk, []))
    return found


def _prepared(draft: Draft, *, is_approved: bool) -> Progress:
    return Progress(
        is_prepared=True,
        is_stale=is_stale(draft),
        undecided=len(undecided(draft)),
        unverified=len(unverified(draft)),
        is_approved=is_approved,
    )


def _waiting_remarks(result_ids: Collection[int]) -> dict[int, list[datetime]]:
    """When the remarks without an answer were filed, by result; oldest first."""
    waiting: dict[int, list[datetime]] = {}
    rows = Remark.objects.filter(result__in=result_ids, answered_at=None).order_by("filed_at")
    for result_id, filed_at in rows.values_list("result_id", "filed_at"):
        waiting.setdefault(result_id, []).append(filed_at)
    return waiting


def _published(result: Result, waiting: list[datetime]) -> Progress:
    window = rulebook_of(result.draft.version).remarks
    due = waiting[0] + timedelta(days=window.answer_days) if waiting and window else None
    return Progress(
        is_prepared=True,
        is_approved=True,
        visible_from=result.visible_from,
        remarks=len(waiting),
        remarks_due=due,
        has_certificates=bool(result.certificates.all()),
    )
