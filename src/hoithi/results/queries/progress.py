"""How far the results of rounds have come, for the organiser's list of next steps."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
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
    corrects: bool = False
    """A final result is out, and something was decided since that changes it."""


def progress(round_ids: Collection[int]) -> dict[int, Progress]:
    """By round. The number of queries does not grow with the rounds."""
    rows = Draft.objects.filter(round__in=round_ids).select_related("contest", "round")
    drafts = {draft.round: draft for draft in rows.order_by("number") if draft.round}
    finals = Result.objects.filter(round__in=round_ids, preliminary=False)
    finals = finals.prefetch_related("certificates").order_by("number")
    results = {result.round_id: result for result in finals if result.round_id is not None}
    now = inputs_of_rounds(list(drafts)) if drafts else {}
    stale = {one.pk for one, draft in drafts.items() if draft.facts["inputs"] != now[one.pk]}
    waiting = [
        draft
        for one, draft in drafts.items()
        if one.pk not in results or one.pk in stale or draft.sha256 != results[one.pk].sha256
    ]
    made = _prepared(waiting, stale)
    for key, result in results.items():
        made[key] = _published(result, made.get(key))
    return made


def _prepared(drafts: Sequence[Draft], stale: Collection[int]) -> dict[int, Progress]:
    """By round, for the newest draft of each; those in `stale` have to be prepared again."""
    if not drafts:
        return {}
    verdicts = verdicts_of_rounds([draft.round for draft in drafts if draft.round])
    ids = [draft.pk for draft in drafts]
    approved = set(Approval.objects.filter(draft__in=ids).values_list("draft_id", flat=True))
    heads = stored.of_several(ids, Table.HEAD, Head)
    tables = stored.of_several(ids, Table.PRIZES, list[TableShown])
    return {
        draft.round_id: Progress(
            is_prepared=True,
            is_stale=draft.round_id in stale,
            undecided=len(undecided_in(tables[draft.pk])),
            unverified=len(
                still_unverified(heads[draft.pk], tables[draft.pk], verdicts[draft.round_id])
            ),
            is_approved=draft.pk in approved,
        )
        for draft in drafts
        if draft.round_id is not None
    }


def _published(result: Result, corrected: Progress | None) -> Progress:
    """A final result, and how far the list that corrects it has come."""
    way = corrected or Progress(is_prepared=True, is_approved=True)
    return replace(
        way,
        corrects=corrected is not None,
        visible_from=result.visible_from,
        has_certificates=bool(result.certificates.all()),
    )
