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
from hoithi.people.facts.second_factors import opened_secret, sealed_secret

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
    "opened_secret",
    "seal",
    "sealed_identity",
    "sealed_secret",
]
