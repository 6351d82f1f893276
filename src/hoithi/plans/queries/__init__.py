"""Plan documents and copies of campaigns as somebody may see them."""

from hoithi.plans.queries.documents import (
    document_for,
    prize_norms,
    understood_in,
    understood_row,
    waiting_documents,
)
from hoithi.plans.queries.handing import first_day_in, left_to_look_at, origin_of

__all__ = [
    "document_for",
    "first_day_in",
    "left_to_look_at",
    "origin_of",
    "prize_norms",
    "understood_in",
    "understood_row",
    "waiting_documents",
]
