"""Founding the campaign of a plan, with contests whose rulebooks start from its facts."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.db import transaction

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.actions import Founded
from hoithi.campaigns.models import Activity, Campaign
from hoithi.contests import actions as contests
from hoithi.contests.models import Contest
from hoithi.core.founding.contradictions import contradictions
from hoithi.core.founding.drafting import draft_campaign
from hoithi.core.founding.records import ActivityDraft, CampaignDraft
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody, Person
from hoithi.plans.actions.reading import read, take
from hoithi.plans.facts import understanding_of
from hoithi.plans.models import PlanDocument
from hoithi.plans.queries import prize_norms


class AlreadyFounded(Refusal):
    """The plan has its campaign; `campaign` is its number."""

    def __init__(self, campaign: int) -> None:
        super().__init__(campaign=campaign)
        self.campaign = campaign


class NotRead(Refusal):
    """The plan is still being read."""


class Superior(StrEnum):
    """What becomes of a superior's contest that the campaign joins."""

    LATER = "later"
    """It stays a question."""
    LINK = "link"
    CREATE = "create"


@dataclass(frozen=True)
class Choices:
    """What an official chooses when the campaign is founded."""

    superior: Superior = Superior.LATER
    contest: Contest | None = None
    """The superior's contest that is linked."""


NO_CHOICES = Choices()


@transaction.atomic
def found(
    document: PlanDocument, choices: Choices = NO_CHOICES, *, by: Person | None, at: datetime
) -> Campaign:
    """The campaign of the plan with activities, committees, tasks, questions and contests.

    Refuses a plan that has a campaign already, and one that is still being read.
    """
    locked = PlanDocument.objects.select_for_update().select_related("body", "file")
    plan = locked.get(pk=document.pk)
    if plan.campaign_id:
        raise AlreadyFounded(plan.campaign_id)
    if plan.read_at is None:
        raise NotRead
    draft = draft_of(plan)
    founded = campaigns.found(draft, body=plan.body, by=by, at=at, plan_file=plan.file)
    _found_contests(draft, founded, choices, by=by, at=at)
    plan.campaign, plan.founded_by, plan.founded_at = founded.campaign, by, at
    plan.save(update_fields=["campaign", "founded_by", "founded_at"])
    facts = {"campaign": founded.campaign.pk, "sha256": plan.sha256}
    journal.record("plans.founded", plan, by=by, at=at, facts=facts)
    return founded.campaign


def draft_of(plan: PlanDocument) -> CampaignDraft:
    """What the plan would found as it is understood now."""
    facts, noticed = understanding_of(plan.understood.all())
    draft = draft_campaign(facts, noticed, body=plan.body.name)
    asked = contradictions(plan.text, facts, norms=prize_norms(plan.body))
    return replace(draft, tasks=(*draft.tasks, *asked))


def _found_contests(
    draft: CampaignDraft, founded: Founded, choices: Choices, *, by: Person | None, at: datetime
) -> None:
    for one in draft.activities:
        activity = founded.activities[one.key]
        if one.is_superiors:
            _join(one, activity, choices, by=by, at=at)
        elif one.rulebook:
            contests.create(
                one.rulebook, body=activity.campaign.body, by=by, at=at, within=activity
            )


def _join(
    one: ActivityDraft, activity: Activity, choices: Choices, *, by: Person | None, at: datetime
) -> None:
    """The superior's contest, as the official chose: linked, created in its name, or asked for."""
    contest = choices.contest if choices.superior is Superior.LINK else None
    if choices.superior is Superior.CREATE and one.rulebook:
        contest = contests.create(one.rulebook, body=activity.campaign.body, by=by, at=at)
    if contest:
        contests.join(activity, contest, by=by, at=at)


@dataclass(frozen=True)
class Imported:
    """A plan that was imported without a screen; `is_new` is false for one known before."""

    document: PlanDocument
    campaign: Campaign
    is_new: bool


def import_plan(
    data: bytes,
    name: str,
    choices: Choices = NO_CHOICES,
    *,
    body: OrganisingBody,
    by: Person | None,
    at: datetime,
) -> Imported:
    """Takes, reads and founds in one go. The same document again is the campaign it founded."""
    document = read(take(data, name, body=body, by=by, at=at), at=at)
    if document.campaign:
        return Imported(document, document.campaign, is_new=False)
    return Imported(document, found(document, choices, by=by, at=at), is_new=True)
