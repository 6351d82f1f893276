"""Founding a campaign from what was understood of its plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from hoithi.campaigns.facts import place_json, with_due, with_moment
from hoithi.campaigns.models import (
    Activity,
    ActivityUnits,
    Agency,
    Campaign,
    Committee,
    Holding,
    Task,
)
from hoithi.core.founding.records import ActivityDraft, Asks, CampaignDraft, TaskDraft
from hoithi.core.vietnamese.dates import date_text
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.people.models import OrganisingBody, Person

_LONGEST_NAME = 300
_LONGEST_TITLE = 1_000
_LONGEST_NUMBER = 60
_LONGEST_ISSUER = 200


@dataclass(frozen=True)
class Founded:
    """A new campaign, and its activities by their keys."""

    campaign: Campaign
    activities: Mapping[str, Activity]


@transaction.atomic
def found(
    draft: CampaignDraft,
    *,
    body: OrganisingBody,
    by: Person | None,
    at: datetime,
    plan_file: StoredFile | None = None,
) -> Founded:
    """Stores the campaign with its activities, committees, agencies, tasks and their holders.

    Contests are founded by the caller, in the activities that come back.
    """
    campaign = _campaign(draft, body, plan_file, at)
    agencies = _agencies(campaign, draft)
    activities = _activities(campaign, draft, agencies)
    _committees(campaign, draft)
    tasks = _tasks(campaign, draft, activities)
    _holdings(draft, tasks, agencies)
    facts = {"activities": len(activities), "tasks": len(tasks), "agencies": len(agencies)}
    journal.record("campaigns.founded", campaign, by=by, at=at, facts=facts)
    return Founded(campaign, activities)


def _campaign(
    draft: CampaignDraft, body: OrganisingBody, plan_file: StoredFile | None, at: datetime
) -> Campaign:
    superior = draft.superior
    return Campaign.objects.create(
        body=body,
        title=draft.title[:_LONGEST_TITLE],
        plan_number=draft.number[:_LONGEST_NUMBER],
        plan_issued_on=draft.issued_on,
        plan_issuer=draft.issuer[:_LONGEST_ISSUER],
        plan_file=plan_file,
        from_plan=True,
        superior_number=superior.number[:_LONGEST_NUMBER] if superior else "",
        superior_issued_on=superior.issued_on if superior else None,
        superior_issuer=superior.issuer[:_LONGEST_ISSUER] if superior else "",
        created_at=at,
    )


def _agencies(campaign: Campaign, draft: CampaignDraft) -> dict[str, Agency]:
    rows = [
        Agency(
            campaign=campaign,
            ordinal=ordinal,
            name=one.name[:_LONGEST_NAME],
            holder_set=one.holder_set.value,
            is_standing=one.is_standing,
            read_from=place_json(one.source),
        )
        for ordinal, one in enumerate(draft.agencies, 1)
    ]
    Agency.objects.bulk_create(rows)
    return {one.name: row for one, row in zip(draft.agencies, rows, strict=True)}


def _activities(
    campaign: Campaign, draft: CampaignDraft, agencies: Mapping[str, Agency]
) -> dict[str, Activity]:
    rows = [
        _activity(campaign, ordinal, one, agencies.get(one.agency))
        for ordinal, one in enumerate(draft.activities, 1)
    ]
    Activity.objects.bulk_create(rows)
    sets = [
        ActivityUnits(activity=row, holder_set=units.holder_set.value, words=units.words[:1000])
        for one, row in zip(draft.activities, rows, strict=True)
        for units in one.units
    ]
    ActivityUnits.objects.bulk_create(sets)
    return {row.key: row for row in rows}


def _activity(
    campaign: Campaign, ordinal: int, one: ActivityDraft, agency: Agency | None
) -> Activity:
    activity = Activity(
        campaign=campaign,
        key=one.key,
        ordinal=ordinal,
        kind=one.kind.value,
        title=one.title[:_LONGEST_TITLE],
        place=one.place[:_LONGEST_NAME],
        agency=agency,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
        is_superiors=one.is_superiors,
        read_from=place_json(one.source),
    )
    return with_moment(activity, one.moment)


def _committees(campaign: Campaign, draft: CampaignDraft) -> None:
    Committee.objects.bulk_create(
        Committee(
            campaign=campaign,
            ordinal=ordinal,
            name=one.name[:_LONGEST_NAME],
            kind=one.kind.value,
            read_from=place_json(one.source),
        )
        for ordinal, one in enumerate(draft.committees, 1)
    )


def _tasks(
    campaign: Campaign, draft: CampaignDraft, activities: Mapping[str, Activity]
) -> list[Task]:
    rows = [
        _task(campaign, ordinal, one, activities.get(one.activity))
        for ordinal, one in enumerate(draft.tasks, 1)
    ]
    return Task.objects.bulk_create(rows)


def _task(campaign: Campaign, ordinal: int, one: TaskDraft, activity: Activity | None) -> Task:
    task = Task(
        campaign=campaign,
        activity=activity,
        ordinal=ordinal,
        text=one.text,
        asks=one.asks.value if one.asks else "",
        read_from=place_json(one.source),
    )
    return with_due(task, one.due)


def _holdings(draft: CampaignDraft, tasks: list[Task], agencies: Mapping[str, Agency]) -> None:
    Holding.objects.bulk_create(
        Holding(task=task, agency=agencies[holder.agency], leads=holder.leads)
        for one, task in zip(draft.tasks, tasks, strict=True)
        for holder in one.holders
    )


@dataclass(frozen=True)
class Header:
    """Number and day of a plan, as they are known once it is signed."""

    number: str
    issued_on: date | None


@transaction.atomic
def set_header(campaign: Campaign, header: Header, *, by: Person, at: datetime) -> None:
    """Writes down what the plan had left blank, and answers the questions that asked for it."""
    campaign.plan_number, campaign.plan_issued_on = header.number, header.issued_on
    campaign.save(update_fields=["plan_number", "plan_issued_on"])
    if header.number and header.issued_on:
        asked = campaign.tasks.filter(asks=Asks.HEADER.value, answered_at=None)
        answer = f"{header.number}, {date_text(header.issued_on)}"
        asked.update(answer=answer, answered_by=by, answered_at=at)
    facts = {"number": header.number, "issued_on": str(header.issued_on or "")}
    journal.record("campaigns.header_set", campaign, by=by, at=at, facts=facts)
