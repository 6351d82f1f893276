"""Generated rules of a contest with every criterion, formula, condition and table of prizes."""

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from hoithi.core.rulebook import prizes as rules
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.entry import EntryRules, Group, Quota
from hoithi.core.rulebook.ranking import (
    Aggregate,
    By,
    Collective,
    Direction,
    Gate,
    GateKind,
    GroupsRanked,
    InOrder,
    PrizePoints,
    RankingKey,
    RankPoints,
    SizeBracket,
    Term,
    UnitKey,
    WeightedSum,
)
from tests.core.rulebook.make import rulebook, week

JUDGED = "Cơ sở vật chất"
GROUPS = (Group(key="g", title="Công chức"), Group(key="h", title="Người dân"))
POSTS = ("Công chức", "Lãnh đạo")
PRIZES = ("first", "second", "third")

few = st.integers(0, 2)
points = st.sampled_from([Decimal(0), Decimal("1.0"), Decimal(1), Decimal("1.50"), Decimal(2)])
directions = st.sampled_from(Direction)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def ranking_keys(draw: st.DrawFn) -> tuple[RankingKey, ...]:
    """Up to eight different criteria, a lot at the end or none."""
    by = draw(st.lists(st.sampled_from([one for one in By if one is not By.LOT]), min_size=1,
                       max_size=8, unique=True))  # fmt: skip
    keys = [
        RankingKey(
            by=one,
            first=draw(directions),
            part="stage" if one is By.PART_POINTS else None,
            title=JUDGED if one is By.JUDGED else None,
        )
        for one in by
    ]
    lot = [RankingKey(by=By.LOT, first=Direction.LESS)] if draw(st.booleans()) else []
    return (*keys, *lot)


def unit_keys(most: int = 3) -> st.SearchStrategy[tuple[UnitKey, ...]]:
    by = st.lists(st.sampled_from(Aggregate), min_size=1, max_size=most, unique=True)
    return by.flatmap(
        lambda found: st.tuples(
            *(
                st.builds(UnitKey, by=st.just(one), first=directions, title=st.just(JUDGED))
                for one in found
            )
        )
    )


terms = st.builds(
    Term,
    by=st.sampled_from([one for one in Aggregate if one is not Aggregate.JUDGED]),
    weight=st.sampled_from([Decimal(1), Decimal("0.5"), Decimal(3)]),
    most=maybe(st.sampled_from([Decimal(2), Decimal(40)])),
)
methods = st.one_of(
    st.builds(InOrder, keys=unit_keys()),
    st.builds(WeightedSum, terms=st.lists(terms, min_size=1, max_size=3).map(tuple)),
    st.builds(RankPoints, criteria=unit_keys(), first_points=st.sampled_from([2, 10])),
)
percents = st.sampled_from([Decimal(0), Decimal(30), Decimal(50), Decimal(100)])
brackets = st.builds(
    SizeBracket,
    staff_below=st.sampled_from([2, 4, None]),
    percent=percents,
    least_people=few,
)
gates = st.one_of(
    st.builds(Gate, kind=st.just(GateKind.LEAST), by=st.sampled_from(Aggregate), least=points),
    st.builds(
        Gate,
        kind=st.just(GateKind.SIZE_BRACKETS),
        brackets=st.lists(
            brackets, min_size=1, max_size=3, unique_by=lambda one: one.staff_below
        ).map(tuple),
    ),
    st.builds(
        Gate,
        kind=st.just(GateKind.ALL_PARTS),
        parts=st.sampled_from([("paper",), ("paper", "stage")]),
    ),
    st.sampled_from([GateKind.ALL_COMPULSORY, GateKind.QUOTAS, GateKind.A_WINNER]).map(
        lambda kind: Gate(kind=kind)
    ),
)
worths = st.lists(st.sampled_from(PRIZES), unique=True, max_size=2).map(
    lambda keys: tuple(PrizePoints(prize=key, points=Decimal(3)) for key in keys)
)
collectives = st.builds(
    Collective,
    key=st.sampled_from(["communes", "schools"]),
    title=st.just("Xếp hạng đơn vị"),
    kinds=st.sampled_from([(), ("commune",), ("commune", "school")]),
    units=st.sampled_from([(), ("unit-1", "unit-2")]),
    method=methods,
    gates=st.lists(gates, max_size=2).map(tuple),
    ties=st.just(()) | unit_keys(2),
    prize_points=worths,
    rounds=st.sampled_from([(), ("week-2",), ("week-3",)]),
)
rows = st.builds(
    rules.Prize,
    key=st.sampled_from(PRIZES),
    title=st.sampled_from(["giải Nhất", "giải Nhì"]),
    count=st.integers(1, 3),
    amount=st.sampled_from([0, 300_000, 500_000]),
    least_points=maybe(points),
)
piles = st.lists(rows, min_size=1, max_size=3, unique_by=lambda one: one.key).map(tuple)
shares = st.lists(
    st.builds(rules.GroupShare, group=st.sampled_from("gh"), slots=st.integers(1, 2)),
    max_size=2,
    unique_by=lambda one: one.group,
).map(tuple)
caps = maybe(percents)
common = {
    "title": st.just("Cơ cấu giải thưởng"),
    "prizes": piles,
    "ties": st.sampled_from(rules.TiePolicy),
}


