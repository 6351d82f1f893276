"""The rounds of a contest as its plan names them, and what is not told of their times."""

import re

from hoithi.core.founding.noticing import Named, Noticed
from hoithi.core.founding.times import day_of, rounds_in
from hoithi.core.plans.lexicon import bare
from hoithi.core.plans.normal import folded
from hoithi.core.plans.records import Facts, Period
from hoithi.core.rulebook.document import Round, RoundScope, Window
from hoithi.core.vietnamese.dates import date_text

ROUND = "Đợt thi"
_LONGEST_ROUND = 200
_KEY_LENGTH = 40
_FINAL = re.compile(r"\W*vong chung ket\b")
_SCOPES = (
    (RoundScope.FINAL, r"\bchung ket\b"),
    (RoundScope.SEMIFINAL, r"\bban ket\b"),
    (RoundScope.PRELIMINARY, r"\bso khao\b|\bvong loai\b"),
)


def rounds_of(facts: Facts, noticed: Noticed) -> tuple[Round, ...]:
    """Timed rounds, else clusters, with the final of which the plan tells a day or prizes."""
    first = tuple(_timed_round(one, at, facts) for at, one in enumerate(rounds_in(facts), 1))
    first = first or tuple(_cluster(one) for one in noticed.clusters)
    has_final = any(prize.scope == "final" for prize in facts.prizes) or _day_of_final(facts)
    if not has_final or any(one.scope is RoundScope.FINAL for one in first):
        return first
    return (*first, Round(key="final", title="Vòng chung kết", scope=RoundScope.FINAL))


def _day_of_final(facts: Facts) -> str | None:
    """The one day of a final that the plan sets ("Vòng chung kết: ngày …")."""
    days = (one.date for one in facts.milestones if _FINAL.match(folded(one.what)))
    return next(days, None)


def _timed_round(period: Period, number: int, facts: Facts) -> Round:
    published = (one.date for one in facts.milestones if one.place.line == period.place.line)
    weekly = folded(period.what).lstrip().startswith("tuan")
    title = re.split(r"[,:(]", period.what)[0].strip()
    return Round(
        key=f"{'week' if weekly else 'phase'}-{number}",
        title=title[:_LONGEST_ROUND] or ROUND,
        scope=RoundScope.WEEK if weekly else _scope(title),
        window=window_between(period),
        publishes=next((day for day in published if len(day) > 10), None),
    )


def _scope(title: str) -> RoundScope:
    words = folded(title)
    found = (scope for scope, pattern in _SCOPES if re.search(pattern, words))
    return next(found, RoundScope.PHASE)


def window_between(period: Period) -> Window | None:
    """The window where the plan states both minutes; days alone leave the hours to be asked."""
    to_the_minute = len(period.start) > 10 and len(period.end) > 10
    return Window(opens=period.start, closes=period.end) if to_the_minute else None


def _cluster(one: Named) -> Round:
    return Round(
        key=f"cluster-{key_of(one.name)}"[:_KEY_LENGTH],
        title=f"Cụm thi {one.name}"[:_LONGEST_ROUND],
        scope=RoundScope.CLUSTER,
        place=one.name[:_LONGEST_ROUND],
    )


def open_time(one: Round, facts: Facts) -> str:
    """What is not told of a round's time: the hours alone where the plan sets its days."""
    days = _days_of(one, facts)
    if days is None:
        return f"Kế hoạch chưa nêu ngày, giờ của {one.title}."
    first, last = (date_text(day_of(day)) for day in days)
    told = f"ngày {first}" if first == last else f"từ ngày {first} đến hết ngày {last}"
    return f"Kế hoạch nêu {one.title} tổ chức {told} mà chưa nêu giờ."


def _days_of(one: Round, facts: Facts) -> tuple[str, str] | None:
    for period in rounds_in(facts):
        if period.what.strip().startswith(one.title):
            return period.start, period.end
    final = _day_of_final(facts) if one.scope is RoundScope.FINAL else None
    return (final, final) if final else None


def key_of(title: str) -> str:
    """A permanent key made of the title's words."""
    words = re.findall(r"[a-z0-9]+", bare(title))
    key = ""
    for word in words:
        if len(key) + len(word) + 1 > _KEY_LENGTH:
            break
        key = f"{key}-{word}" if key else word
    return key or "cuoc-thi"
