"""How far the results of rounds have come, for the organiser's list of next steps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hoithi.contests.facts import rulebook_of
from hoithi.results.facts.snapshot import Head, Table, TableShown
from hoithi.results.models import Approval, Draft, Remark, Result
from hoithi.results.queries import stored
from hoithi.results.queries.decided import inputs_of_rounds, verdicts_of_rounds
from hoithi.results.queries.drafts import still_unverified, undecided_in


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
    """By round. The number of queries does not grow with the rounds."""
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
    preparing = [draft for round_id, draft in drafts.items() if round_id not in results]
    found = _prepared(preparing, approved)
    waiting = _waiting_remarks([result.pk for result in results.values()])
    for round_id, result in results.items():
        if round_id is not None:
            found[round_id] = _published(result, waiting.get(result.pk, []))
    return found


def _prepared(drafts: Sequence[Draft], approved: Collection[int]) -> dict[int, Progress]:
    """By round, for the newest draft of each."""
    if not drafts:
        return {}
    rounds = [draft.round for draft in drafts if draft.round]
    now, verdicts = inputs_of_rounds(rounds), verdicts_of_rounds(rounds)
    ids = [draft.pk for draft in drafts]
    heads = stored.of_several(ids, Table.HEAD, Head)
    tables = stored.of_several(ids, Table.PRIZES, list[TableShown])
    return {
        draft.round_id: Progress(
            is_prepared=True,
            is_stale=draft.facts["inputs"] != now[draft.round_id],
            undecided=len(undecided_in(tables[draft.pk])),
            unverified=len(
                still_unverified(heads[draft.pk], tables[draft.pk], verdicts[draft.round_id])
            ),
            is_approved=draft.pk in approved,
        )
        for draft in drafts
        if draft.round_id is not None
    }


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
