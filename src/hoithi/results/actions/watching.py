"""Looking for signs of irregularity once a draft stands, so that nobody waits for it."""

from collections.abc import Sequence
from datetime import datetime

from hoithi.contests.queries import rules_of_round
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.windows import parts_in
from hoithi.core.signs import Sign, Thresholds
from hoithi.core.signs import signs as found_in
from hoithi.results.facts.packing import pack
from hoithi.results.facts.snapshot import SignShown, Table
from hoithi.results.models import Chunk, Draft, SignFinding
from hoithi.results.queries.traces import traces
from hoithi.results.queries.watched import has_signs, known_signs
from hoithi.sittings.models import Submission

_NAMED = 50
"""So many of those concerned are listed; all are counted."""
_MOST = 500
"""More signs than a committee can look into tell that a threshold is wrong."""
AT_ONCE = 2_000
"""So many handed-in sittings are looked through while somebody waits: a second or two."""


def look_if_quick(draft: Draft, *, at: datetime) -> None:
    """Looks for signs at once in a round small enough; in a larger one the worker does."""
    if Submission.objects.filter(sitting__round=draft.round_id).count() <= AT_ONCE:
        look_for_signs(draft, at=at)


def look_for_signs(draft: Draft, *, at: datetime) -> int:
    """Stores the signs in the sittings of a draft's round, once; how many there are.

    They are no part of what is hashed and published: a sign is for a person to judge. What was
    found about a sign of an earlier draft stays with it, also where it is noticed no more.
    """
    if draft.round is None or has_signs(draft):
        return 0
    rules = rules_of_round(draft.round, at=at)
    papers = [p for p in parts_in(rules, draft.round.key) if isinstance(p, PaperPart)]
    least = max((paper.least_seconds for paper in papers), default=0)
    found = found_in(traces(draft.round, at=at), Thresholds(least_seconds=least))
    shown = [_shown(sign) for sign in found[:_MOST]]
    content, _ = pack([*shown, *_judged_before(draft, shown)])
    Chunk.objects.get_or_create(
        draft_id=draft.pk, table=Table.SIGNS, ordinal=0, defaults={"content": content}
    )
    return len(found)


def _judged_before(draft: Draft, shown: Sequence[SignShown]) -> list[SignShown]:
    """Signs of earlier drafts about which somebody found something, and which are not shown."""
    rows = SignFinding.objects.filter(contest=draft.contest_id, round=draft.round_id)
    judged = set(rows.values_list("sign", "subject")) - {(one.kind, one.subject) for one in shown}
    return [one for one in known_signs(draft) if (one.kind, one.subject) in judged]


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
