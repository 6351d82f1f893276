"""Assisted places with what was sat at them, marked as assisted."""

from dataclasses import dataclass

from django.db.models import Count

from hoithi.contests.models import Contest
from hoithi.entries.models import AssistedPlace


@dataclass(frozen=True)
class PlaceShown:
    """A place with its counts: people and attempts, never one for the other."""

    place: AssistedPlace
    people: int
    sittings: int
    submitted: int


def places_shown(contest: Contest) -> list[PlaceShown]:
    """Every place of the contest, the open ones first. One query."""
    rows = (
        AssistedPlace.objects.filter(contest=contest)
        .select_related("helper", "unit")
        .annotate(
            people=Count("sitting__entrant", distinct=True),
            sittings=Count("sitting", distinct=True),
            submitted=Count("sitting__submission", distinct=True),
        )
        .order_by("closed_at", "name", "pk")
    )
    found = [PlaceShown(row, row.people, row.sittings, row.submitted) for row in rows]
    return sorted(found, key=lambda one: one.place.closed_at is not None)
