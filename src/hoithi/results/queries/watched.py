"""Signs of irregularity of a draft: whether somebody has looked, and what is known of them."""

from django.db.models import Exists, OuterRef, QuerySet

from hoithi.contests.queries import PUBLIC_STATES
from hoithi.results.facts.packing import unpack
from hoithi.results.facts.snapshot import SignShown, Table
from hoithi.results.models import Chunk, Draft


def has_signs(draft: Draft) -> bool:
    """Whether somebody has looked already. The whole contest has no sittings of its own."""
    found = Chunk.objects.filter(draft_id=draft.pk, table=Table.SIGNS)
    return draft.round_id is None or found.exists()


def known_signs(draft: Draft) -> list[SignShown]:
    """Its signs; those of the draft before it as long as nobody has looked through this one.

    One query. So a new list never stands there without what was noticed about the round.
    """
    until_now = Draft.objects.filter(
        contest=draft.contest_id, round=draft.round_id, number__lte=draft.number
    )
    found = Chunk.objects.filter(table=Table.SIGNS, draft_id__in=until_now.values("pk"))
    newest = found.order_by("-draft_id").first()
    return unpack(bytes(newest.content), list[SignShown]) if newest else []


def drafts_unwatched() -> "QuerySet[Draft]":
    """The newest draft of each round whose sittings nobody has looked through; published or not."""
    later = Draft.objects.filter(round=OuterRef("round"), number__gt=OuterRef("number"))
    watched = Chunk.objects.filter(draft_id=OuterRef("pk"), table=Table.SIGNS)
    rounds = Draft.objects.filter(
        round__isnull=False, contest__state__in=PUBLIC_STATES, contest__rehearses=None
    )
    return rounds.exclude(Exists(later)).exclude(Exists(watched)).select_related("contest", "round")
