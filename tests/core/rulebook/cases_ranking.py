"""Findings about rankings of persons and units."""

from decimal import Decimal
from typing import Any

from msgspec.structs import replace

from hoithi.core.rulebook.checks import FindingCode as Code
from hoithi.core.rulebook.document import Advance, Rulebook
from hoithi.core.rulebook.entry import EntryRules, Quota
from hoithi.core.rulebook.prizes import PrizeScope
from hoithi.core.rulebook.ranking import (
    Aggregate,
    By,
    Collective,
    ContestTotal,
    Direction,
    Gate,
    GateKind,
    InOrder,
    Overall,
    PrizePoints,
    RankingKey,
    SizeBracket,
    UnitKey,
)
from tests.core.rulebook.cases import left_open, odd, wrong
from tests.core.rulebook.make import POINTS, SECONDS, TRIAL, rulebook, table, week

PEOPLE = UnitKey(by=Aggregate.PEOPLE)


def key(by: By, first: Direction = Direction.MORE, **rules: Any) -> RankingKey:
    return RankingKey(by=by, first=first, **rules)


def ranked(*keys: RankingKey) -> Rulebook:
    return rulebook(ranking=keys)


def units(**rules: Any) -> Rulebook:
    """A contest that also ranks units, complete unless the rules say otherwise."""
    rules.setdefault("method", InOrder(keys=(PEOPLE,)))
    collective = Collective(key="units", title="Xếp hạng đơn vị", **rules)
    return rulebook(
        rounds=(TRIAL, week(1), week(2)),
        collectives=(collective,),
        prizes=(table(), table("units", PrizeScope.COLLECTIVE, collective="units")),
    )


def gated(of: tuple[str, ...] = (), **rules: Any) -> Rulebook:
    return units(kinds=of, gates=(Gate(**rules),))


def bracket(below: int | None, percent: int = 30) -> SizeBracket:
    return SizeBracket(staff_below=below, percent=Decimal(percent))


CASES = [
    left_open(Code.RANKING_OPEN, "rounds[0].ranking", ranked()),
    wrong(Code.RANKING_KEY_TWICE, "ranking[1]", ranked(POINTS, POINTS)),
    wrong(
        Code.RANKING_KEY_WITHOUT_SOURCE,
        "ranking[1]",
        ranked(POINTS, key(By.PREDICTION_DISTANCE, Direction.LESS)),
    ),
    wrong(Code.RANKING_KEY_PART_UNUSED, "ranking[0].part", ranked(key(By.POINTS, part="paper"))),
    wrong(Code.RANKING_KEY_AFTER_LOT, "ranking[2]", ranked(POINTS, key(By.LOT), SECONDS)),
    odd(
        Code.RANKING_KEY_ODD_DIRECTION,
        "ranking[0].first",
        ranked(key(By.POINTS, Direction.LESS)),
    ),
    left_open(
        Code.RANKING_OPEN,
        "overall.keys",
        rulebook(
            ranking=(),
            rounds=(
                week(1, advance=Advance(to="week-3", best_overall=5), ranking=(POINTS,)),
                week(2, advance=Advance(to="week-3", best_overall=5), ranking=(SECONDS,)),
                week(3),
            ),
        ),
    ),
    wrong(
        Code.OVERALL_MISSING,
        "overall.total",
        rulebook(prizes=(table("all", PrizeScope.CONTEST),)),
    ),
    wrong(
        Code.OVERALL_BEST_MISSING,
        "overall.best",
        rulebook(overall=Overall(total=ContestTotal.BEST_N)),
    ),
    wrong(
        Code.OVERALL_BEST_OVER_ROUNDS,
        "overall.best",
        rulebook(overall=Overall(total=ContestTotal.BEST_N, best=3)),
    ),
    wrong(Code.METHOD_EMPTY, "collectives[0].method", units(method=InOrder(keys=()))),
    wrong(
        Code.AGGREGATE_TWICE,
        "collectives[0].method.keys[1]",
        units(method=InOrder(keys=(PEOPLE, PEOPLE))),
    ),
    wrong(
        Code.AGGREGATE_WITHOUT_SOURCE,
        "collectives[0].method.keys[0]",
        units(method=InOrder(keys=(UnitKey(by=Aggregate.PASS_RATE),))),
    ),
    wrong(
        Code.GATE_INCOMPLETE,
        "collectives[0].gates[0]",
        gated(kind=GateKind.LEAST, by=Aggregate.PEOPLE),
    ),
    wrong(Code.GATE_WITHOUT_SOURCE, "collectives[0].gates[0]", gated(kind=GateKind.QUOTAS)),
    wrong(
        Code.GATE_WITHOUT_SOURCE,
        "collectives[0].gates[0]",
        replace(
            gated(kind=GateKind.QUOTAS, of=("thon",)),
            entry=EntryRules(quotas=(Quota(key="q", title="Đảng viên", kinds=("party_cell",)),)),
        ),
    ),
    wrong(
        Code.BRACKETS_UNORDERED,
        "collectives[0].gates[0].brackets",
        gated(kind=GateKind.SIZE_BRACKETS, brackets=(bracket(None), bracket(50))),
    ),
    odd(
        Code.BRACKETS_UNFINISHED,
        "collectives[0].gates[0].brackets",
        gated(kind=GateKind.SIZE_BRACKETS, brackets=(bracket(50), bracket(100))),
    ),
    odd(
        Code.STAFF_COUNTS_NEEDED,
        "collectives[0]",
        units(method=InOrder(keys=(UnitKey(by=Aggregate.PARTICIPATION),))),
    ),
    odd(
        Code.PRIZE_POINTS_UNUSED,
        "collectives[0].prize_points",
        units(prize_points=(PrizePoints(prize="first", points=Decimal(10)),)),
    ),
    wrong(Code.COUNTS_TRIAL, "collectives[0].rounds", units(rounds=("trial",))),
    odd(
        Code.COLLECTIVE_WITHOUT_PRIZE,
        "collectives[0]",
        rulebook(
            collectives=(Collective(key="units", title="Đơn vị", method=InOrder(keys=(PEOPLE,))),)
        ),
    ),
]
