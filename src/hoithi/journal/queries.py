"""Reading the journal: which entries wait for their seal, and whether the chain is whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from django.db.models import Exists, Max, OuterRef, QuerySet

from hoithi.journal.facts import BEGINNING, chained_hash
from hoithi.journal.models import Entry, Seal, TakenForm

_LATE = 20_000
"""So many newer entries may be sealed before one that commits late is looked for everywhere."""
_PATIENCE = timedelta(minutes=10)
_CHUNK = 2_000


class Fault(StrEnum):
    """What is wrong at a place of the chain."""

    NUMBER_MISSING = "number_missing"
    ENTRY_MISSING = "entry_missing"
    HASH_DIFFERS = "hash_differs"
    NEVER_SEALED = "never_sealed"


def forms_to_forget(before: datetime) -> bool:
    """Whether any form was taken before that moment."""
    return TakenForm.objects.filter(taken_at__lt=before).exists()


@dataclass(frozen=True)
class Break:
    """The first place where the chain does not hold: its number, or the entry without one."""

    fault: Fault
    number: int | None
    entry_id: int | None


@dataclass(frozen=True)
class Head:
    """The newest seal: what others write down to witness all before it."""

    number: int
    hash: str


def chain_head() -> Head:
    """The newest seal; number 0 before the first."""
    newest = Seal.objects.order_by("-number").first()
    return Head(newest.number, newest.hash) if newest else Head(0, BEGINNING)


def unsealed_entries() -> QuerySet[Entry]:
    """Committed entries without a seal, oldest id first."""
    seals = Seal.objects.filter(entry_id=OuterRef("pk"))
    return Entry.objects.filter(~Exists(seals)).order_by("pk")


def next_to_seal(limit: int) -> list[Entry]:
    """The entries to seal now: near the newest first, then wherever one committed very late."""
    newest = Seal.objects.aggregate(newest=Max("entry_id"))["newest"] or 0
    waiting = unsealed_entries()
    if near := list(waiting.filter(pk__gt=newest - _LATE)[:limit]):
        return near
    if Entry.objects.count() == chain_head().number:
        return []
    return list(waiting[:limit])


def from_newest(entries: QuerySet[Entry]) -> Iterator[Entry]:
    """These entries one by one, the newest first, a chunk in memory at a time.

    No statement lasts longer than a chunk, and none comes twice while others are being written.
    """
    rows = entries.order_by("-pk")
    chunk = list(rows[:_CHUNK])
    while chunk:
        yield from chunk
        chunk = list(rows.filter(pk__lt=chunk[-1].pk)[:_CHUNK])


def verify_chain(at: datetime) -> Break | None:
    """The first place where entries or seals were changed behind the application, or None.

    Entries of the last ten minutes may still wait for their seal. A chain rewritten from some
    place to its end is found by comparing `chain_head` with one written down elsewhere.
    """
    before = BEGINNING
    for expected, (seal, entry) in enumerate(_sealed(), start=1):
        if seal.number != expected:
            return Break(Fault.NUMBER_MISSING, expected, None)
        if entry is None:
            return Break(Fault.ENTRY_MISSING, seal.number, seal.entry_id)
        before = chained_hash(before, seal.number, entry)
        if seal.hash != before:
            return Break(Fault.HASH_DIFFERS, seal.number, entry.pk)
    forgotten = unsealed_entries().filter(at__lt=at - _PATIENCE).first()
    return Break(Fault.NEVER_SEALED, None, forgotten.pk) if forgotten else None


def _sealed() -> Iterator[tuple[Seal, Entry | None]]:
    """Seals by number with their entries, a chunk in memory at a time."""
    last: int | None = None
    while True:
        seals = Seal.objects.order_by("number")
        chunk = list((seals if last is None else seals.filter(number__gt=last))[:_CHUNK])
        if not chunk:
            return
        entries = Entry.objects.in_bulk([seal.entry_id for seal in chunk])
        yield from ((seal, entries.get(seal.entry_id)) for seal in chunk)
        last = chunk[-1].number
