"""Looking for signs of irregularity once a draft stands, so that nobody waits for it."""

from datetime import datetime

from hoithi.contests.queries import rules_of_round
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import parts_in
from hoithi.core.signs import Sign, Thresholds
from hoithi.core.signs import signs as found_in
from hoithi.results.facts.packing import pack
from hoithi.results.facts.snapshot import SignShown, Table
from hoithi.results.models import Chunk, Draft
from hoithi.results.queries.traces import traces

_NAMED = 50
"""So many of those concerned are listed; all are counted."""
_MOST = 500
"""More signs than a committee can look into tell that a threshold is wrong."""


def look_for_signs(draft: Draft, *, at: datetime) -> int:
    """Stores the signs in the sittings of a draft's round, once; how many there are.

    They are no part of what is hashed and published: a sign is for a person to judge.
    """
    if draft.round is None or has_signs(draft):
        return 0
    rules = rules_of_round(draft.round, at=at)
    papers = [p for p in parts_in(rules, draft.round.key) if isinstance(p, PaperPart)]
    least = max((paper.least_seconds for paper in papers), default=0)
    found = found_in(traces(draft.round, at=at), Thresholds(least_seconds=least))
    shown = [_shown(sign) for sign in found[:_MOST]]
    content, _ = pack(shown)
    Chunk.objects.get_or_create(
        draft_id=draft.pk, table=Table.SIGNS, ordinal=0, defaults={"content": content}
    )
    return len(found)


def has_signs(draft: Draft) -> bool:
    """Whether somebody has looked already."""
    return Chunk.objects.filter(draft_id=draft.pk, table=Table.SIGNS).exists()


def _shown(sign: Sign) -> SignShown:
    device = sign.facts.get("device")
    subject = str(device) if device else "-".join(str(one) for one in sign.entrants[:2])
    return SignShown(
        kind=sign.kind,
        subject=subject[:80],
        entrants=sign.entrants[:_NAMED],
        count=len(sign.entrants),
        facts={name: _text(value) for name, value in sign.facts.items()},
    )


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)
