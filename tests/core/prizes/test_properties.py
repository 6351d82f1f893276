"""What holds of every allotment, whatever the table, the policy and the ranking."""

from collections import Counter
from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.lots import Lot
from hoithi.core.points import EntrantFacts
from hoithi.core.prizes.allotment import allot
from hoithi.core.prizes.records import Occasion, Reason, Verdict
from hoithi.core.prizes.together import Request, allot_together, won_in
from hoithi.core.rulebook.prizes import (
    GroupShare,
    OnePrize,
    Prize,
    PrizePolicy,
    PrizeScope,
    PrizeTable,
    TiePolicy,
    VacatedSlot,
)
from tests.core.make import START
from tests.core.prizes.make import ranking

prizes = st.builds(
    Prize,
    key=st.sampled_from(["a", "b", "c"]),
    title=st.just("Giải"),
    count=st.integers(1, 3),
    amount=st.sampled_from([0, 300_000, 500_000]),
    least_points=st.none() | st.integers(0, 5).map(Decimal),
)
shares = st.lists(
    st.builds(GroupShare, group=st.sampled_from("gh"), slots=st.integers(1, 2)),
    max_size=2,
    unique_by=lambda share: share.group,
).map(tuple)
tables = st.builds(
    PrizeTable,
    key=st.sampled_from(["t1", "t2", "t3"]),
    title=st.just("Cơ cấu"),
    scope=st.just(PrizeScope.ROUND),
    prizes=st.lists(prizes, min_size=1, max_size=3).map(tuple),
    ties=st.sampled_from(TiePolicy),
    cap_percent=st.none() | st.integers(0, 100).map(Decimal),
    shares=shares,
)
rankings = st.lists(st.integers(0, 5), max_size=10).map(lambda points: ranking(*points))
policies = st.builds(
    PrizePolicy,
    one_prize=st.sampled_from(OnePrize),
    keep_higher=st.booleans(),
    vacated=st.sampled_from(VacatedSlot),
    reserves=st.integers(1, 3),
)
entrants = st.dictionaries(
    st.integers(1, 10),
    st.builds(
        EntrantFacts,
        entrant_id=st.just(0),
        group=st.sampled_from([None, "g", "h"]),
        may_win=st.booleans(),
    ),
)
lots = st.lists(st.permutations(range(1, 11)), max_size=2).map(
    lambda orders: tuple(
        Lot(tuple(order), START + timedelta(hours=n), "") for n, order in enumerate(orders)
    )
)
occasions = st.builds(
    Occasion,
    policy=policies,
    entrants=entrants,
    round_key=st.sampled_from(["week-1", "week-2"]),
    verdicts=st.dictionaries(st.integers(1, 10), st.sampled_from(Verdict)),
    records=lots,
)


def slots(table: PrizeTable) -> int:
    return sum(prize.count for prize in table.prizes)


@given(table=tables, placings=rankings, occasion=occasions)
def test_every_slot_is_accounted_for(table, placings, occasion):
    found = allot(table, placings, occasion)
    waiting = sum(len(tie.slots) for tie in found.undecided)
    used = len(found.winners) + len(found.empty) + waiting
    if table.ties is TiePolicy.SHARE:
        assert used >= slots(table) or found.winners
    else:
        assert used == slots(table)
        assert not any(winner.shared for winner in found.winners)


@given(table=tables, placings=rankings, occasion=occasions)
def test_nobody_wins_twice_or_against_a_rule(table, placings, occasion):
    found = allot(table, placings, occasion)
    named = [one.entrant_id for one in found.winners]
    named += [entrant for tie in found.undecided for entrant in tie.entrants]
    named += [one.entrant_id for one in found.reserves]
    assert len(named) == len(set(named))
    refused = {Verdict.NOT_RECOGNISED, Verdict.UNREACHED}
    for winner in found.winners:
        facts = occasion.entrants.get(winner.entrant_id)
        assert facts is None or facts.may_win
        assert occasion.verdicts.get(winner.entrant_id) not in refused


@given(table=tables, placings=rankings, occasion=occasions)
def test_a_better_place_never_gets_a_lower_slot(table, placings, occasion):
    by_slot = sorted(allot(table, placings, occasion).winners, key=lambda one: one.slot)
    if table.ties is not TiePolicy.SHARE:
        assert [one.place for one in by_slot] == sorted(one.place for one in by_slot)


@given(table=tables, placings=rankings, occasion=occasions)
def test_a_cap_is_never_broken(table, placings, occasion):
    found = allot(table, placings, occasion)
    if table.cap_percent is not None:
        assert len(found.winners) <= table.cap_percent * len(placings) / 100
    if table.cap_percent is None:
        assert Reason.CAP not in {one.reason for one in found.empty}


@given(
    requests=st.lists(
        st.tuples(tables, rankings, st.sampled_from(["week-1", "week-2"])),
        max_size=3,
        unique_by=lambda one: (one[0].key, one[2]),
    ),
    policy=policies,
)
def test_together_nobody_keeps_more_than_the_policy_allows(requests, policy):
    asked = [
        Request(table, placings, Occasion(policy, round_key=key))
        for table, placings, key in requests
    ]
    won = [one for found in allot_together(asked) for one in won_in(found)]
    if policy.one_prize is OnePrize.CONTEST:
        assert max(Counter(one.entrant_id for one in won).values(), default=1) == 1
    if policy.one_prize in {OnePrize.ROUND, OnePrize.PHASE}:
        rounds = Counter((one.entrant_id, one.round_key) for one in won)
        assert max(rounds.values(), default=1) == 1
    assert allot_together(asked) == allot_together(asked)
