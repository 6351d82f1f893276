"""Slots from the top: ties by every policy, least points, empty slots, caps, groups, reserves."""

from decimal import Decimal

import pytest

from hoithi.core.lots import Lot, TieDecision
from hoithi.core.points import EntrantFacts
from hoithi.core.prizes.records import (
    Allotment,
    EmptySlot,
    PassedOver,
    Reason,
    Reserve,
    Slot,
    Undecided,
    Verdict,
    Winner,
)
from hoithi.core.rulebook.prizes import GroupShare, TiePolicy, VacatedSlot
from tests.core.make import moment
from tests.core.prizes.make import (
    FIRST,
    FIVE,
    LEAST_NINE,
    SECOND,
    THIRD,
    alloted,
    groups,
    not_recognised,
    prize,
    table,
    winners,
)

TEN = (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)
TWO_SECOND = prize("second", 2, 800_000)
STAYS_EMPTY = {"vacated": VacatedSlot.STAYS_EMPTY}


def test_a_whole_table_with_reserves():
    found = alloted(table(FIRST, SECOND), TEN, verdicts={1: Verdict.VERIFIED})
    assert found == Allotment(
        "weekly",
        "week-1",
        (
            Winner(1, 1, "first", 1_000_000, 1, verified=True),
            Winner(2, 2, "second", 800_000, 2),
        ),
        (Reserve(3, 3), Reserve(4, 4), Reserve(5, 5)),
    )


def test_more_prizes_than_teams():
    found = alloted(table(), (9, 8))
    assert winners(found) == {"first": [1], "second": [2]}
    assert [(one.slot, one.reason) for one in found.empty] == [
        (number, Reason.NOBODY_LEFT) for number in range(3, 9)
    ]


def test_nobody_at_all():
    assert [one.reason for one in alloted(table(FIRST), ()).empty] == [Reason.NOBODY_LEFT]


def test_no_first_prize_and_two_seconds():
    found = alloted(table(LEAST_NINE, TWO_SECOND), (8, 7, 6))
    assert winners(found) == {"second": [1, 2]}
    assert found.empty == (EmptySlot(1, "first", Reason.BELOW_LEAST),)


def test_equals_who_get_the_same_are_not_parted():
    found = alloted(table(FIRST, TWO_SECOND), (9, 8, 8, 7))
    assert winners(found) == {"first": [1], "second": [2, 3]}
    assert found.undecided == ()


@pytest.mark.parametrize(
    ("points", "won"),
    [
        pytest.param((9, 9, 8, 7), {"first": [1, 2], "third": [3]}, id="two first, no second"),
        pytest.param((9, 8, 8, 7), {"first": [1], "second": [2, 3]}, id="two second, no third"),
        pytest.param((9, 8, 7, 7, 7), {"first": [1], "second": [2], "third": [3, 4, 5]}, id="last"),
        pytest.param((9, 9, 9, 9), {"first": [1, 2, 3, 4]}, id="all share the first"),
    ],
)
def test_shared_prizes(points, won):
    found = alloted(table(FIRST, SECOND, THIRD, ties=TiePolicy.SHARE), points)
    assert winners(found) == won
    assert [one.entrant_id for one in found.winners if one.shared] == max(won.values(), key=len)
    assert found.undecided == ()


@pytest.mark.parametrize("policy", [TiePolicy.LOT, TiePolicy.COMMITTEE])
def test_a_tie_waits_to_be_parted_and_the_rest_goes_on(policy):
    found = alloted(table(FIRST, SECOND, THIRD, ties=policy), (9, 9, 8, 7))
    slots = (Slot(1, FIRST), Slot(2, SECOND))
    assert found.undecided == (Undecided((1, 2), 1, slots, policy),)
    assert winners(found) == {"third": [3]}


LOT = Lot((2, 1), moment(1), "Ban Giám sát")
WORD = TieDecision((1, 2), moment(2), "Bài dự thi tập thể tốt hơn")


@pytest.mark.parametrize(
    ("policy", "records", "won"),
    [
        (TiePolicy.LOT, (LOT,), {"first": [2], "second": [1]}),
        (TiePolicy.LOT, (LOT, WORD), {"first": [2], "second": [1]}),
        (TiePolicy.COMMITTEE, (WORD,), {"first": [1], "second": [2]}),
        (TiePolicy.COMMITTEE, (LOT,), {"first": [2], "second": [1]}),
        (TiePolicy.COMMITTEE, (LOT, WORD), {"first": [1], "second": [2]}),
        (TiePolicy.LOT, (WORD,), {}),
    ],
)
def test_recorded_lots_and_decisions_part_equals(policy, records, won):
    assert winners(alloted(table(FIRST, SECOND, ties=policy), (9, 9), records=records)) == won


def test_equals_who_lose_the_draw_are_the_first_reserves():
    drawn = Lot((3, 1, 2), moment(1), "Ban Giám sát")
    found = alloted(table(FIRST, ties=TiePolicy.LOT), (9, 9, 9, 8), records=(drawn,))
    assert winners(found) == {"first": [3]}
    assert found.reserves == (Reserve(1, 1), Reserve(2, 1), Reserve(4, 4))


@pytest.mark.parametrize(
    ("percent", "won", "capped"),
    [(50, [1, 2, 3, 4, 5], 3), (5, [], 8), (100, [1, 2, 3, 4, 5, 6, 7, 8], 0)],
)
def test_a_cap_on_the_share_of_winners(percent, won, capped):
    found = alloted(table(cap_percent=Decimal(percent)), TEN)
    assert [one.entrant_id for one in found.winners] == won
    assert sum(one.reason is Reason.CAP for one in found.empty) == capped


