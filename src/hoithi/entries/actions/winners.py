"""What the rules ask only of those proposed for a prize, taken while they are telephoned."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from hoithi.contests.facts import rulebook_of
from hoithi.contests.queries import current_version
from hoithi.core.entering.answers import understand_winner
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.entries.models import Entrant
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import opened, seal
from hoithi.people.facts.identities import index_rows
from hoithi.people.models import Identity, IdentityIndex, Person


class NothingStated(Refusal):
    """None of the fields that are asked of winners was filled in."""


@transaction.atomic
def take_winner_fields(
    entrant: Entrant, answers: Mapping[str, str], *, by: Person, at: datetime
) -> None:
    """Seals the answers beside what the person stated on entering; a new answer takes the place of
    an older one. The journal names the fields, never their values.

    Refuses answers that do not hold or contradict the entry (EntryRefused), and an empty form.
    """
    rules = rulebook_of(current_version(entrant.contest, at=at)).entry
    standing = Identity.objects.select_for_update().filter(erased_at=None)
    identity = standing.get(pk=entrant.identity_id or 0)
    known = opened(identity)
    read = understand_winner(rules, known, answers, on=local_day(at))
    if read.problems:
        raise EntryRefused(read.problems)
    if not read.values:
        raise NothingStated
    identity.sealed = seal(identity, {**known, **read.values})
    identity.save(update_fields=["sealed"])
    IdentityIndex.objects.filter(identity=identity, field__in=read.values).delete()
    IdentityIndex.objects.bulk_create(index_rows(identity, read.values))
    facts = {"fields": sorted(read.values)}
    journal.record("entries.winner_fields_taken", entrant, by=by, at=at, facts=facts)
