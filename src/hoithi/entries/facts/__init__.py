"""Rows of entries to records of the rules, and back: the door, keys, codes and tokens."""

from hoithi.entries.facts.door import Door, door_of, excluded_at
from hoithi.entries.facts.keys import (
    code_hash,
    code_shown,
    entrant_of_token,
    entrant_token,
    exclusion_hashes,
    place_of_token,
    place_token,
    read_code,
)

__all__ = [
    "Door",
    "code_hash",
    "code_shown",
    "door_of",
    "entrant_of_token",
    "entrant_token",
    "excluded_at",
    "exclusion_hashes",
    "place_of_token",
    "place_token",
    "read_code",
]
