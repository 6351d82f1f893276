"""One campaign and the campaigns of a body: what their pages show, and who may see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from hoithi.campaigns.models import (
    Activity,
    Agency,
    Campaign,
    Holding,
    HoldingStatus,
    Task,
)
from hoithi.core.tasks.holders import HolderSet, kinds_in
from hoithi.files.models import StoredFile
from hoithi.people.models import OrganisingBody, Person, RoleName, UnitVersion
from hoithi.people.queries import reach
from hoithi.people.queries.units import in_force, versions_on

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
class HeldBy:
    """Who holds a task: an agency, or one unit of its set by the name it has that day."""

    holding: Holding
    unit_name: str


def task_of(campaign: Campaign, number: int) -> Task:
    """A task of the campaign with its activity."""
    return campaign.tasks.select_related("activity", "campaign", "answered_by").get(pk=number)


def evidence_of(campaign: Campaign, task: int, holding: int) -> StoredFile:
    """The file that a holder of this task sent. Raises DoesNotExist where there is none."""
    files = StoredFile.objects.filter(
        pk__in=Holding.objects.filter(pk=holding, task=task, task__campaign=campaign).values(
            "evidence_file"
        )
    )
    return files.get()


def holdings_of(task: Task, on: date) -> list[HeldBy]:
    """Who holds the task, leaders first, with what they reported; two queries."""
    rows = task.holdings.select_related("agency", "reported_by", "evidence_file")
    return _with_names(rows.order_by("-leads", "agency__ordinal", "unit_id"), on)


def units_for(agency: Agency, body: OrganisingBody, on: date) -> list[UnitVersion]:
    """The units of the body's own tree that a set may open to on a day, by name.

    A set by rule has its kinds; one that is named by hand may be any of them.
    """
    holders = HolderSet(agency.holder_set)
    if holders is HolderSet.ONE:
        return []
    versions = versions_on(on, body)
    kinds = kinds_in(holders)
    found = versions.filter(kind__in=kinds) if kinds else versions
    return sorted(found, key=lambda version: version.search)


def rows_of_agency(agency: Agency, on: date) -> list[HeldBy]:
    """Everything the agency holds, by task, then by unit; two queries."""
    rows = agency.holdings.select_related("task__activity")
    return _with_names(rows.order_by("task__ordinal", "unit_id"), on)


def _with_names(rows: Iterable[Holding], on: date) -> list[HeldBy]:
    held = list(rows)
    units = {one.unit_id for one in held if one.unit_id}
    versions = UnitVersion.objects.filter(in_force(on), unit__in=units).order_by("valid_from")
    names = dict(versions.values_list("unit_id", "name"))
    return [HeldBy(one, names.get(one.unit_id or 0, "")) for one in held]
