"""Small rulebooks for tests."""

from typing import Any

from hoithi.core.rulebook.document import ContestKind, Round, RoundScope, Rulebook, Window
from hoithi.core.rulebook.parts import Draw, PaperPart
from hoithi.core.rulebook.prizes import Prize, PrizeScope, PrizeTable
from hoithi.core.rulebook.ranking import By, Direction, RankingKey

POINTS = RankingKey(by=By.POINTS, first=Direction.MORE)
SECONDS = RankingKey(by=By.SECONDS, first=Direction.LESS)

PAPER = PaperPart(
    key="paper", title="Bài thi", minutes=15, blueprint=(Draw(field="one-stop", count=10),)
)


def week(number: int, **rules: Any) -> Round:
    """Week 1 opens on 2026-10-05 at 08h00 and closes on the Sunday at 24h00; and so on."""
    monday = 5 + 7 * (number - 1)
    rules.setdefault(
        "window",
        Window(opens=f"2026-10-{monday:02}T08:00", closes=f"2026-10-{monday + 6:02}T24:00"),
    )
    rules.setdefault("publishes", f"2026-10-{monday + 7:02}T10:00")
    return Round(key=f"week-{number}", title=f"Tuần {number}", **rules)


TRIAL = Round(
    key="trial",
    title="Thi thử",
    scope=RoundScope.TRIAL,
    window=Window(opens="2026-10-01T08:00", closes="2026-10-02T17:00"),
)


def prize(key: str = "first", amount: int = 500_000, **rules: Any) -> Prize:
    """One prize of half a million."""
    return Prize(key=key, title="giải Nhất", count=rules.pop("count", 1), amount=amount, **rules)


def table(key: str = "weekly", scope: PrizeScope = PrizeScope.ROUND, **rules: Any) -> PrizeTable:
    """A table of one prize."""
    rules.setdefault("prizes", (prize(),))
    return PrizeTable(key=key, title="Giải tuần", scope=scope, **rules)


def rulebook(**rules: Any) -> Rulebook:
    """An online contest of two weeks with one paper and one prize a week: nothing contradicts."""
    rules.setdefault("kind", ContestKind.ONLINE)
    rules.setdefault("rounds", (week(1), week(2)))
    rules.setdefault("parts", (PAPER,))
    rules.setdefault("ranking", (POINTS, SECONDS))
    rules.setdefault("prizes", (table(),))
    rules.setdefault("title", "Cuộc thi")
    return Rulebook(key="contest", organiser="UBND xã Hòa Sơn", **rules)