def test_sharing_does_not_break_a_cap():
    capped = table(FIRST, SECOND, ties=TiePolicy.SHARE, cap_percent=Decimal(50))
    found = alloted(capped, (9, 9, 9, 8))
    assert (found.winners, [one.entrants for one in found.undecided]) == ((), [(1, 2, 3)])


def test_who_may_be_ranked_but_not_awarded_is_passed_over():
    insiders = {2: EntrantFacts(entrant_id=2, may_win=False)}
    for policy in ({}, STAYS_EMPTY):
        found = alloted(table(FIRST, SECOND), TEN, entrants=insiders, policy=policy)
        assert winners(found) == {"first": [1], "second": [3]}
        assert found.passed_over == (PassedOver(2, 2, Reason.NO_PRIZE),)


def test_who_is_not_recognised_leaves_the_prize_to_the_next():
    found = alloted(table(FIRST, SECOND), TEN, verdicts=not_recognised(1))
    assert winners(found) == {"first": [2], "second": [3]}
    assert found.passed_over == (PassedOver(1, 1, Reason.NOT_RECOGNISED),)
    assert found.empty == ()


def test_who_is_not_recognised_leaves_the_prize_empty():
    verdicts = not_recognised(1) | {3: Verdict.UNREACHED}
    found = alloted(table(FIRST, SECOND, THIRD), TEN, verdicts=verdicts, policy=STAYS_EMPTY)
    assert winners(found) == {"second": [2]}
    assert found.empty == (
        EmptySlot(1, "first", Reason.NOT_RECOGNISED, 1),
        EmptySlot(3, "third", Reason.UNREACHED, 3),
    )
    assert found.reserves == (Reserve(4, 4), Reserve(5, 5), Reserve(6, 6))


def test_a_tie_is_resolved_when_one_of_the_equals_is_not_recognised():
    found = alloted(table(FIRST), (9, 9), verdicts=not_recognised(2))
    assert (winners(found), found.undecided) == ({"first": [1]}, ())


def test_a_table_of_one_group():
    people = groups(officials=range(1, 11, 2), citizens=range(2, 11, 2))
    found = alloted(table(FIRST, SECOND, group="citizens"), TEN, entrants=people)
    assert [(one.entrant_id, one.place) for one in found.winners] == [(2, 2), (4, 4)]


SHARES = (GroupShare(group="officials", slots=1), GroupShare(group="pupils", slots=2))


def test_prizes_kept_for_groups_in_one_ranking():
    people = groups(officials=(1, 2, 3, 4, 5, 6), pupils=(8, 9), citizens=(7, 10))
    found = alloted(table(FIRST, FIVE, shares=SHARES), TEN, entrants=people)
    # One prize of officials, then three open to all; two wait for pupils far below.
    assert [one.entrant_id for one in found.winners] == [1, 2, 3, 4, 8, 9]
    assert [one.entrant_id for one in found.reserves] == [5, 6, 7, 10]


def test_prizes_kept_for_a_group_without_people_stay_empty():
    found = alloted(table(FIRST, SECOND, THIRD, shares=SHARES), TEN, entrants=groups(officials=TEN))
    assert winners(found) == {"first": [1]}
    assert [one.reason for one in found.empty] == [Reason.NOBODY_LEFT] * 2


def test_equals_of_a_group_that_is_nearly_full():
    people = groups(officials=(1, 2, 3), pupils=(4, 5, 6))
    shares = (GroupShare(group="officials", slots=2), GroupShare(group="pupils", slots=2))
    found = alloted(table(prize("same", 4, 1), shares=shares), (9, 8, 8, 5, 4, 3), entrants=people)
    assert winners(found) == {"same": [1, 4, 5]}
    assert [(one.entrants, len(one.slots)) for one in found.undecided] == [((2, 3), 1)]


def test_reserves_are_counted_for_each_group_that_has_prizes_of_its_own():
    people = groups(officials=range(1, 9), pupils=(9, 10))
    one_pupil = (GroupShare(group="pupils", slots=1),)
    same = table(prize("same", 2, 1), shares=one_pupil)
    found = alloted(same, TEN, entrants=people, policy={"reserves": 1})
    assert winners(found) == {"same": [1, 9]}
    assert [one.entrant_id for one in found.reserves] == [2, 10]


def test_whoever_may_take_no_prize_stands_not_ready_for_one():
    insiders = {2: EntrantFacts(entrant_id=2, may_win=False)}
    found = alloted(table(FIRST), TEN, entrants=insiders, policy={"reserves": 2})
    assert [one.entrant_id for one in found.reserves] == [3, 4]


def test_equals_who_fill_a_cap_exactly_share():
    capped = table(FIRST, SECOND, ties=TiePolicy.SHARE, cap_percent=Decimal(50))
    found = alloted(capped, (9, 9, 8, 7))
    assert (winners(found), found.undecided) == ({"first": [1, 2]}, ())


def test_a_shared_prize_uses_up_the_slots_below_it():
    found = alloted(table(FIRST, SECOND, THIRD, ties=TiePolicy.SHARE), (9, 9, 8, 7))
    assert [(one.entrant_id, one.slot) for one in found.winners] == [(1, 1), (2, 2), (3, 3)]
