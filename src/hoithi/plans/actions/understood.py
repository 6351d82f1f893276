"""What a person makes of a fact that was read: accepted, corrected, refused, added."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from hoithi.core.plans.records import Place
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.plans.actions.founding import AlreadyFounded
from hoithi.plans.facts import SINGLE, is_understood
from hoithi.plans.models import PlanDocument, Understood, UnderstoodState


class NotAFact(Refusal):
    """What was typed is no value of this field, such as a day that does not exist."""


def accept(row: Understood, *, by: Person, at: datetime) -> Understood:
    """A person stands for what was read."""
    return _decided(row, UnderstoodState.ACCEPTED, by=by, at=at)


def refuse(row: Understood, *, by: Person, at: datetime) -> Understood:
    """The plan does not say so: the fact counts for nothing."""
    return _decided(row, UnderstoodState.REFUSED, by=by, at=at)


@transaction.atomic
def accept_all(document: PlanDocument, *, by: Person, at: datetime) -> int:
    """A person stands for everything that nobody has looked at yet; how much that was."""
    _still_open(document)
    rows = document.understood.filter(state=UnderstoodState.READ)
    number = rows.update(state=UnderstoodState.ACCEPTED, decided_by=by, decided_at=at)
    journal.record("plans.all_accepted", document, by=by, at=at, facts={"facts": number})
    return number


@transaction.atomic
def correct(row: Understood, value: dict[str, Any], *, by: Person, at: datetime) -> Understood:
    """Another value in the place of what was read, which is kept beside it."""
    if not is_understood(row.field, value):
        raise NotAFact
    if row.was is None and row.state != UnderstoodState.ADDED:
        row.was = row.value
    row.value = value
    keeps = row.state == UnderstoodState.ADDED
    return _decided(
        row, UnderstoodState.ADDED if keeps else UnderstoodState.CORRECTED, by=by, at=at
    )


@transaction.atomic
def add(
    document: PlanDocument,
    field: str,
    value: dict[str, Any],
    *,
    by: Person,
    at: datetime,
    place: Place | None = None,
) -> Understood:
    """A fact that the reader missed. What a plan states once takes the place of what was read."""
    _still_open(document)
    if not is_understood(field, value):
        raise NotAFact
    last = document.understood.aggregate(last=Max("ordinal"))["last"] or 0
    if field in SINGLE:
        document.understood.filter(field=field).update(
            state=UnderstoodState.REFUSED, decided_by=by, decided_at=at
        )
    row = Understood(document=document, field=field, ordinal=last + 1, value=value)
    if place:
        row.line, row.start, row.end, row.last_line = (
            place.line,
            place.start,
            place.end,
            place.last_line,
        )
    return _decided(row, UnderstoodState.ADDED, by=by, at=at)


@transaction.atomic
def _decided(row: Understood, state: UnderstoodState, *, by: Person, at: datetime) -> Understood:
    _still_open(row.document)
    row.state, row.decided_by, row.decided_at = state, by, at
    row.save()
    facts = {"field": row.field, "fact": row.pk}
    journal.record(f"plans.fact_{state}", row.document, by=by, at=at, facts=facts)
    return row


def _still_open(document: PlanDocument) -> None:
    """Locks the plan, so that nothing is corrected while its campaign is founded."""
    campaign = PlanDocument.objects.select_for_update().values_list("campaign", flat=True)
    if number := campaign.get(pk=document.pk):
        raise AlreadyFounded(number)
