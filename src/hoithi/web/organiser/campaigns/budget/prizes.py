"""Prize money of the campaign's contests as their rules state it, for the estimate."""

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from hoithi.campaigns.actions.budgets import LineTyped
from hoithi.campaigns.models import BudgetVersion, Campaign
from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, ContestState
from hoithi.contests.queries import draft_version, version_in_force
from hoithi.core.budget.findings import Finding, Followed, PrizeRow, prize_findings
from hoithi.core.budget.norms import Item
from hoithi.core.budget.prizes import PrizeLine, prize_lines, prize_money
from hoithi.core.budget.sources import proposed_source
from hoithi.core.rulebook.document import Rulebook
from hoithi.plans.models import Understood, UnderstoodState

_LONGEST_GROUP = 200
_MOST_PROPOSED = 5


def rulebooks_of(campaign: Campaign, *, at: datetime) -> Iterator[tuple[Contest, Rulebook]]:
    """Each contest of the campaign with the rules in force, else those being written."""
    contests = Contest.objects.filter(campaign=campaign, rehearses=None)
    for contest in contests.exclude(state=ContestState.DELETED).order_by("pk"):
        version = version_in_force(contest, at=at) or draft_version(contest)
        if version is not None:
            yield contest, rulebook_of(version)


def prizes_as_lines(campaign: Campaign, *, at: datetime) -> list[LineTyped]:
    """A line for each prize of money in the rules of the campaign's contests."""
    return [
        _line(contest, prize)
        for contest, rulebook in rulebooks_of(campaign, at=at)
        for prize in prize_lines(rulebook)
    ]


def _line(contest: Contest, prize: PrizeLine) -> LineTyped:
    item = Item.PRIZE_COLLECTIVE if prize.is_collective else Item.PRIZE_INDIVIDUAL
    group = _("Giải thưởng: %(contest)s") % {"contest": contest.title}
    return LineTyped(
        prize.text,
        Decimal(prize.count),
        item,
        group[:_LONGEST_GROUP],
        _("giải"),
        prize.amount,
        follows=f"{contest.pk}/{prize.key}",
    )


def prize_doubts(version: BudgetVersion, *, at: datetime) -> list[Finding]:
    """Where lines of prizes, the rules and the total that the plan names do not agree."""
    rows: list[PrizeRow] = []
    stated: dict[str, int] = {}
    campaign = version.budget.campaign
    for contest, rulebook in rulebooks_of(campaign, at=at):
        for prize in prize_lines(rulebook):
            follows = f"{contest.pk}/{prize.key}"
            row = PrizeRow(contest.title, follows, prize.text, prize.count, prize.amount)
            rows.append(row)
        # The rules' own budget line is a limit: prizes may come to less.
        if rulebook.budget is not None and prize_money(rulebook) > rulebook.budget:
            stated[contest.title] = rulebook.budget
    titles = {row.contest for row in rows}
    if len(titles) == 1 and not stated:
        stated = dict.fromkeys(titles, total) if (total := stated_in_plan(campaign)) else {}
    lines = [Followed(x.key, x.follows, x.quantity, x.norm) for x in version.lines.all()]
    return prize_findings(rows, lines, stated)


def stated_in_plan(campaign: Campaign) -> int | None:
    """The total of prize money that the plan names, where it names just one in figures."""
    told = [value for value in said_in_plan(campaign, "prize_totals") if value.isdecimal()]
    return int(told[0]) if len(told) == 1 else None


def proposed_sources(said: list[str]) -> list[dict[str, Any]]:
    """What the plan says of funding as first entries of the table of sources, without sums."""
    found = (proposed_source(text) for text in said)
    named = {one.name: one for one in found if one}
    return [
        {"kind": "budget" if one.is_budget else "other", "name": one.name, "year": one.year}
        for one in named.values()
    ][:_MOST_PROPOSED]


def said_in_plan(campaign: Campaign, field: str) -> list[str]:
    """What the plan says of one thing, without what a person refused; one query."""
    rows = Understood.objects.filter(document__campaign=campaign, field=field)
    rows = rows.exclude(state=UnderstoodState.REFUSED).order_by("ordinal")
    return [str(row.value.get("value", "")) for row in rows]
