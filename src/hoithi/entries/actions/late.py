"""What is taken after the last day of registration: only by a decision that is recorded."""

from collections.abc import Iterable
from datetime import datetime

from hoithi.core.entering.teams import last_day_to_register
from hoithi.core.rulebook.entry import EntryRules
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.facts.registering import LateGrounds, RegistrationOver
from hoithi.entries.models import Entrant, LateDecision
from hoithi.journal import actions as journal
from hoithi.people.models import Person


def grounds_needed(
    entry: EntryRules, given: LateGrounds | None, *, at: datetime
) -> LateGrounds | None:
    """The grounds that have to be recorded now; None while the time of registration runs.

    Refuses what comes after the last day without a reason and a document.
    """
    last = last_day_to_register(entry)
    if last is None or local_day(at) <= last:
        return None
    if given is None or not given.reason.strip() or not given.document_number.strip():
        raise RegistrationOver(last)
    return given


def record_late(
    entrants: Iterable[Entrant], grounds: LateGrounds | None, *, by: Person, at: datetime
) -> None:
    """Keeps by which decision each was taken late, and tells the journal; nothing while in time."""
    if grounds is None:
        return
    reason, document = grounds.reason.strip()[:500], grounds.document_number.strip()[:60]
    for one in entrants:
        LateDecision.objects.create(
            entrant=one, reason=reason, document_number=document, by=by, at=at
        )
        facts = {"name": one.name, "reason": reason, "document": document}
        journal.record("entries.taken_late", one, by=by, at=at, facts=facts)
