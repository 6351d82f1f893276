"""Results as somebody may see them: drafts at the desk, published ones in public."""

from hoithi.results.queries.drafts import (
    findings,
    inputs,
    is_stale,
    last_result,
    lots,
    newest_draft,
    not_recognised,
    publishes_at,
    round_drafts,
    rounds_unprepared,
    undecided,
    unverified,
    winners,
)
from hoithi.results.queries.progress import Progress, progress
from hoithi.results.queries.published import (
    all_published,
    answered_remarks,
    newest_published,
    own_entrant,
    own_position,
    published,
    visible,
)

__all__ = [
    "Progress",
    "all_published",
    "answered_remarks",
    "findings",
    "inputs",
    "is_stale",
    "last_result",
    "lots",
    "newest_draft",
    "newest_published",
    "not_recognised",
    "own_entrant",
    "own_position",
    "progress",
    "published",
    "publishes_at",
    "round_drafts",
    "rounds_unprepared",
    "undecided",
    "unverified",
    "visible",
    "winners",
]
