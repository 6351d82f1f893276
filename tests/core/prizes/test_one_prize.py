"""One person takes one prize: within a round or the contest, the higher or the earlier one."""

import pytest

from hoithi.core.lots import Lot
from hoithi.core.prizes.allotment import allot
from hoithi.core.prizes.records import EmptySlot, GivenUp, PassedOver, Reason, Won
from hoithi.core.prizes.together import Request, allot_together, won_in
from hoithi.core.rulebook.prizes import OnePrize, PrizeScope, VacatedSlot
from tests.core.make import moment
from tests.core.prizes.make import (
    FIRST,
    FIVE,
    MILLION,
    SECOND,
    THIRD,
    alloted,
    occasion,
    prize,
    ranking,
    table,
    winners,
)

CONTEST = {"one_prize": OnePrize.CONTEST}
KEEP_EARLIER = CONTEST | {"keep_higher": False}
PHASE = {"one_prize": OnePrize.PHASE}
LOW = Won(1, "weekly", "consolation", 300_000, "week-0")
HIGH = Won(1, "weekly", "grand", 2_000_000, "week-0")
EQUAL = Won(1, "weekly", "first", MILLION, "week-0")
LATER = Won(1, "weekly", "grand", 2_000_000, "week-5")
ALONE = Won(1, "weekly", "grand", 2_000_000, "final")
OVERALL = Won(1, "overall", "grand", 2_000_000)
PHASES = {"week-0": "Đợt 1", "week-1": "Đợt 1", "week-5": "Đợt 2"}
SAME_ROUND = Won(1, "by-part", "best", 2_000_000, "week-1")


@pytest.mark.parametrize(
    ("policy", "won", "first"),
    [
        pytest.param(CONTEST, HIGH, 2, id="Q31: has a higher one"),
        pytest.param(CONTEST, EQUAL, 2, id="of equal ones the earlier is kept"),
        pytest.param(CONTEST, LOW, 1, id="Q31: takes the higher one"),
        pytest.param(KEEP_EARLIER, LOW, 2, id="keeps the earlier one"),
        pytest.param(PHASE, HIGH, 2, id="Q30: a week of the same đợt"),
        pytest.param(PHASE, LATER, 1, id="Q30: a week of another đợt"),
        pytest.param(PHASE, ALONE, 1, id="a round of no đợt stands alone"),
        pytest.param(PHASE, OVERALL, 1, id="Q30: the overall prizes stand beside"),
        pytest.param({}, HIGH, 1, id="one a round: another round"),
        pytest.param({}, SAME_ROUND, 2, id="one a round: this round"),
        pytest.param({"one_prize": OnePrize.UNLIMITED}, SAME_ROUND, 1, id="no such rule"),
    ],
)
def test_a_prize_won_before(policy, won, first):
    known = {"policy": policy, "won": (won,), "phases": PHASES}
    assert winners(alloted(table(FIRST), (9, 8), **known)) == {"first": [first]}


def test_what_is_left_for_a_higher_prize_is_told():
    found = alloted(table(FIRST), (9, 8), policy=CONTEST, won=(LOW,))
    assert found.given_up == (GivenUp(1, LOW),)


def test_what_is_kept_is_told_and_the_slot_may_stay_empty():
    found = alloted(table(FIRST), (9, 8), policy=CONTEST, won=(HIGH,))
    assert found.passed_over == (PassedOver(1, 1, Reason.HAS_A_PRIZE, HIGH),)
    empty = CONTEST | {"vacated": VacatedSlot.STAYS_EMPTY}
    found = alloted(table(FIRST), (9, 8), policy=empty, won=(HIGH,))
    assert (found.winners, found.empty) == ((), (EmptySlot(1, "first", Reason.HAS_A_PRIZE, 1),))


def test_winners_leave_later_rounds_and_stay_in_the_overall_prizes():
    leaves = {"winners_leave_later_rounds": True, "one_prize": OnePrize.UNLIMITED}
    before = {"won": (LOW,), "earlier_rounds": frozenset({"week-0"}), "policy": leaves}
    found = alloted(table(FIRST), (9, 8), **before)
    assert winners(found) == {"first": [2]}
    assert [one.reason for one in found.passed_over] == [Reason.WON_EARLIER_ROUND]
    assert winners(alloted(table(FIRST), (9, 8), round_key=None, **before)) == {"first": [1]}


def test_alloting_again_after_winning_changes_nothing():
    once = alloted(table(), range(20, 0, -1), policy=CONTEST)
    again = alloted(table(), range(20, 0, -1), policy=CONTEST, won=won_in(once))
    assert again == once


