"""Founding contests: from a rulebook, or as a copy of an earlier one."""

from datetime import date, datetime

from django.db import transaction
from django.utils.text import slugify

from hoithi.campaigns.models import Campaign
from hoithi.contests.actions.rules import redraft
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.core.rulebook.document import PlanReference, Rulebook
from hoithi.core.rulebook.windows import shifted
from hoithi.core.vietnamese.text import fold
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody, Person


class SlugTaken(Refusal):
    """Another contest has this address already; `slug` names it."""


@transaction.atomic
def create(
    rulebook: Rulebook,
    *,
    body: OrganisingBody,
    by: Person | None,
    at: datetime,
    slug: str = "",
) -> Contest:
    """Founds a campaign of one contest whose first draft of rules is this rulebook."""
    slug = slug or slugify(fold(rulebook.title))[:70] or rulebook.key
    if Contest.objects.filter(slug=slug).exists():
        raise SlugTaken(slug=slug)
    contest = Contest.objects.create(
        campaign=_campaign(rulebook, body, at),
        body=body,
        slug=slug,
        title=rulebook.title,
        kind=rulebook.kind,
        created_by=by,
        created_at=at,
    )
    redraft(contest, rulebook, by=by, at=at)
    journal.record("contests.created", contest, by=by, at=at)
    return contest


def _campaign(rulebook: Rulebook, body: OrganisingBody, at: datetime) -> Campaign:
    plan = rulebook.plan or PlanReference(title=rulebook.title)
    return Campaign.objects.create(
        body=body,
        title=rulebook.title,
        plan_number=plan.number or "",
        plan_issued_on=date.fromisoformat(plan.issued_on) if plan.issued_on else None,
        plan_issuer=plan.issuer or "",
        plan_link=plan.link or "",
        created_at=at,
    )


@transaction.atomic
def copy(contest: Contest, *, days: int, by: Person, at: datetime, slug: str = "") -> Contest:
    """A new draft with the newest rules of this contest, all its dates moved by whole days."""
    rules = shifted(rulebook_of(contest.versions.latest("number")), days)
    twin = create(rules, body=contest.body, by=by, at=at, slug=slug or _free_slug(contest.slug))
    journal.record("contests.copied", twin, by=by, at=at, facts={"from": contest.pk, "days": days})
    return twin


def _free_slug(slug: str) -> str:
    taken = set(Contest.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbers = (f"{slug}-{number}" for number in range(2, len(taken) + 3))
    return next(candidate for candidate in numbers if candidate not in taken)


@transaction.atomic
def share_with(contest: Contest, superior: OrganisingBody, *, by: Person, at: datetime) -> None:
    """Lets a superior body see the totals of the contest; its people's data stays here."""
    contest.shared_with.add(superior)
    journal.record("contests.shared", contest, by=by, at=at, facts={"with": superior.pk})
