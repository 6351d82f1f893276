"""News of published results, and the rounds as a calendar."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from hoithi.contests.models import Contest, Round
from hoithi.documents import feeds as documents
from hoithi.results.facts.snapshot import WHOLE
from hoithi.results.models import Result
from hoithi.web.public.still import StillPage
from hoithi.wording.states import publication

_MOST_NEWS = 50


def news(contest: Contest, results: Iterable[Result], address: str) -> StillPage:
    """The visible results of a contest as RSS, the newest first."""
    newest_first = sorted(results, key=lambda result: result.visible_from, reverse=True)
    page = f"{address}/{contest.slug}/ket-qua/"
    feed = documents.Feed(
        title=_("Kết quả: %(contest)s") % {"contest": contest.title},
        text=contest.body.name,
        page=page,
        address=f"{page}tin.xml",
        items=[_item(result, page) for result in newest_first[:_MOST_NEWS]],
    )
    return StillPage("application/rss+xml; charset=utf-8", documents.rss(feed))


def _item(result: Result, page: str) -> documents.FeedItem:
    key = result.round.key if result.round else WHOLE
    name = result.round.title if result.round else _("toàn cuộc thi")
    return documents.FeedItem(
        key=f"{result.sha256}-{result.number}",
        title=_("Kết quả %(round)s (số %(number)s)") % {"round": name, "number": result.number},
        address=f"{page}{key}/so-{result.number}/",
        published_at=result.visible_from,
        text=result.correction_reason,
    )


def calendar(contest: Contest, rounds: Iterable[Round], address: str) -> StillPage:
    """Opening to closing of every dated round, with the moment of publication."""
    events = [
        _event(contest, round_, address, round_.opens_at, round_.closes_at)
        for round_ in rounds
        if round_.opens_at and round_.closes_at
    ]
    body = documents.calendar(contest.title, events)
    return StillPage("text/calendar; charset=utf-8", body)


def _event(
    contest: Contest, round_: Round, address: str, opens: datetime, closes: datetime
) -> documents.Event:
    when = publication(round_)
    text = (
        _("Công bố kết quả: %(when)s") % {"when": when} if when and not round_.cancelled_at else ""
    )
    return documents.Event(
        key=f"{contest.slug}-{round_.key}@hoithi",
        title=f"{round_.title} – {contest.title}",
        starts_at=opens,
        ends_at=closes,
        changed_at=opens,
        text=text,
        address=f"{address}/{contest.slug}/",
        is_cancelled=round_.cancelled_at is not None,
    )
