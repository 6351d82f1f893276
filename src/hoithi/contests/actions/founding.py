"""Founding contests: from a rulebook, or as a copy of an earlier one."""

from datetime import date, datetime
from itertools import chain, count

import msgspec
from django.db import transaction
from django.utils.text import slugify

from hoithi.campaigns import actions as campaigns
from hoithi.campaigns.models import Activity, ActivityKind, Campaign
from hoithi.contests.actions.rules import redraft
from hoithi.contests.facts import patterns, rulebook_of
from hoithi.contests.models import Contest
from hoithi.core.rulebook.document import ContestKind, PlanReference, Rulebook
from hoithi.core.rulebook.founding import (
    Founder,
    Particulars,
    first_day,
    for_another_year,
    from_pattern,
    moved_to,
    titled_for,
    with_particulars,
)
from hoithi.core.rulebook.windows import shifted
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import fold
from hoithi.journal import actions as journal
from hoithi.kit.addresses import first_words
from hoithi.kit.refusals import Refusal
from hoithi.people.models import OrganisingBody, Person


class SlugTaken(Refusal):
    """Another contest has this address already; `slug` names it."""


class SlugReserved(Refusal):
    """The site itself has pages at this address; `slug` names it."""


class SharedWithItself(Refusal):
    """A body sees its own contests anyway."""


class BeginsInThePast(Refusal):
    """A copy would begin on a day that has passed."""

    def __init__(self, day: date) -> None:
        super().__init__(day=day)
        self.day = day


_LONGEST_FROM_TITLE = 70
"""Characters of an address made from a title; a number may follow them."""


@transaction.atomic
def create(
    rulebook: Rulebook,
    *,
    body: OrganisingBody,
    by: Person | None,
    at: datetime,
    slug: str = "",
    within: Activity | None = None,
) -> Contest:
    """Founds a contest whose first draft of rules is this rulebook.

    It belongs to the activity of a campaign; without one it founds a campaign of one activity.
    Without an address it gets a free one. Refuses an address of another contest or of the site.
    """
    slug = slug or free_slug(slug_of(rulebook))
    _refuse_taken(slug)
    activity = within or _only_activity(rulebook, body, at)
    contest = Contest.objects.create(
        campaign=activity.campaign,
        activity=activity,
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


def _refuse_taken(slug: str) -> None:
    if slug in first_words():
        raise SlugReserved(slug=slug)
    if Contest.objects.filter(slug=slug).exists():
        raise SlugTaken(slug=slug)


def slug_of(rulebook: Rulebook) -> str:
    """The address a contest gets from its title, which ends with a whole word."""
    slug = slugify(fold(rulebook.title))
    if len(slug) > _LONGEST_FROM_TITLE:
        slug = slug[: _LONGEST_FROM_TITLE + 1].rpartition("-")[0] or slug[:_LONGEST_FROM_TITLE]
    return slug.strip("-") or rulebook.key


def _only_activity(rulebook: Rulebook, body: OrganisingBody, at: datetime) -> Activity:
    kind = ActivityKind.CHECK if rulebook.kind is ContestKind.SKILLS else ActivityKind.CONTEST
    return campaigns.only_activity(_campaign(rulebook, body, at), kind, rulebook.title)


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


class NewContest(msgspec.Struct, frozen=True, kw_only=True):
    """What is chosen when a contest is made from a pattern."""

    pattern: str
    title: str = ""
    first_day: date | None = None
    """The first day of taking part; none keeps the pattern's own dates."""
    particulars: Particulars | None = None
    """What the body was asked for; None where nobody was asked."""


def create_from_pattern(
    new: NewContest, *, body: OrganisingBody, by: Person, at: datetime
) -> Contest:
    """Founds a contest of the body from a rulebook that comes with the system."""
    found = next(one for one in patterns() if one.name == new.pattern)
    founder = Founder(body.name, body.superior, body.place, body.telephone)
    rules = from_pattern(found.rulebook, founder, title=new.title)
    if new.particulars is not None:
        rules = with_particulars(rules, new.particulars)
    if new.first_day:
        rules = moved_to(rules, new.first_day)
    return create(rules, body=body, by=by, at=at)


def create_from_file(
    rulebook: Rulebook, *, body: OrganisingBody, by: Person, at: datetime
) -> Contest:
    """Founds a contest of the body from an uploaded rulebook, at the address of its own key.

    Where another contest has the address a number follows, whoever that contest belongs to.
    """
    return create(rulebook, body=body, by=by, at=at, slug=free_slug(rulebook.key))


def refuse_past(day: date | None, at: datetime) -> None:
    """Refuses a first day before today: nobody could take part in time."""
    if day is not None and day < local_day(at):
        raise BeginsInThePast(day)


@transaction.atomic
def copy(contest: Contest, *, days: int, by: Person, at: datetime, slug: str = "") -> Contest:
    """A new draft with the newest rules of this contest, all its dates moved by whole days.

    A year in the title, and so in the address, follows the first day; the plan is asked anew.
    Refuses a first day before today.
    """
    rules = rules_for_copy(contest, days)
    refuse_past(first_day(rules), at)
    twin = create(
        rules, body=contest.body, by=by, at=at, slug=slug or _slug_of_copy(contest, rules)
    )
    journal.record("contests.copied", twin, by=by, at=at, facts={"from": contest.pk, "days": days})
    return twin


@transaction.atomic
def copy_within(
    contest: Contest, rules: Rulebook, activity: Activity, *, by: Person | None, at: datetime
) -> Contest:
    """The contest of an activity of another campaign, under rules that were made of this one's."""
    slug = _slug_of_copy(contest, rules)
    twin = create(rules, body=contest.body, by=by, at=at, slug=slug, within=activity)
    journal.record("contests.copied", twin, by=by, at=at, facts={"from": contest.pk})
    return twin


def rules_for_copy(contest: Contest, days: int) -> Rulebook:
    """The newest rules of a contest so many days later, with what is to be told anew left open."""
    newest = rulebook_of(contest.versions.latest("number"))
    rules = shifted(newest, days)
    return for_another_year(rules, titled_for(rules.title, first_day(newest), first_day(rules)))


def _slug_of_copy(contest: Contest, rules: Rulebook) -> str:
    newest = rulebook_of(contest.versions.latest("number"))
    return free_slug(contest.slug if rules.title == newest.title else slug_of(rules))


def free_slug(slug: str) -> str:
    """This address, or the first with a number that neither a contest nor the site has."""
    taken = set(Contest.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    taken |= first_words()
    numbers = (f"{slug}-{number}" for number in count(2))
    return next(candidate for candidate in chain([slug], numbers) if candidate not in taken)


@transaction.atomic
def share_with(contest: Contest, superior: OrganisingBody, *, by: Person, at: datetime) -> None:
    """Lets a superior body see the totals of the contest; its people's data stays here."""
    if superior.pk == contest.body_id:
        raise SharedWithItself
    contest.shared_with.add(superior)
    journal.record("contests.shared", contest, by=by, at=at, facts={"with": superior.pk})


@transaction.atomic
def stop_sharing(contest: Contest, superior: OrganisingBody, *, by: Person, at: datetime) -> None:
    """Takes the totals of the contest from a body again."""
    contest.shared_with.remove(superior)
    journal.record("contests.unshared", contest, by=by, at=at, facts={"with": superior.pk})
