"""Prize tables, rankings by points, and what an allotment says in short."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hoithi.core.points import EntrantFacts
from hoithi.core.prizes.allotment import allot
from hoithi.core.prizes.records import Allotment, Occasion, Verdict
from hoithi.core.ranking.placings import Placing
from hoithi.core.rulebook.prizes import Prize, PrizePolicy, PrizeScope, PrizeTable
from tests.core.make import result
from tests.core.ranking.make import POINTS, ranked

MILLION = 1_000_000


def prize(key: str, count: int, amount: int, **rules: Any) -> Prize:
    """A row of a prize table."""
    return Prize(key=key, title=key, count=count, amount=amount, **rules)


FIRST = prize("first", 1, MILLION)
SECOND = prize("second", 1, 800_000)
THIRD = prize("third", 1, 500_000)
FIVE = prize("consolation", 5, 300_000)
WEEKLY = (FIRST, SECOND, THIRD, FIVE)
"""Individual prizes of a week in Sông Công 2021."""


def table(*prizes: Prize, **rules: Any) -> PrizeTable:
    """A weekly table."""
    rules.setdefault("scope", PrizeScope.ROUND)
    key = rules.pop("key", "weekly")
    return PrizeTable(key=key, title=key, prizes=prizes or WEEKLY, **rules)


def ranking(*points: int, first: int = 1) -> list[Placing]:
    """Entrants from number `first` on with these points, put in order."""
    return ranked([result(n, value) for n, value in enumerate(points, first)], POINTS)


def occasion(**facts: Any) -> Occasion:
    """Week 1 without further rules."""
    policy = PrizePolicy(**facts.pop("policy", {}))
    facts.setdefault("round_key", "week-1")
    return Occasion(policy=policy, **facts)


def groups(**members: Sequence[int]) -> dict[int, EntrantFacts]:
    """Entrants by group."""
    return {
        one: EntrantFacts(entrant_id=one, group=group)
        for group, entrants in members.items()
        for one in entrants
    }


def not_recognised(*entrants: int) -> dict[int, Verdict]:
    """Verdicts against these entrants."""
    return dict.fromkeys(entrants, Verdict.NOT_RECOGNISED)


def alloted(table_: PrizeTable, points: Sequence[int], **facts: Any) -> Allotment:
    """The allotment of a table from these points."""
    return allot(table_, ranking(*points), occasion(**facts))


def winners(allotment: Allotment) -> dict[str, list[int]]:
    """Who wins what."""
    found: dict[str, list[int]] = {}
    for one in allotment.winners:
        found.setdefault(one.prize_key, []).append(one.entrant_id)
    return found


LEAST_NINE = prize("first", 1, MILLION, least_points=Decimal(9))
