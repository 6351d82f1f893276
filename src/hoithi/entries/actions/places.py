"""Assisted places: a named helper lets people follow one another on one device."""

from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Contest
from hoithi.entries.models import AssistedPlace
from hoithi.journal import actions as journal
from hoithi.people.models import Person, Unit


@transaction.atomic
def open_place(
    contest: Contest, name: str, *, unit: Unit | None, helper: Person, at: datetime
) -> AssistedPlace:
    """Opens a place under the helper's name; entries and sittings there are marked with it."""
    place = AssistedPlace.objects.create(
        contest=contest, body_id=contest.body_id, name=name, unit=unit, helper=helper, opened_at=at
    )
    journal.record("entries.place_opened", place, by=helper, at=at, facts={"name": name})
    return place


@transaction.atomic
def close_place(place: AssistedPlace, *, by: Person, at: datetime) -> None:
    """Closes a place; closing one that is closed changes nothing."""
    if AssistedPlace.objects.filter(pk=place.pk, closed_at=None).update(closed_at=at):
        journal.record("entries.place_closed", place, by=by, at=at)
