"""How the records of a prepared result become bytes, and how they come back and are proved."""

import gzip
import hashlib
from collections.abc import Mapping
from typing import TypeVar

import msgspec

_QUICK = 6
"""Level of compression: higher ones cost more time than they save disk."""

Record = TypeVar("Record")


def pack(record: object) -> tuple[bytes, str]:
    """The bytes of a chunk, and the hash of its unpacked text."""
    text = msgspec.json.encode(record)
    return gzip.compress(text, _QUICK, mtime=0), hashlib.sha256(text).hexdigest()


def unpack(content: bytes, kind: type[Record]) -> Record:
    """The record in the bytes of a chunk."""
    return msgspec.json.decode(gzip.decompress(content), type=kind)


def text_hash(content: bytes) -> str:
    """The hash of a stored chunk: of its unpacked text, so that no version of zlib matters."""
    return hashlib.sha256(gzip.decompress(content)).hexdigest()


def total_of(hashes: Mapping[tuple[str, int], str]) -> str:
    """The hash of a draft over the hashes of its chunks, by table and ordinal."""
    lines = [f"{table} {ordinal} {hashes[table, ordinal]}" for table, ordinal in sorted(hashes)]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def shard_of(key: str, shards: int) -> int:
    """The chunk of the index that holds this key."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % shards
