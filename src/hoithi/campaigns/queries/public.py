"""What the public may read of a campaign, and what staff sees of the visits."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from hoithi.campaigns.models import (
    Activity,
    Campaign,
    CampaignNews,
    CampaignPage,
    CampaignVisits,
)
from hoithi.campaigns.queries.outreach import activities_told, windows
from hoithi.core.outreach.channels import Days, Phase
from hoithi.core.outreach.sources import Source

_NEWS = 50
_DAYS = 60


def public_page(slug: str) -> CampaignPage:
    """The page of this address. Raises DoesNotExist while it is not public."""
    return public_pages().get(slug=slug)


def public_pages() -> QuerySet[CampaignPage]:
    """All pages that anybody may read, the newest first."""
    rows = CampaignPage.objects.filter(opened_at__isnull=False, withdrawn_at=None)
    return rows.select_related("campaign__body", "campaign__plan_file").order_by("-opened_at")


def page_of(campaign: Campaign) -> CampaignPage:
    """The page of a campaign, or an unsaved empty one that is not public."""
    found = CampaignPage.objects.filter(campaign=campaign).first()
    return found or CampaignPage(campaign=campaign)


def news_of(campaign: Campaign) -> list[CampaignNews]:
    """The news that stand, the newest first."""
    return list(campaign.news.filter(withdrawn_at=None)[:_NEWS])


def schedule_of(campaign: Campaign) -> list[Activity]:
    """What the public may come to or follow: days that are set first, then those still open."""
    rows = activities_told(campaign)
    return sorted(rows, key=lambda one: (one.first_day is None, one.first_day or date.max))


def days_of_page(campaign: Campaign) -> Days:
    """From the first to the last day of what is held; open where nobody can say."""
    return windows(campaign).days(Phase.DURING)


@dataclass(frozen=True)
class VisitsOfDay:
    """How many came on a day, by each way."""

    day: date
    total: int
    by_source: tuple[int, ...]


@dataclass(frozen=True)
class VisitsShown:
    """The last sixty days with visits, the newest first, and the totals of all days."""

    sources: tuple[Source, ...]
    days: tuple[VisitsOfDay, ...]
    totals: tuple[int, ...]

    @property
    def total(self) -> int:
        """Of all ways."""
        return sum(self.totals)


def visits_of(campaign: Campaign, *, today: date) -> VisitsShown:
    """The visits of the public page; one query."""
    counts: dict[date, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    totals: dict[str, int] = defaultdict(int)
    for row in CampaignVisits.objects.filter(campaign=campaign):
        counts[row.day][row.source] += row.count
        totals[row.source] += row.count
    sources = tuple(one for one in Source if totals.get(one.value))
    since = today - timedelta(days=_DAYS)
    days = (
        _of_day(day, counts[day], sources) for day in sorted(counts, reverse=True) if day > since
    )
    return VisitsShown(sources, tuple(days), tuple(totals[one.value] for one in sources))


def _of_day(day: date, counts: dict[str, int], sources: Iterable[Source]) -> VisitsOfDay:
    by_source = tuple(counts.get(one.value, 0) for one in sources)
    return VisitsOfDay(day, sum(by_source), by_source)
