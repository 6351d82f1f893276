"""Finding entrants by what they told the body, without opening anybody's identity."""

from collections.abc import Mapping
from datetime import datetime

from django.db.models import QuerySet

from hoithi.contests.models import Contest
from hoithi.core.entering.values import read_value
from hoithi.core.rulebook.entry import IdentityKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import words_key
from hoithi.entries.models import Entrant
from hoithi.journal import actions as journal
from hoithi.people.models import Identity, Person
from hoithi.people.queries import identities_with

AT_MOST = 50
"""Found people shown: who finds more has to say more."""
INDEXED = (IdentityKind.FULL_NAME, IdentityKind.PHONE, IdentityKind.PERSONAL_NUMBER)


def entrants_like(
    contest: Contest, wanted: Mapping[str, str], *, by: Person, at: datetime
) -> list[Entrant]:
    """The entrants of whom all these fields hold: whole name, telephone, personal number, and
    the year of birth beside one of them.

    Compared as keyed hashes. The journal keeps who searched by which fields and how many were
    found, never the values. Refuses (IdentityRefused) what cannot be such a value; at most
    `AT_MOST` and one more come back.
    """
    values = {IdentityKind(k): v for k, v in wanted.items() if v.strip()}
    read = {kind: read_value(kind, text, on=local_day(at)) for kind, text in values.items()}
    rows = Entrant.objects.filter(contest=contest).select_related("unit")
    for kind in INDEXED:
        if kind in read:
            rows = rows.filter(identity__in=_identities(contest, kind, read[kind]))
    if IdentityKind.BIRTH_YEAR in read:
        rows = rows.filter(birth_year=int(read[IdentityKind.BIRTH_YEAR]))
    found = list(rows.order_by("registered_at", "pk")[: AT_MOST + 1])
    facts = {"fields": sorted(map(str, read)), "found": len(found)}
    journal.record("entries.people_searched", contest, by=by, at=at, facts=facts)
    return found


def _identities(contest: Contest, kind: IdentityKind, value: str) -> QuerySet[Identity]:
    if kind is IdentityKind.FULL_NAME:
        return identities_with(contest.body_id, "name", words_key(value))
    return identities_with(contest.body_id, kind, value)
