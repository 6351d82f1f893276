"""Which steps of a result were closed with signed paper, because the body has one official."""

from typing import TypedDict

from django.db.models import QuerySet

from hoithi.contests.facts import rulebook_of
from hoithi.judging.models import PointsSheet
from hoithi.results.models import Draft
from hoithi.sittings.models import TypedSheet


class SignedSteps(TypedDict):
    """What the published result says beside how it was approved itself."""

    points_on_paper: list[str]
    """Titles of parts whose points a signed sheet confirmed."""
    typed_on_paper: int
    """Papers sat in a hall that a signed sheet confirmed."""


def signed_steps(draft: Draft) -> SignedSteps:
    """The steps before the approval that signed paper closed. Two queries."""
    within = {"round": draft.round} if draft.round else {"round__contest": draft.contest}
    confirmed = PointsSheet.objects.filter(**within, confirmation__isnull=False)
    newest = {(one.round_id, one.part_key): one for one in _with_word(confirmed)}
    signed = {one.part_key for one in newest.values() if one.confirmation.paper_id}
    titles = [part.title for part in rulebook_of(draft.version).parts if part.key in signed]
    typed = TypedSheet.objects.filter(**within, counted_at__isnull=False, evidence__isnull=False)
    return SignedSteps(points_on_paper=titles, typed_on_paper=typed.count())


def _with_word(sheets: QuerySet[PointsSheet]) -> QuerySet[PointsSheet]:
    return sheets.select_related("confirmation").order_by("number")
