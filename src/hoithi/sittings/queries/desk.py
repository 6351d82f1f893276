"""People and their sittings as the organiser looks them up; figures with the names of units."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from hoithi.contests.models import Contest
from hoithi.contests.queries import contest_for
from hoithi.entries.models import Entrant
from hoithi.entries.queries import entrant_by_code
from hoithi.people import queries as people
from hoithi.people.models import Person, RoleName, UnitVersion
from hoithi.sittings.models import Sitting, SittingDecision
from hoithi.sittings.queries.figures import Counts, RoundFigures

FINDERS = (RoleName.ORGANISER, RoleName.SECRETARY)
"""Who looks people up by a code."""


@dataclass(frozen=True)
class UnitCounts:
    """A unit's figures under its name; no name for those who stand for none."""

    name: str
    counts: Counts


def units_named(figures: RoundFigures) -> list[UnitCounts]:
    """The units of the figures by name, those with most people first. One query."""
    versions = UnitVersion.objects.filter(pk__in=figures.units)
    names = dict(versions.values_list("pk", "name"))
    found = [UnitCounts(names.get(pk, ""), counts) for pk, counts in figures.units.items()]
    return sorted(found, key=lambda one: (-one.counts.people, one.name))


def entrant_found(person: Person, contest: Contest, code: str, *, at: datetime) -> Entrant:
    """The entrant of an entry code or of a receipt. Raises DoesNotExist for any other code."""
    sitting = (
        Sitting.objects.filter(
            entrant__contest=contest, submission__receipt=code.replace("-", "").strip().upper()
        )
        .select_related("entrant")
        .first()
    )
    return sitting.entrant if sitting else entrant_by_code(person, contest, code, at=at)


def entrant_for(person: Person, slug: str, token: str, *names: RoleName, at: datetime) -> Entrant:
    """An entrant by the token of its address, for somebody who may look people up."""
    contest = contest_for(person, slug, *(names or FINDERS), at=at)
    entrants = Entrant.objects.select_related("contest__body", "identity", "unit")
    return entrants.get(contest=contest, token=token)


def sittings_at_desk(entrant: Entrant) -> QuerySet[Sitting]:
    """Every sitting of an entrant with its round, what was handed in and what was decided."""
    return (
        Sitting.objects.filter(entrant=entrant)
        .select_related("round", "submission", "place")
        .prefetch_related("decisions")
        .order_by("-ordinal")
    )


def sitting_of(entrant: Entrant, token: str) -> Sitting:
    """One sitting of the entrant by its token."""
    return Sitting.objects.select_related("entrant", "round").get(entrant=entrant, token=token)


def decisions_about(entrant: Entrant) -> QuerySet[SittingDecision]:
    """What was decided about this entrant, newest first."""
    rows = SittingDecision.objects.filter(entrant=entrant)
    return rows.select_related("round", "decided_by").order_by("-decided_at")


def contact_of(
    person: Person, slug: str, token: str, *, reason: str, at: datetime
) -> tuple[Entrant, dict[str, str]]:
    """What the entrant told the body, in the clear, with a journal row."""
    entrant = entrant_for(person, slug, token, at=at)
    if entrant.identity is None:
        return entrant, {}
    fields = people.opened_identity(
        entrant.identity, by=person, reason=reason, at=at, contest_id=entrant.contest_id
    )
    return entrant, fields
