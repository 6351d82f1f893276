"""Plans and campaigns as rows and as the records that the rules know."""

from hoithi.plans.facts.drafts import draft_from
from hoithi.plans.facts.understanding import (
    COUNTS,
    FIELDS,
    NOTICED,
    SINGLE,
    is_understood,
    rows_of,
    understanding_of,
)

__all__ = [
    "COUNTS",
    "FIELDS",
    "NOTICED",
    "SINGLE",
    "draft_from",
    "is_understood",
    "rows_of",
    "understanding_of",
]
