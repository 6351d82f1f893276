"""Reading personal data: who may, and with which trace."""

from datetime import datetime

from django.db.models import QuerySet

from hoithi.journal import actions as journal
from hoithi.people import facts
from hoithi.people.models import Identity, Person, RoleName
from hoithi.people.queries.reach import reach

_READERS = (RoleName.ORGANISER, RoleName.SECRETARY, RoleName.APPROVER)


def opened_identity(
    identity: Identity, *, by: Person, reason: str, at: datetime, contest_id: int | None = None
) -> dict[str, str]:
    """What the person told the body, in the clear, with a journal row that says who read it why.

    For organisers, secretaries and approvers of the body, or of the contest in which the caller
    found the identity. Everybody else is answered as if there were no such identity.
    """
    within = reach(by, *_READERS, at=at)
    if not within.covers(body_id=identity.body_id, contest_id=contest_id):
        raise Identity.DoesNotExist
    fields = facts.opened(identity)
    journal.record("people.identity_read", identity, by=by, at=at, facts={"reason": reason})
    return fields


def identities_with(body_id: int, field: str, value: str) -> QuerySet[Identity]:
    """Identities of the body that hold this normalised value, found without reading any."""
    return Identity.objects.filter(
        index__body_id=body_id,
        index__field=field,
        index__value_hash__in=facts.index_hashes(body_id, field, value),
    ).distinct()
