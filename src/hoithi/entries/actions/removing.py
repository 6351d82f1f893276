"""Taking out an entrant whom the secretariat registered by mistake."""

from datetime import datetime

from django.db import transaction

from hoithi.entries.actions.excluding import ReasonMissing
from hoithi.entries.facts.registering import EntrantInUse
from hoithi.entries.models import Entrant, ListedPerson, MatchState
from hoithi.entries.queries.registered import BY_SECRETARIAT, uses_of
from hoithi.journal import actions as journal
from hoithi.people.models import Identity, Person


@transaction.atomic
def remove(entrant: Entrant, *, reason: str, by: Person, at: datetime) -> None:
    """Takes out an entrant for whom nothing was done yet, with the identities kept of it.

    Refuses without a reason, and whoever has sittings, points, findings, results or certificates:
    what was done stays proved. Raises DoesNotExist for people who came in by themselves.
    """
    if not reason.strip():
        raise ReasonMissing
    rows = Entrant.objects.select_for_update().filter(channel__in=BY_SECRETARIAT)
    locked = rows.get(pk=entrant.pk)
    if uses := uses_of(locked):
        raise EntrantInUse(name=locked.name, uses=uses)
    facts = {
        "name": locked.name,
        "unit": locked.unit.unit_id if locked.unit else None,
        "reason": reason.strip(),
    }
    journal.record("entries.removed", locked, by=by, at=at, facts=facts)
    settled = ListedPerson.objects.filter(entrant=locked)
    settled.update(entrant=None, match=MatchState.NONE)
    members = list(locked.members.values_list("identity_id", flat=True))
    known = [one for one in (locked.identity_id, *members) if one is not None]
    locked.delete()
    Identity.objects.filter(pk__in=known).delete()
