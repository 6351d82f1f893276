"""The rounds of a contest as its plan names them, and what is not told of their times."""

import re

import msgspec

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
    day = _day_of_final(facts)
    last = Round(
        key="final",
        title="Vòng chung kết",
        scope=RoundScope.FINAL,
        first_day=day[:10] if day else None,
    )
    return (*first, last)


def _day_of_final(facts: Facts) -> str | None:
    """The one day of a final that the plan sets ("Vòng chung kết: ngày …")."""
    days = (one.date for one in facts.milestones if _FINAL.match(folded(one.what)))
    return next(days, None)


def _timed_round(period: Period, number: int, facts: Facts) -> Round:
    published = (one.date for one in facts.milestones if one.place.line == period.place.line)
    weekly = folded(period.what).lstrip().startswith("tuan")
    title = re.split(r"[,:(]", period.what)[0].strip()
    window = window_between(period)
    made = Round(
        key=f"{'week' if weekly else 'phase'}-{number}",
        title=title[:_LONGEST_ROUND] or ROUND,
        scope=RoundScope.WEEK if weekly else _scope(title),
        window=window,
        publishes=next((day for day in published if len(day) > 10), None),
    )
    return made if window else with_days(made, period)


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


def open_time(one: Round) -> str:
    """What is not told of a round's time: the hours alone where the plan sets its days."""
    if one.first_day is None:
        return f"Kế hoạch chưa nêu ngày, giờ của {one.title}."
    first, last = date_text(day_of(one.first_day)), one.last_day and day_of(one.last_day)
    told = f"từ ngày {first} đến hết ngày {date_text(last)}" if last else f"ngày {first}"
    return f"Kế hoạch nêu {one.title} tổ chức {told} mà chưa nêu giờ."


def with_days(one: Round, period: Period) -> Round:
    """The round with the days of a period, whose hours are open."""
    first, last = period.start[:10], period.end[:10]
    return msgspec.structs.replace(one, first_day=first, last_day=last if last != first else None)


def key_of(title: str) -> str:
    """A permanent key made of the title's words."""
    words = re.findall(r"[a-z0-9]+", bare(title))
    key = ""
    for word in words:
        if len(key) + len(word) + 1 > _KEY_LENGTH:
            break
        key = f"{key}-{word}" if key else word
    return key or "cuoc-thi"
