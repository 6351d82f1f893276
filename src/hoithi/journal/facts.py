"""The hash of an entry in the chain."""

import hashlib
from datetime import UTC

import msgspec

from hoithi.journal.models import Entry

BEGINNING = "0" * 64
"""What stands before the first seal."""

_PLAIN = (
    "id",
    "body_id",
    "contest_id",
    "deed",
    "subject",
    "subject_id",
    "person_id",
    "person_name",
)


def chained_hash(before: str, number: int, entry: Entry) -> str:
    """SHA-256 over the hash before, the number and every column of the entry, in one text form.

    The entry must come from the database, so that its facts have the form in which they return.
    """
    columns = {name: getattr(entry, name) for name in _PLAIN}
    columns["facts"] = entry.facts
    columns["at"] = entry.at.astimezone(UTC).isoformat(timespec="microseconds")
    text = msgspec.json.encode([before, number, columns], order="deterministic")
    return hashlib.sha256(text).hexdigest()
