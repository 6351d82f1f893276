"""What of a campaign goes on with it, and what must not."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Q

from hoithi.campaigns.models import (
    ActivityUnits,
    Agency,
    Campaign,
    CommitteeMember,
    Holding,
    Nominee,
    Task,
)
from hoithi.conferences.models import Guest, Meeting
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, ContestState
from hoithi.contests.queries import newest_version
from hoithi.core.handing.outdated import Outdated
from hoithi.core.handing.years import first_day_of
from hoithi.core.rulebook.document import Rulebook
from hoithi.people.models import Person, UnitSuccession, UnitVersion
from hoithi.people.queries.units import in_force
from hoithi.plans.facts import draft_from
from hoithi.plans.models import CampaignOrigin, Understood


def contests_by_activity(campaign: Campaign) -> dict[int, Contest]:
    """The contest of each activity; of several the newest, rehearsals and given up ones apart."""
    gone = (ContestState.DELETED, ContestState.CANCELLED)
    rows = campaign.contests.filter(rehearses=None, activity__isnull=False).exclude(state__in=gone)
    found = rows.select_related("activity", "body").order_by("created_at", "pk")
    return {one.activity_id: one for one in found if one.activity_id}


def rules_in(contests: Mapping[int, Contest]) -> dict[int, Rulebook]:
    """The newest rules of each of these contests."""
    return {key: rulebook_of(newest_version(one)) for key, one in contests.items()}


def names_in(campaign: Campaign) -> set[str]:
    """Names of people that texts of the campaign may hold: members, accounts, who signed."""
    members = CommitteeMember.objects.filter(committee__campaign=campaign)
    reported = Q(body=campaign.body) | Q(roles__body=campaign.body)
    accounts = Person.objects.filter(reported)
    guests = Guest.objects.filter(activity__campaign=campaign)
    meetings = Meeting.objects.filter(activity__campaign=campaign)
    signed = Understood.objects.filter(document__campaign=campaign, field="signatory")
    return {
        *members.values_list("full_name", flat=True),
        *accounts.values_list("full_name", flat=True),
        *guests.values_list("full_name", flat=True),
        *guests.values_list("substitute_name", flat=True),
        *meetings.values_list("signer_name", flat=True),
        *Nominee.objects.filter(nomination__request__committee__campaign=campaign).values_list(
            "full_name", flat=True
        ),
        *(str(value.get("name") or "") for value in signed.values_list("value", flat=True)),
    }


def gone_units(campaign: Campaign, on: date) -> list[Outdated]:
    """Units that the campaign names and that are no more on a day, with what they went into."""
    named = {
        *Agency.objects.filter(campaign=campaign).values_list("unit", flat=True),
        *Holding.objects.filter(task__campaign=campaign).values_list("unit", flat=True),
        *ActivityUnits.objects.filter(activity__campaign=campaign).values_list("units", flat=True),
    } - {None}
    there = UnitVersion.objects.filter(in_force(on), unit__in=named).values_list("unit", flat=True)
    gone = named - set(there)
    last = UnitVersion.objects.filter(unit__in=gone).order_by("valid_to")
    names = dict(last.values_list("unit", "name"))
    return [Outdated(name, _successors(unit, on)) for unit, name in sorted(names.items())]


def _successors(unit: int, on: date) -> str:
    after = UnitSuccession.objects.filter(before=unit).values_list("after", flat=True)
    rows = UnitVersion.objects.filter(in_force(on), unit__in=list(after)).order_by("search")
    return ", ".join(rows.values_list("name", flat=True))


def first_day_in(campaign: Campaign) -> date | None:
    """The first day that the campaign names; every day of a copy is counted from it."""
    return first_day_of(draft_from(campaign, rules_in(contests_by_activity(campaign))))


def origin_of(campaign: Campaign) -> CampaignOrigin | None:
    """Where a copy comes from; None for the campaign of a plan."""
    return CampaignOrigin.objects.filter(campaign=campaign).select_related("source").first()


def left_to_look_at(campaign: Campaign) -> tuple[list[Task], list[Task]]:
    """The questions that are open, and those that were answered, the newest answer first."""
    asked = campaign.tasks.exclude(asks="").select_related("activity", "answered_by")
    left = list(asked.filter(answered_at=None))
    return left, list(asked.filter(answered_at__isnull=False).order_by("-answered_at"))
