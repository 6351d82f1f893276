"""How far the results of rounds have come, for the organiser's list of next steps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from hoithi.results.facts.snapshot import Head, Table, TableShown
from hoithi.results.models import Approval, Draft, Result
from hoithi.results.queries import stored
from hoithi.results.queries.decided import inputs_of_rounds, verdicts_of_rounds
from hoithi.results.queries.drafts import still_unverified, undecided_in


@dataclass(frozen=True)
class Progress:
    """One round's way from its draft to its certificates."""

    is_prepared: bool = False
    is_stale: bool = False
    undecided: int = 0
    unverified: int = 0
    is_approved: bool = False
    visible_from: datetime | None = None
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
        .prefetch_related("certificates")
        .order_by("number")
    }
    approved = set(
        Approval.objects.filter(draft__in=drafts.values()).values_list("draft_id", flat=True)
    )
    preparing = [draft for round_id, draft in drafts.items() if round_id not in results]
    found = _prepared(preparing, approved)
    for round_id, result in results.items():
        if round_id is not None:
            found[round_id] = _published(result)
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


def _published(result: Result) -> Progress:
    return Progress(
        is_prepared=True,
        is_approved=True,
        visible_from=result.visible_from,
        has_certificates=bool(result.certificates.all()),
    )
