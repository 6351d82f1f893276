"""Entrants, doors and named lists as somebody may see them."""

from hoithi.entries.queries.doors import current_door, search_units
from hoithi.entries.queries.people import (
    entrant_at_device,
    entrant_by_code,
    entrant_to_renew,
    return_by_code,
)

__all__ = [
    "current_door",
    "entrant_at_device",
    "entrant_by_code",
    "entrant_to_renew",
    "return_by_code",
    "search_units",
]