def prize_table(number: int) -> st.SearchStrategy[rules.PrizeTable]:
    """A table of any scope that is awarded in the second week."""
    key, here = st.just(f"table-{number}"), st.just(("week-2",))
    return st.one_of(
        st.builds(
            rules.PrizeTable, key=key, scope=st.just(rules.PrizeScope.ROUND), cap_percent=caps,
            shares=shares, group=st.sampled_from([None, None, "g", "h"]), **common,
        ),
        st.builds(
            rules.PrizeTable, key=key, scope=st.just(rules.PrizeScope.SPECIAL), rounds=here,
            special=st.sampled_from(rules.SpecialKind), part=st.just("stage"), **common,
        ),
        st.builds(
            rules.PrizeTable, key=key, scope=st.just(rules.PrizeScope.COLLECTIVE), rounds=here,
            collective=st.sampled_from(["communes", "schools"]), cap_percent=caps, **common,
        ),
    )  # fmt: skip


policies = st.builds(
    rules.PrizePolicy,
    one_prize=st.sampled_from(rules.OnePrize),
    keep_higher=st.booleans(),
    winners_leave_later_rounds=st.booleans(),
    vacated=st.sampled_from(rules.VacatedSlot),
    reserves=st.integers(1, 3),
)
quotas = st.lists(
    st.builds(
        Quota,
        key=st.sampled_from(["q", "r"]),
        title=st.sampled_from(["Chỉ tiêu một", "Chỉ tiêu hai"]),
        kinds=st.sampled_from([(), ("commune",), ("school", "thon")]),
        posts=st.sampled_from([(), POSTS[:1], POSTS]),
        percent=maybe(percents),
        least=maybe(few),
    ),
    max_size=2,
    unique_by=lambda one: one.key,
).map(tuple)


WEEKS = (
    (week(1), week(2), week(3)),
    (week(1, phase="Đợt 1"), week(2, phase="Đợt 1"), week(3, phase="Đợt 2")),
)


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    known = draw(st.lists(collectives, max_size=2, unique_by=lambda one: one.key))
    tables = draw(st.integers(0, 4).flatmap(lambda many: st.tuples(*map(prize_table, range(many)))))
    keys = {one.key for one in known}
    return rulebook(
        rounds=draw(st.sampled_from(WEEKS)),
        ranking=draw(ranking_keys()),
        groups=GROUPS,
        groups_ranked=draw(st.sampled_from(GroupsRanked)),
        collectives=tuple(known),
        prizes=tuple(one for one in tables if one.collective is None or one.collective in keys),
        prize_policy=draw(policies),
        entry=EntryRules(quotas=draw(quotas)),
    )
