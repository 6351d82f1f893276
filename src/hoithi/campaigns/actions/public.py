"""The public page of a campaign: opened, changed, withdrawn; its news; the visits it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, count

from django.db import transaction
from django.db.models import F
from django.utils.text import slugify

from hoithi.campaigns.actions.tasks import NothingTold
from hoithi.campaigns.models import Campaign, CampaignNews, CampaignPage, CampaignVisits
from hoithi.core.outreach.sources import Source
from hoithi.core.vietnamese.text import clean_lines, fold
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person

_LONGEST = 70


class NothingPublic(Refusal):
    """The page is not open, so it cannot be withdrawn."""


@dataclass(frozen=True)
class PageTold:
    """What the organiser decides about the page."""

    words: str = ""
    shows_plan: bool = False


@transaction.atomic
def save_page(campaign: Campaign, told: PageTold, *, by: Person, at: datetime) -> CampaignPage:
    """Keeps what the page says; whether it is public stays as it is. Its address never changes."""
    page = _page(campaign)
    page.words, page.shows_plan = clean_lines(told.words), told.shows_plan
    page.save(update_fields=["words", "shows_plan"])
    facts = {"shows_plan": told.shows_plan}
    journal.record("campaigns.page_changed", campaign, by=by, at=at, facts=facts)
    return page


@transaction.atomic
def open_page(campaign: Campaign, *, by: Person, at: datetime) -> CampaignPage:
    """From now on anybody may read the page."""
    page = _page(campaign)
    if not page.is_public:
        page.opened_at, page.opened_by, page.withdrawn_at = at, by, None
        page.save(update_fields=["opened_at", "opened_by", "withdrawn_at"])
        facts = {"slug": page.slug}
        journal.record("campaigns.page_opened", campaign, by=by, at=at, facts=facts)
    return page


@transaction.atomic
def withdraw_page(campaign: Campaign, *, by: Person, at: datetime) -> None:
    """Nobody reads the page any more. Refuses where it is not public."""
    waiting = CampaignPage.objects.filter(campaign=campaign, withdrawn_at=None)
    if not waiting.exclude(opened_at=None).update(withdrawn_at=at):
        raise NothingPublic
    journal.record("campaigns.page_withdrawn", campaign, by=by, at=at)


def _page(campaign: Campaign) -> CampaignPage:
    Campaign.objects.select_for_update().get(pk=campaign.pk)
    page = CampaignPage.objects.filter(campaign=campaign).first()
    return page or CampaignPage.objects.create(campaign=campaign, slug=_free_slug(campaign.title))


def _free_slug(title: str) -> str:
    """The address made from the title, which ends with a whole word; with a number when taken."""
    slug = slugify(fold(title))
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    slug = slug.strip("-") or "ke-hoach"
    taken = set(CampaignPage.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbers = (f"{slug}-{number}" for number in count(2))
    return next(one for one in chain([slug], numbers) if one not in taken)


@dataclass(frozen=True)
class NewsTold:
    """A piece of news as it was written."""

    title: str
    text: str
    link: str = ""


@transaction.atomic
def publish_news(campaign: Campaign, told: NewsTold, *, by: Person, at: datetime) -> CampaignNews:
    """Puts a piece of news on the page and into its feed."""
    title, text = clean_lines(told.title), clean_lines(told.text)
    if not title.strip() or not text.strip():
        raise NothingTold
    news = CampaignNews.objects.create(
        campaign=campaign,
        title=title,
        text=text,
        link=told.link,
        published_at=at,
        published_by=by,
    )
    facts = {"news": news.pk}
    journal.record("campaigns.news_published", campaign, by=by, at=at, facts=facts)
    return news


@transaction.atomic
def withdraw_news(news: CampaignNews, *, by: Person, at: datetime) -> None:
    """The news is read no more; its row stays."""
    if CampaignNews.objects.filter(pk=news.pk, withdrawn_at=None).update(withdrawn_at=at):
        facts = {"news": news.pk}
        journal.record("campaigns.news_withdrawn", news.campaign, by=by, at=at, facts=facts)


Visit = tuple[int, date, Source]
"""Of which campaign, on which day, by which way."""


@transaction.atomic
def count_visits(visits: Mapping[Visit, int]) -> None:
    """Adds what a process counted to the totals of the days; what is of no campaign is left out."""
    there = set(
        Campaign.objects.filter(pk__in={one[0] for one in visits}).values_list("pk", flat=True)
    )
    # Sorted: two processes that add to the same rows must not wait for one another.
    for (campaign, day, source), number in sorted(visits.items()):
        if campaign not in there:
            continue
        row, _is_new = CampaignVisits.objects.get_or_create(
            campaign_id=campaign, day=day, source=source.value
        )
        CampaignVisits.objects.filter(pk=row.pk).update(count=F("count") + number)
