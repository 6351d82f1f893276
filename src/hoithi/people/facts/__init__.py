"""Rows about people as records and back: sealed identities, one-time tokens, refusals."""

from hoithi.people.facts.identities import (
    INDEXED,
    SealBroken,
    encryption_key_number,
    index_hash,
    index_hashes,
    index_key_number,
    index_rows,
    key_hash,
    opened,
    seal,
    sealed_identity,
)

__all__ = [
    "INDEXED",
    "SealBroken",
    "encryption_key_number",
    "index_hash",
    "index_hashes",
    "index_key_number",
    "index_rows",
    "key_hash",
    "opened",
    "seal",
    "sealed_identity",
]