def test_q39_one_person_and_nine_weekly_prizes():
    week = ranking(9, 8, 7)
    weeks = [f"week-{n}" for n in range(1, 10)]
    two_phases = {week: f"Đợt {n // 3}" for n, week in enumerate(weeks[:6])}

    def all_weeks(policy):
        return [
            Request(table(FIRST), week, occasion(round_key=key, policy=policy, phases=two_phases))
            for key in weeks
        ]

    def firsts(policy):
        return [
            [one.entrant_id for one in found.winners] for found in allot_together(all_weeks(policy))
        ]

    assert firsts({"one_prize": OnePrize.UNLIMITED}) == [[1]] * 9
    assert firsts({"one_prize": OnePrize.ROUND}) == [[1]] * 9
    assert firsts(CONTEST) == [[1], [2], [3], *[[]] * 6]
    assert firsts(PHASE) == [[1], [2], [3], [1], [2], [3], [1], [1], [1]]


PART = table(prize("best", 1, 900_000), key="part", scope=PrizeScope.SPECIAL)


def test_tables_of_one_round_move_up_around_the_higher_prize():
    # 1 leads both; the grand prize of a third table frees the first prize for 2,
    # who then leaves the prize of the part to 3.
    grand = table(prize("grand", 1, 2 * MILLION), key="grand")
    requests = [
        Request(PART, ranking(8, 9, 7, 6), occasion()),
        Request(table(FIRST, SECOND), ranking(9, 8, 7, 6), occasion()),
        Request(grand, ranking(9, 1, 1, 1), occasion()),
    ]
    assert [winners(found) for found in allot_together(requests)] == [
        {"best": [3]},
        {"first": [2], "second": [4]},
        {"grand": [1]},
    ]


def test_of_equal_amounts_the_table_named_first_is_kept():
    twin = table(prize("twin", 1, MILLION), key="twin")
    requests = [
        Request(table(FIRST), ranking(9, 8), occasion()),
        Request(twin, ranking(9, 8), occasion()),
    ]
    assert [winners(found) for found in allot_together(requests)] == [{"first": [1]}, {"twin": [2]}]
    assert [winners(found) for found in allot_together(requests[::-1])] == [
        {"twin": [1]},
        {"first": [2]},
    ]


def test_an_earlier_prize_is_given_up_once_and_only_if_it_was_there_before():
    requests = [
        Request(table(THIRD), ranking(9, 8), occasion(policy=CONTEST, won=(LOW,))),
        Request(PART, ranking(9, 8), occasion(policy=CONTEST, won=(LOW,))),
    ]
    third, part = allot_together(requests)
    assert (winners(third), winners(part)) == ({"third": [2]}, {"best": [1]})
    assert (third.given_up, part.given_up) == ((), (GivenUp(1, LOW),))


def test_tables_without_common_winners_are_alloted_as_alone():
    requests = [
        Request(table(FIVE), ranking(9, 8), occasion()),
        Request(PART, ranking(9, 8, first=10), occasion()),
    ]
    assert allot_together(requests) == tuple(
        allot(one.table, one.placings, one.occasion) for one in requests
    )
    assert allot_together([]) == ()


def test_of_equals_who_were_parted_one_keeps_a_prize_between_the_two():
    between = Won(2, "other", "other", 500_000, "week-0")
    low = prize("low", 1, 300_000)
    drawn = Lot((1, 2), moment(1), "Ban Giám sát")
    found = alloted(table(FIRST, low), (9, 9, 8), policy=CONTEST, won=(between,), records=(drawn,))
    assert winners(found) == {"first": [1], "low": [3]}
    assert found.passed_over == (PassedOver(2, 1, Reason.HAS_A_PRIZE, between),)


def test_where_the_earlier_is_kept_it_is_that_of_the_table_named_first():
    dear = table(prize("grand", 1, 2 * MILLION), key="grand")
    requests = [Request(one, ranking(9, 8), occasion(policy=KEEP_EARLIER)) for one in (PART, dear)]
    assert [winners(found) for found in allot_together(requests)] == [{"best": [1]}, {"grand": [2]}]


def test_one_prize_a_round_is_settled_in_each_round_apart():
    requests = [
        Request(one, ranking(9, 8), occasion(round_key=week))
        for week in ("week-1", "week-2")
        for one in (PART, table(FIRST))
    ]
    assert [winners(found) for found in allot_together(requests)] == [
        {"best": [2]},
        {"first": [1]},
        {"best": [2]},
        {"first": [1]},
    ]
