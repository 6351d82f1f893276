"""Whose tasks are to be reminded of today, and who hears of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from hoithi.campaigns.facts import span_now
from hoithi.campaigns.models import (
    Campaign,
    Holding,
    HoldingStatus,
    Task,
    TaskReminded,
    TaskReminding,
)
from hoithi.campaigns.queries.contacts import of_drafts
from hoithi.campaigns.queries.tasks import is_open
from hoithi.core.tasks.due import Span
from hoithi.core.tasks.reminding import DAYS_BEFORE, step_today
from hoithi.people.models import OrganisingBody, Person, Role, RoleName, Scope


@dataclass(frozen=True)
class Reminder:
    """Somebody is to hear of a task that their unit holds and has not finished."""

    person: Person
    holding: Holding
    span: Span
    step: int


@dataclass(frozen=True)
class RemindingTold:
    """When the holders of a campaign's tasks are reminded."""

    days_before: tuple[int, ...] = DAYS_BEFORE
    is_on: bool = True


def reminding_of(campaign: Campaign) -> RemindingTold:
    """What was chosen for the campaign, else the usual days."""
    row = TaskReminding.objects.filter(campaign=campaign).first()
    return RemindingTold(tuple(row.days_before), row.is_on) if row else RemindingTold()


def campaigns_to_look_at(today: date) -> QuerySet[Campaign]:
    """Campaigns with dated tasks that were not looked at today, where holders are reminded.

    Asked every few seconds, so it does not count who has finished: that is looked up once a day.
    """
    dated = Task.objects.filter(campaign=OuterRef("pk"), asks="", falls_last__isnull=False)
    seen = TaskReminding.objects.filter(Q(looked_on=today) | Q(is_on=False))
    waiting = Campaign.objects.exclude(of_drafts()).exclude(pk__in=seen.values("campaign"))
    return waiting.filter(Exists(dated)).select_related("body").order_by("pk")


def reminders_due(campaign: Campaign, *, at: datetime, today: date) -> list[Reminder]:
    """Who is to hear of which task today, whoever heard at this step left out; four queries.

    Only those who lead a task and have not reported it done are reminded.
    """
    told = reminding_of(campaign)
    at_step = list(_at_a_step(campaign, told, today)) if told.is_on else []
    units = {unit for one, _, _ in at_step if (unit := _unit(one))}
    contacts = contacts_of(units, campaign.body, at=at)
    heard = set(
        TaskReminded.objects.filter(holding__task__campaign=campaign).values_list(
            "holding", "person", "step", "deadline"
        )
    )
    return [
        Reminder(person, holding, span, step)
        for holding, span, step in at_step
        for person in contacts.get(_unit(holding) or 0, ())
        if (holding.pk, person.pk, step, span.last) not in heard
    ]


def _at_a_step(
    campaign: Campaign, told: RemindingTold, today: date
) -> Iterator[tuple[Holding, Span, int]]:
    rows = Holding.objects.filter(task__campaign=campaign, task__asks="", leads=True)
    undone = rows.exclude(status=HoldingStatus.DONE).select_related("task__activity", "agency")
    for holding in undone.order_by("task__falls_last", "task__ordinal", "pk"):
        if (span := span_now(holding.task)) is None:
            continue
        certain = not is_open(holding.task)
        step = step_today(span, certain=certain, today=today, days_before=told.days_before)
        if step is not None:
            yield holding, span, step


def _unit(holding: Holding) -> int | None:
    return holding.unit_id or holding.agency.unit_id


def contacts_of(
    units: Iterable[int], body: OrganisingBody, *, at: datetime
) -> dict[int, list[Person]]:
    """The contacts of these units of the body, by the number of the unit; one query.

    The contact of a unit in one contest only has nothing to do with campaigns.
    """
    found: dict[int, list[Person]] = {}
    roles = Role.objects.filter(
        Q(until__isnull=True) | Q(until__gt=at),
        name=RoleName.UNIT_CONTACT,
        scope=Scope.UNIT,
        unit__in=list(units),
        unit__body=body,
        body=body,
        contest_id=None,
        person__is_active=True,
        since__lte=at,
    )
    for role in roles.select_related("person").order_by("pk"):
        if role.unit_id and role.person not in found.setdefault(role.unit_id, []):
            found[role.unit_id].append(role.person)
    return found


def contacts_by_agency(campaign: Campaign, *, at: datetime) -> dict[int, int]:
    """How many contacts hear of the tasks that each agency, or a unit of its set, leads."""
    led = Holding.objects.filter(task__campaign=campaign, task__asks="", leads=True)
    pairs = set(led.values_list("agency", "unit", "agency__unit"))
    found = contacts_of(
        {unit or own for _agency, unit, own in pairs if unit or own}, campaign.body, at=at
    )
    people: dict[int, set[int]] = {}
    for agency, unit, own in pairs:
        people.setdefault(agency, set()).update(one.pk for one in found.get(unit or own or 0, ()))
    return {agency: len(those) for agency, those in people.items()}
