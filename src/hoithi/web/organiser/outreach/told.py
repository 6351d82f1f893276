"""What is known of a campaign when something is to be said: put together from plan and contests."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _

from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries.outreach import activities_told
from hoithi.contests.facts import is_public, rulebook_of
from hoithi.contests.models import Contest, ContestState, JoinedContest
from hoithi.core.outreach.facts import ActivityTold, CampaignTold, ContestTold, Winners
from hoithi.core.outreach.sources import Source
from hoithi.core.rulebook.document import ContestKind, Rulebook
from hoithi.core.rulebook.prizes import Prize
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.money import amount_text
from hoithi.core.vietnamese.numbers import counted
from hoithi.results.models import Result
from hoithi.results.queries import newest_published, stored
from hoithi.wording import moments
from hoithi.wording.tasks import moment_said


def site_of(request: HttpRequest) -> str:
    """The address of the site as it is given to others."""
    return settings.PUBLIC_ADDRESS or f"{request.scheme}://{request.get_host()}"


def contests_of(campaign: Campaign) -> list[Contest]:
    """The contests of the campaign and the superior's that it joins; those deleted left out."""
    own = campaign.contests.filter(rehearses=None).exclude(state=ContestState.DELETED)
    joined = Contest.objects.filter(joined_by__activity__campaign=campaign)
    rows = [
        *own.select_related("body", "activity"),
        *joined.select_related("body", "activity"),
    ]
    return list(dict.fromkeys(rows))


def address_of(campaign: Campaign, contests: Iterable[Contest], site: str) -> str:
    """Of the public page, else of the first contest that is public; empty while there is none."""
    page = getattr(campaign, "page", None)
    if page is not None and page.is_public:
        return f"{site}/ke-hoach/{page.slug}/"
    public = next((one for one in contests if is_public(one)), None)
    return f"{site}/{public.slug}/" if public else ""


def from_source(address: str, source: Source) -> str:
    """The address as it is spread by one way."""
    return f"{address}?tu={source.value}" if address and source else address


def told(campaign: Campaign, site: str, *, at: datetime, source: Source) -> CampaignTold:
    """All that may be said of the campaign; what is not decided or not published is empty."""
    contests = contests_of(campaign)
    joined = JoinedContest.objects.filter(activity__campaign=campaign)
    of_contests = {one.activity_id for one in contests} | set(
        joined.values_list("activity_id", flat=True)
    )
    return CampaignTold(
        title=campaign.title,
        issuer=campaign.plan_issuer or campaign.body.name,
        plan=_plan(campaign),
        purpose=_purpose(contests, at),
        activities=tuple(
            ActivityTold(one.title, moment_said(one) if one.first_day else "", one.place)
            for one in activities_told(campaign)
            if one.pk not in of_contests
        ),
        contests=tuple(contest_told(one, site, at=at) for one in contests),
        address=from_source(address_of(campaign, contests, site), source),
        telephone=campaign.body.telephone,
    )


def _plan(campaign: Campaign) -> str:
    if not campaign.plan_number:
        return ""
    on = f" ngày {date_text(campaign.plan_issued_on)}" if campaign.plan_issued_on else ""
    return f"Kế hoạch số {campaign.plan_number}{on}"


def _rulebook(contest: Contest, at: datetime) -> Rulebook | None:
    """The rules in force, else the newest draft of them."""
    versions = contest.versions.order_by("-number")
    found = versions.filter(effective_at__lte=at).first() or versions.first()
    return rulebook_of(found) if found else None


def _purpose(contests: Iterable[Contest], at: datetime) -> tuple[str, ...]:
    rules = (_rulebook(one, at) for one in contests)
    return next((one.purpose[:2] for one in rules if one and one.purpose), ())


def contest_told(contest: Contest, site: str, *, at: datetime) -> ContestTold:
    """A contest as it may be told: winners of final published results only."""
    rulebook = _rulebook(contest, at)
    return ContestTold(
        title=contest.title,
        when=when_of(contest, rulebook),
        who=(rulebook.entry.eligible or "") if rulebook else "",
        how=_how(contest),
        prizes=_prizes(rulebook),
        address=f"{site}/{contest.slug}/" if is_public(contest) else "",
        winners=_winners(contest, at),
    )


def when_of(contest: Contest, rulebook: Rulebook | None) -> str:
    """First opening to last closing; else in the plan's words, else the days of its activity."""
    rounds = [one for one in contest.rounds.all() if one.opens_at and one.closes_at]
    opens = min((one.opens_at for one in rounds if one.opens_at), default=None)
    closes = max((one.closes_at for one in rounds if one.closes_at), default=None)
    if opens and closes:
        return moments.window(opens, closes)
    if rulebook and rulebook.period:
        return rulebook.period
    activity = contest.activity
    return moment_said(activity) if activity and activity.first_day else ""


def _how(contest: Contest) -> tuple[str, ...]:
    if contest.kind != ContestKind.ONLINE:
        return ()
    return (
        _("Quét mã bằng máy ảnh hoặc Zalo"),
        _("Đăng ký, giữ mã dự thi"),
        _("Làm bài, nhận mã bài thi"),
    )


def _prizes(rulebook: Rulebook | None) -> tuple[str, ...]:
    """ "01 giải Nhất: 1.000.000 đồng"; of several tables each under its own name."""
    if rulebook is None:
        return ()
    tables = [(table.title, [_prize(one) for one in table.prizes]) for table in rulebook.prizes]
    if len(tables) == 1:
        return tuple(tables[0][1])
    return tuple(f"{title}: {', '.join(prizes)}" for title, prizes in tables if prizes)


def _prize(prize: Prize) -> str:
    title = prize.title[:1].lower() + prize.title[1:]
    worth = f": {amount_text(prize.amount)}" if prize.amount else ""
    return f"{counted(prize.count, title)}{worth}"


def _winners(contest: Contest, at: datetime) -> tuple[Winners, ...]:
    """Those of final results; a preliminary list names nobody a winner."""
    final = [one for one in newest_published(contest, at=at) if not one.preliminary]
    return tuple(winners for result in final for winners in _winners_of(result))


def _winners_of(result: Result) -> Iterator[Winners]:
    tables = stored.prize_tables(result.draft_id)
    for table in tables:
        parts = (result.round.title if result.round else "", table.title if tables[1:] else "")
        group = ", ".join(filter(None, parts))
        for prize in table.prizes:
            if prize.winners:
                names = (filter(None, (one.name, one.unit)) for one in prize.winners)
                yield Winners(prize.title, tuple(" – ".join(one) for one in names), group)
