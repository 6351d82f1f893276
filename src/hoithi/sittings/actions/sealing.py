"""The hash over all answer sheets of a closed round, kept in the journal."""

import hashlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from hoithi.contests.models import Round
from hoithi.journal import actions as journal
from hoithi.journal.models import Entry
from hoithi.sittings.models import Submission

DEED = "sittings.sheets_hashed"
_AT_ONCE = 2_000
_encode = msgspec.json.Encoder(order="sorted").encode


def seal_sheets(round_: Round, *, at: datetime) -> str | None:
    """Writes the hash over everything handed in; None where that closing is sealed already."""
    if is_sealed(round_):
        return None
    digest, count = hashlib.sha256(), 0
    for row in _rows(round_):
        digest.update(_encode(row) + b"\n")
        count += 1
    closes = round_.closes_at.isoformat() if round_.closes_at else ""
    facts = {"sha256": digest.hexdigest(), "sheets": count, "closes_at": closes}
    journal.record(DEED, round_, by=None, at=at, facts=facts)
    return digest.hexdigest()


def is_sealed(round_: Round) -> bool:
    """Whether this closing has its hash; a round that was opened again gets another."""
    closes = round_.closes_at.isoformat() if round_.closes_at else ""
    entries = Entry.objects.filter(deed=DEED, subject_id=round_.pk)
    return any(
        facts.get("closes_at") == closes for facts in entries.values_list("facts", flat=True)
    )


def _rows(round_: Round) -> Iterator[tuple[Any, ...]]:
    """In the order of the sittings: the same rows give the same hash on every database."""
    found = Submission.objects.filter(sitting__round=round_).order_by("sitting_id")
    fields = ("sitting_id", "kind", "holder", "revision", "answers", "prediction", "receipt")
    last = 0
    while True:
        rows = list(
            found.filter(sitting_id__gt=last).values_list(*fields, "submitted_at")[:_AT_ONCE]
        )
        yield from rows
        if len(rows) < _AT_ONCE:
            return
        last = rows[-1][0]
