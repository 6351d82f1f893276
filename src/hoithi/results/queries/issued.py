"""What was issued of a round's result and names people whom another key concerns."""

from collections.abc import Collection
from dataclasses import dataclass

from hoithi.results.models import Approval, CorrectedRound, LotDrawing, Result


@dataclass(frozen=True)
class Issued:
    """Papers and published lists that were made from the result which a correction changes."""

    approvals: tuple[Approval, ...]
    """The words of leaders on it that stand in a signed document."""
    drawings: tuple[LotDrawing, ...]
    """Lots and decisions between equals of whom somebody's place changes."""
    whole: Result | None
    """The newest final result over the whole contest, which counts this round too."""
    notices: tuple[CorrectedRound, ...]
    """Earlier corrections by which results of the round were published."""


def issued_of(row: CorrectedRound, moved: Collection[int]) -> Issued:
    """What was issued before the correction; `moved` are the entrants whose line changes."""
    approvals = Approval.objects.none()
    if row.base_result is not None:
        signed = Approval.objects.filter(draft=row.base_result.draft_id)
        approvals = signed.exclude(document_number="", on_paper=False).order_by("pk")
    drawn = LotDrawing.objects.filter(round=row.round_id, of_units=False).order_by("pk")
    whole = Result.objects.filter(contest=row.round.contest_id, round=None, preliminary=False)
    earlier = CorrectedRound.objects.filter(round=row.round_id, result__isnull=False)
    notices = earlier.exclude(correction=row.correction_id).filter(correction__lt=row.correction_id)
    return Issued(
        tuple(approvals),
        tuple(one for one in drawn if not set(moved).isdisjoint(one.order)),
        whole.order_by("-number").first(),
        tuple(notices.select_related("correction__version__question", "result").order_by("pk")),
    )
