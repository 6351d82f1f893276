"""Campaigns as somebody may see them, with all that their pages show."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from hoithi.campaigns.facts import span_now
from hoithi.campaigns.models import (
    Activity,
    Agency,
    Campaign,
    Committee,
    Holding,
    HoldingStatus,
    Task,
)
from hoithi.core.tasks.due import Span, Urgency, urgency
from hoithi.core.tasks.holders import HolderSet, kinds_in
from hoithi.people.models import OrganisingBody, Person, RoleName, UnitVersion
from hoithi.people.queries import reach
from hoithi.people.queries.units import versions_on

READERS = (
    RoleName.ADMINISTRATOR,
    RoleName.ORGANISER,
    RoleName.SECRETARY,
    RoleName.APPROVER,
    RoleName.AUDITOR,
)
"""Roles over a body that see its campaigns from the inside."""
WORKERS = (RoleName.ORGANISER, RoleName.SECRETARY)
"""Roles that keep the tasks of a campaign."""
FOUNDERS = (RoleName.ORGANISER,)
"""Roles that found campaigns from plans."""


def body_with_campaigns(
    person: Person, slug: str, *names: RoleName, at: datetime
) -> OrganisingBody:
    """The body of this address, for somebody who holds one of the roles over the whole of it."""
    over = reach(person, *(names or READERS), at=at)
    return OrganisingBody.objects.get(over.within("id"), slug=slug)


def campaign_for(
    person: Person, slug: str, number: int, *names: RoleName, at: datetime
) -> Campaign:
    """The campaign of this body and number, for those who hold one of the roles over the body."""
    body = body_with_campaigns(person, slug, *names, at=at)
    return Campaign.objects.select_related("body", "plan_file").get(pk=number, body=body)


def campaigns_of(body: OrganisingBody) -> QuerySet[Campaign]:
    """The campaigns of a body, the newest first."""
    return Campaign.objects.filter(body=body).order_by("-created_at", "-pk")


@dataclass(frozen=True)
class Summary:
    """What the list of campaigns says of one."""

    activities: int = 0
    tasks: int = 0
    questions: int = 0
    """Still open."""
    overdue: int = 0


def summaries(campaigns: Iterable[Campaign], *, today: date) -> dict[int, Summary]:
    """The counts of each of these campaigns, in three queries."""
    keys = [one.pk for one in campaigns]
    activities = dict(
        Activity.objects.filter(campaign__in=keys)
        .values_list("campaign")
        .annotate(number=Count("pk"))
        .order_by()
    )
    work, unanswered = Q(asks=""), ~Q(asks="") & Q(answered_at=None)
    tasks = Task.objects.filter(campaign__in=keys).values_list("campaign").order_by()
    counted = {
        key: (number, questions)
        for key, number, questions in tasks.annotate(
            number=Count("pk", filter=work), questions=Count("pk", filter=unanswered)
        )
    }
    late = _undone(keys).filter(task__falls_last__lt=today).values_list("task__campaign")
    overdue = dict(late.annotate(number=Count("task", distinct=True)).order_by())
    return {
        key: Summary(activities.get(key, 0), *counted.get(key, (0, 0)), overdue.get(key, 0))
        for key in keys
    }


def _undone(keys: Iterable[int]) -> QuerySet[Holding]:
    """What is led and not done; nobody is late with what he only helps with."""
    held = Holding.objects.filter(task__campaign__in=list(keys), task__asks="", leads=True)
    return held.exclude(status=HoldingStatus.DONE)


@dataclass(frozen=True)
class Held:
    """A task as one agency holds it: how many rows it has and how many of them are done."""

    task: Task
    agency: Agency
    leads: bool
    rows: int
    done: int
    stuck: int
    span: Span | None
    urgency: Urgency


@dataclass
class Board:
    """All that the page of a campaign shows, in a number of queries that never grows."""

    campaign: Campaign
    activities: list[Activity]
    committees: list[Committee]
    agencies: list[tuple[Agency, list[Held]]]
    questions: list[Task]
    soon: list[Held]
    """Led, not done, due within a week or overdue; the most urgent first."""
    unheld: list[Task] = field(default_factory=list)
    """Work that nobody leads."""


def board(campaign: Campaign, *, today: date) -> Board:
    """The campaign with its activities, committees, tasks by agency, and what is urgent."""
    tasks = {
        task.pk: task for task in campaign.tasks.select_related("activity").order_by("ordinal")
    }
    agencies = {agency.pk: agency for agency in campaign.agencies.all()}
    held = list(_held(tasks, agencies, campaign, today))
    by_agency: dict[int, list[Held]] = {key: [] for key in agencies}
    for one in held:
        by_agency[one.agency.pk].append(one)
    led = {one.task.pk for one in held if one.leads}
    return Board(
        campaign,
        list(campaign.activities.select_related("agency").prefetch_related("unit_sets")),
        list(campaign.committees.prefetch_related("members")),
        [(agencies[key], rows) for key, rows in by_agency.items()],
        [task for task in tasks.values() if task.asks and task.answered_at is None],
        sorted(
            (one for one in held if one.leads and one.urgency in _PRESSING),
            key=lambda one: (one.span or _NEVER, one.task.ordinal),
        ),
        [task for task in tasks.values() if not task.asks and task.pk not in led],
    )


_PRESSING = (Urgency.OVERDUE, Urgency.SOON)
_NEVER = Span(date.max, date.max)


def _held(
    tasks: Mapping[int, Task], agencies: Mapping[int, Agency], campaign: Campaign, today: date
) -> Iterable[Held]:
    rows = (
        Holding.objects.filter(task__campaign=campaign)
        .values_list("task_id", "agency_id", "leads")
        .annotate(
            rows=Count("pk"),
            done=Count("pk", filter=Q(status=HoldingStatus.DONE)),
            stuck=Count("pk", filter=Q(status=HoldingStatus.STUCK)),
        )
        .order_by("task__ordinal", "-leads", "agency__ordinal")
    )
    for task_id, agency_id, leads, number, done, stuck in rows:
        task = tasks[task_id]
        span = span_now(task)
        how = urgency(span, done=done == number, today=today)
        yield Held(task, agencies[agency_id], leads, number, done, stuck, span, how)


def task_of(campaign: Campaign, number: int) -> Task:
    """A task of the campaign with its activity."""
    return campaign.tasks.select_related("activity", "campaign", "answered_by").get(pk=number)


def holdings_of(task: Task) -> QuerySet[Holding]:
    """Who holds the task, leaders first, with what they reported."""
    rows = task.holdings.select_related("agency", "unit", "reported_by", "evidence_file")
    return rows.order_by("-leads", "agency__ordinal", "unit_id")


def units_in_set(agency: Agency, body: OrganisingBody, on: date) -> list[UnitVersion]:
    """The units of the body's own tree that a set opens to on a day, by name."""
    kinds = kinds_in(HolderSet(agency.holder_set))
    versions = versions_on(on, body).filter(kind__in=kinds, unit__body=body)
    return sorted(versions, key=lambda version: version.search)
