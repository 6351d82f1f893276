"""Assisted places: a named helper lets people follow one another on one device."""

from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Contest
from hoithi.entries.models import AssistedPlace
from hoithi.journal import actions as journal
from hoithi.people.models import Person, Unit


@transaction.atomic
def open_place(
    contest: Contest,
    name: str,
    *,
    unit: Unit | None,
    helper: Person,
    at: datetime,
    by: Person | None = None,
) -> AssistedPlace:
    """Opens a place under the helper's name; entries and sittings there are marked with it.

    The helper opens it, or (`by`) an organiser who names the helper. A second click finds the
    place that is open under this name.
    """
    # Two clicks at once wait here for one another.
    Contest.objects.select_for_update().get(pk=contest.pk)
    known = AssistedPlace.objects.filter(contest=contest, name=name, helper=helper, closed_at=None)
    if (there := known.first()) is not None:
        return there
    place = AssistedPlace.objects.create(
        contest=contest, body_id=contest.body_id, name=name, unit=unit, helper=helper, opened_at=at
    )
    facts = {"name": name, "helper": helper.pk}
    journal.record("entries.place_opened", place, by=by or helper, at=at, facts=facts)
    return place


@transaction.atomic
def close_place(place: AssistedPlace, *, by: Person, at: datetime) -> None:
    """Closes a place; closing one that is closed changes nothing."""
    if AssistedPlace.objects.filter(pk=place.pk, closed_at=None).update(closed_at=at):
        journal.record("entries.place_closed", place, by=by, at=at)
