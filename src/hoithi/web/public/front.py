"""What the lists and small pages show: contests, published results, one's own line."""

from datetime import datetime
from functools import lru_cache
from itertools import groupby

from django.utils.translation import gettext

from hoithi.campaigns.queries.public import public_pages
from hoithi.contests import queries as contests
from hoithi.contests.facts import rulebook_of, state_at
from hoithi.contests.models import Contest, Round
from hoithi.core.rounds import RoundState
from hoithi.core.rulebook.windows import is_trial
from hoithi.documents.pictures import LinkPreview, link_preview
from hoithi.results import queries
from hoithi.results.facts.snapshot import WHOLE
from hoithi.results.queries import stored
from hoithi.web.public.shown import Published, Row
from hoithi.web.public.still import StillPage
from hoithi.wording import moments

_MOST_CAMPAIGNS = 30
_ORDER = (
    RoundState.OPEN,
    RoundState.PAUSED,
    RoundState.COMING,
    RoundState.UNDATED,
    RoundState.CLOSED,
    RoundState.CANCELLED,
)


def contests_shown(at: datetime) -> dict[str, object]:
    """Public contests with the round that matters now; those that are open come first."""
    cards = [(_round_now(list(contest.rounds.all()), at), contest) for contest in _public()]
    cards.sort(key=lambda card: _rank(card[0], at))
    published = queries.contests_with_results(at)
    return {
        "cards": [
            {
                "contest": contest,
                "round": round_,
                "state": state_at(round_, at) if round_ else None,
                "has_results": contest.pk in published,
            }
            for round_, contest in cards
        ],
        "campaign_pages": list(public_pages()[:_MOST_CAMPAIGNS]),
    }


def _public() -> list[Contest]:
    return list(contests.public_contests())


def _rank(round_: Round | None, at: datetime) -> int:
    return _ORDER.index(state_at(round_, at)) if round_ else len(_ORDER)


def _round_now(rounds: list[Round], at: datetime) -> Round | None:
    """The open round, else the next one, else the last that closed."""
    ordered = sorted(rounds, key=lambda r: (_rank(r, at), r.ordinal))
    closed = [r for r in rounds if state_at(r, at) is RoundState.CLOSED]
    if ordered and state_at(ordered[0], at) is RoundState.CLOSED:
        return closed[-1]
    return ordered[0] if ordered else None


def results_shown(contest: Contest, at: datetime) -> dict[str, object]:
    """All published results of a contest by round, and the rounds still to come."""
    results = queries.all_published(contest, at=at)
    by_round = []
    for _, numbers in groupby(results, key=lambda result: result.round_id):
        ordered = list(numbers)
        key = ordered[-1].round.key if ordered[-1].round else WHOLE
        newest = ordered[-1]
        by_round.append({"newest": newest, "older": ordered[:-1][::-1], "key": key})
    published = {result.round_id for result in results}
    rules = contests.current_version(contest, at=at)
    known = {r.key: r for r in rulebook_of(rules).rounds}
    pending = [
        pending_round(round_, at)
        for round_ in contest.rounds.all()
        if round_.pk not in published and round_.key in known and not is_trial(known[round_.key])
    ]
    return {"contest": contest, "results": by_round, "pending": pending}


def pending_round(round_: Round, at: datetime) -> dict[str, object]:
    """A round whose result is not public: when it will be, or that it is late."""
    due = round_.publishes_at
    return {
        "round": round_,
        "state": state_at(round_, at),
        "publishes_at": due,
        "on_approval": round_.publishes_on_approval,
        "late": due is not None and due <= at and not round_.cancelled_at,
    }


def pending_shown(contest: Contest, round_: Round | None, at: datetime) -> dict[str, object]:
    """The notice that stands where the result of a round will be."""
    return {"contest": contest, "pending": pending_round(round_, at) if round_ else None}


def found_line(published: Published, code: str) -> Row | None:
    """The line of whoever has this receipt or entry code, also below the public ones."""
    position = queries.own_position(published.result, code)
    if position is None:
        return None
    start = published.head.section_at(position).first
    lines = stored.lines(published.draft_id, max(start, position - 1), position + 1)
    return published.row(lines[-1], lines[0] if position > start else None)


def preview_picture(contest: Contest, site: str) -> StillPage:
    """The picture beside a link: the title, who holds the contest, and when."""
    rounds = [r for r in contest.rounds.all() if r.opens_at and r.closes_at]
    first = min((r.opens_at for r in rounds if r.opens_at), default=None)
    last = max((r.closes_at for r in rounds if r.closes_at), default=None)
    dates = moments.window(first, last) if first and last else ""
    return picture(LinkPreview(contest.body.name, contest.title, dates, site))


def site_picture(site: str) -> StillPage:
    """The picture beside a link to what is of no single contest, such as the list of all."""
    subject = gettext("Cuộc thi, kết quả đã công bố và giấy chứng nhận.")
    return picture(LinkPreview("Hội Thi", subject, "", site))


@lru_cache(maxsize=64)
def picture(content: LinkPreview) -> StillPage:
    return StillPage("image/png", link_preview(content))
