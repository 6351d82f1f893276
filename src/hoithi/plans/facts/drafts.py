"""A campaign that stands, as the draft from which another one can be founded."""

from collections.abc import Mapping
from datetime import date

from hoithi.campaigns.facts import due_of, moment_of
from hoithi.campaigns.models import Activity, Campaign, Task
from hoithi.core.founding.records import (
    ActivityDraft,
    AgencyDraft,
    Asks,
    CampaignDraft,
    CommitteeDraft,
    CommitteeKind,
    Holder,
    Kind,
    SuperiorPlan,
    TaskDraft,
    UnitSet,
)
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.tasks.due import DueKind
from hoithi.core.tasks.holders import HolderSet


def draft_from(campaign: Campaign, rules: Mapping[int, Rulebook]) -> CampaignDraft:
    """All of the campaign but people, reports and what was asked only because of its own days.

    `rules` are those of its contests by the number of their activity.
    """
    return CampaignDraft(
        title=campaign.title,
        number=campaign.plan_number,
        issued_on=campaign.plan_issued_on,
        issuer=campaign.plan_issuer,
        superior=_superior(campaign),
        activities=tuple(
            _activity(one, rules.get(one.pk))
            for one in campaign.activities.select_related("agency").prefetch_related("unit_sets")
        ),
        committees=tuple(
            CommitteeDraft(one.name, CommitteeKind(one.kind)) for one in campaign.committees.all()
        ),
        agencies=tuple(
            AgencyDraft(one.name, HolderSet(one.holder_set), one.is_standing)
            for one in campaign.agencies.all()
        ),
        tasks=tuple(_task(one) for one in _tasks(campaign)),
    )


def _superior(campaign: Campaign) -> SuperiorPlan | None:
    told: tuple[str, date | None, str] = (
        campaign.superior_number,
        campaign.superior_issued_on,
        campaign.superior_issuer,
    )
    return SuperiorPlan(*told) if any(told) else None


def _activity(one: Activity, rulebook: Rulebook | None) -> ActivityDraft:
    return ActivityDraft(
        one.key,
        Kind(one.kind),
        one.title,
        one.place,
        moment_of(one),
        one.starts_at,
        one.ends_at,
        one.agency.name if one.agency else "",
        tuple(UnitSet(HolderSet(units.holder_set), units.words) for units in one.unit_sets.all()),
        rulebook,
        one.is_superiors,
    )


_ASKED_ANEW = (Asks.HEADER, Asks.WHEN, Asks.SUPERIOR, Asks.RULES, Asks.AGAIN)
"""Questions that are found again from the draft itself (`core.handing.again`)."""
_OF_ITS_TEXT = (Asks.CONTRADICTION,)
"""Questions about sentences of the old plan: another plan has other sentences."""


def _tasks(campaign: Campaign) -> list[Task]:
    """Work, and what is left open: what a plan leaves to a later document is open each year.

    What a meeting of this campaign concluded is the work of this one alone.
    """
    rows = campaign.tasks.select_related("activity").prefetch_related("holdings__agency")
    return [
        one
        for one in rows.filter(conclusion=None).exclude(asks__in=[*_ASKED_ANEW, *_OF_ITS_TEXT])
        if one.asks in {"", Asks.LATER} or one.answered_at is None
    ]


def _task(one: Task) -> TaskDraft:
    """A set that was opened is one holder again: its units may be others by then."""
    held = {row.agency.name: row.leads for row in one.holdings.all()}
    due = due_of(one)
    if due.kind is DueKind.RELATIVE and one.activity is None:
        # Its activity is gone, so nobody can say any more from when it is counted.
        due = type(due)(words=due.words)
    return TaskDraft(
        one.text,
        due,
        one.activity.key if one.activity else "",
        tuple(Holder(name, leads) for name, leads in sorted(held.items(), key=_leads_first)),
        Asks(one.asks) if one.asks else None,
    )


def _leads_first(held: tuple[str, bool]) -> tuple[bool, str]:
    return not held[1], held[0]
