"""The public page of a campaign: schedule, contests, documents and news, with feeds and preview."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from hoithi.campaigns.models import Activity, Campaign, CampaignNews, CampaignPage
from hoithi.campaigns.queries import public as queries
from hoithi.contests.facts import is_public
from hoithi.contests.models import Contest
from hoithi.core.vietnamese.moments import VIETNAM_TIME
from hoithi.documents import feeds as documents
from hoithi.documents.pictures import LinkPreview
from hoithi.results import queries as results
from hoithi.web.contestant.pages import now_of
from hoithi.web.public.front import picture
from hoithi.web.public.still import StillPage, rendered
from hoithi.wording.outreach import days_said
from hoithi.wording.plan_facts import KINDS
from hoithi.wording.tasks import moment_said


@dataclass(frozen=True)
class ContestCard:
    """A contest on the page: what it is doing, and whether it has results."""

    contest: Contest
    sentence: str
    is_open: bool
    has_results: bool


@dataclass(frozen=True)
class ActivityLine:
    """An activity of the schedule in words."""

    title: str
    kind: str
    when: str
    place: str


def contests_shown(campaign: Campaign, at: datetime) -> list[ContestCard]:
    """The public contests of the campaign and of the superior it joins."""
    of_campaign = Q(campaign=campaign) | Q(joined_by__activity__campaign=campaign)
    rows = Contest.objects.filter(of_campaign, rehearses=None).select_related("body")
    found = rows.prefetch_related("rounds").order_by("pk").distinct()
    published = results.contests_with_results(at)
    return [_card(one, at, one.pk in published) for one in found if is_public(one)]


def _card(contest: Contest, at: datetime, has_results: bool) -> ContestCard:
    now = now_of(contest, at=at)
    return ContestCard(contest, now.sentence, now.open, has_results)


def page_shown(page: CampaignPage, *, at: datetime) -> dict[str, object]:
    """All that the page says; a number of queries that does not grow with its parts."""
    campaign = page.campaign
    has_file = page.shows_plan and campaign.plan_file_id is not None
    return {
        "page": page,
        "campaign": campaign,
        "body": campaign.body,
        "schedule": [_line(one) for one in queries.schedule_of(campaign)],
        "contests": contests_shown(campaign, at),
        "news": queries.news_of(campaign),
        "plan_file": campaign.plan_file if has_file else None,
    }


def _line(activity: Activity) -> ActivityLine:
    kind = str(KINDS.get(activity.kind, ""))
    return ActivityLine(activity.title, kind, moment_said(activity), activity.place)


def still_page(page: CampaignPage, site: str, *, at: datetime, preview: bool = False) -> StillPage:
    """The bytes of the page, the same for every reader; `preview` says that it is not public.

    `site` is its address as others are given it: what shows a link needs whole addresses.
    """
    shown = page_shown(page, at=at) | {"is_preview": preview, "site": site}
    return rendered("public/campaign.html", shown)


def news_feed(page: CampaignPage, site: str) -> StillPage:
    """The news of the page as RSS."""
    home = f"{site}/ke-hoach/{page.slug}/"
    feed = documents.Feed(
        title=page.campaign.title,
        text=page.campaign.body.name,
        page=home,
        address=f"{home}tin.xml",
        items=[_item(one, home) for one in queries.news_of(page.campaign)],
    )
    return StillPage("application/rss+xml; charset=utf-8", documents.rss(feed))


def _item(news: CampaignNews, home: str) -> documents.FeedItem:
    return documents.FeedItem(
        key=f"hoithi-news-{news.pk}",
        title=news.title,
        address=f"{home}#tin-{news.pk}",
        published_at=news.published_at,
        text=news.text,
    )


def calendar(page: CampaignPage, site: str) -> StillPage:
    """The activities whose day is set as a calendar; those still open are on the page in words."""
    address = f"{site}/ke-hoach/{page.slug}/"
    told = [one for one in queries.schedule_of(page.campaign) if not one.is_open and one.first_day]
    events = [event for one in told for event in _events(one, page, address)]
    body = documents.calendar(page.campaign.title, events)
    return StillPage("text/calendar; charset=utf-8", body)


def _events(activity: Activity, page: CampaignPage, address: str) -> Iterable[documents.Event]:
    first, last = activity.first_day, activity.last_day or activity.first_day
    if first is None or last is None or page.opened_at is None:
        return
    begins = datetime.combine(first, activity.starts_at or time.min, VIETNAM_TIME)
    if activity.ends_at:
        ends = datetime.combine(last, activity.ends_at, VIETNAM_TIME)
    else:
        ends = datetime.combine(last, time.min, VIETNAM_TIME) + timedelta(days=1)
    yield documents.Event(
        key=f"ke-hoach-{page.campaign_id}-{activity.key}@hoithi",
        title=activity.title,
        starts_at=begins,
        ends_at=max(begins, ends),
        changed_at=page.opened_at,
        place=activity.place,
        address=address,
    )


def preview_picture(page: CampaignPage, site: str) -> StillPage:
    """The picture beside a link: the title, who holds it, and when."""
    campaign = page.campaign
    when = days_said(queries.days_of_page(campaign))
    return picture(
        LinkPreview(campaign.body.name, campaign.title, when[:1].upper() + when[1:], site)
    )


def missing(page: CampaignPage, cards: list[ContestCard], contests: Iterable[Contest]) -> list[str]:
    """What an organiser may want to see to before the page is made public."""
    campaign, found = page.campaign, []
    shown = {one.contest.pk for one in cards}
    schedule = queries.schedule_of(campaign)
    if not page.words.strip():
        found.append(_("Chưa có lời giới thiệu."))
    if not schedule:
        found.append(_("Kế hoạch chưa có hoạt động nào."))
    found += [
        _("“%(title)s” chưa ấn định ngày; trang sẽ ghi bằng lời.") % {"title": one.title}
        for one in schedule
        if one.is_open or one.first_day is None
    ]
    found += [
        _("“%(title)s” chưa công khai nên không hiện trên trang.") % {"title": one.title}
        for one in contests
        if one.pk not in shown
    ]
    if campaign.plan_file_id is None:
        found.append(_("Chưa có tệp văn bản kế hoạch."))
    elif not page.shows_plan:
        found.append(_("Chưa chọn công khai văn bản kế hoạch."))
    if not campaign.body.telephone:
        found.append(_("Cơ quan chưa ghi số điện thoại liên hệ."))
    return found
