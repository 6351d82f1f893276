"""Every key in both directions, shared places, who is left out, and lots."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from hoithi.core.lots import Lot, drawn_order
from hoithi.core.points import EntrantFacts, PartShare
from hoithi.core.ranking.columns import EntrantUnknown, Grounds
from hoithi.core.ranking.placings import EntrantTwice, Placing, rank
from hoithi.core.rulebook.ranking import By
from tests.core.make import facts_of, moment, result
from tests.core.ranking.make import LESS, MORE, POINTS, SECONDS, grounds, key, places, ranked


def test_f10_equals_share_a_place_and_the_next_is_skipped():
    values = [*range(40, 26, -1), 20, 20, 19]
    placings = ranked([result(n, value) for n, value in enumerate(values, 1)], POINTS)
    assert [one.place for one in placings[13:]] == [14, 15, 15, 17]


def test_a_line_tells_what_was_compared_and_what_decided():
    results = [result(3, 9, seconds=50), result(2, 9, seconds=40), result(1, 10, seconds=60)]
    assert ranked(results, POINTS, SECONDS) == [
        Placing(1, 1, Decimal(10), (Decimal(10), 60)),
        Placing(2, 2, Decimal(9), (Decimal(9), 40), 0),
        Placing(3, 3, Decimal(9), (Decimal(9), 50), 1),
    ]


SHARES = (PartShare("stage", Decimal(8), None),)
OLDER = EntrantFacts(entrant_id=2, birth=date(1944, 9, 2), female=True, registered_at=moment(5))
YOUNGER = EntrantFacts(entrant_id=1, birth=date(2008, 1, 1), female=False, registered_at=moment(9))


@pytest.mark.parametrize(
    ("by", "first", "better", "worse"),
    [
        (By.POINTS, MORE, {"points": 9}, {"points": 8}),
        (By.RIGHT, MORE, {"right": 9}, {"right": 8}),
        (By.PREDICTION_DISTANCE, LESS, {"distance": 0}, {"distance": 1}),
        (By.PREDICTION_EXACT, MORE, {"exact": 1}, {"exact": 0}),
        (By.SECONDS, LESS, {"seconds": 99}, {"seconds": 100}),
        (By.TOTAL_SECONDS, LESS, {"total_seconds": 99}, {"total_seconds": 100}),
        (By.SITTINGS, LESS, {"sittings": 1}, {"sittings": 2}),
        (By.SITTINGS, MORE, {"sittings": 2}, {"sittings": 1}),
        (By.SUBMITTED_AT, LESS, {"submitted_at": moment(1)}, {"submitted_at": moment(2)}),
        (By.STARTED_AT, LESS, {"started_at": moment(1)}, {"started_at": moment(2)}),
        (By.FULL_MARKS, MORE, {"full_marks": 3}, {"full_marks": 2}),
        (By.PENALTY, LESS, {"penalty": Decimal(0)}, {"penalty": Decimal("0.25")}),
        (By.PASSED, MORE, {"passed": True}, {"passed": False}),
        (By.SECONDS, LESS, {"seconds": 900}, {"seconds": None}),
        (By.SECONDS, MORE, {"seconds": 0}, {"seconds": None}),
        (By.PASSED, MORE, {"passed": False}, {"passed": None}),
        (By.PREDICTION_DISTANCE, LESS, {"distance": 10**9}, {"distance": None}),
    ],
)
def test_keys_of_results(by, first, better, worse):
    results = [result(1, **({"points": 1} | worse)), result(2, **({"points": 1} | better))]
    assert places(ranked(results, key(by, first))) == [(1, 2), (2, 1)]


@pytest.mark.parametrize(
    ("by", "first", "order"),
    [
        (By.AGE, MORE, [(1, 2), (2, 1), (3, 3)]),
        (By.AGE, LESS, [(1, 1), (2, 2), (3, 3)]),
        (By.FEMALE, MORE, [(1, 2), (2, 1), (3, 3)]),
        (By.REGISTERED_AT, LESS, [(1, 2), (2, 1), (3, 3)]),
    ],
)
def test_keys_of_people(by, first, order):
    results = [result(n) for n in (1, 2, 3)]
    assert places(ranked(results, key(by, first), on=grounds(OLDER, YOUNGER))) == order


def test_points_of_one_part_and_judged_values():
    results = [result(1), result(2, parts=SHARES), result(3)]
    part = key(By.PART_POINTS, part="stage")
    judged = key(By.JUDGED, title="Cơ sở vật chất")
    on = grounds(judged={"Cơ sở vật chất": {3: Decimal(2), 1: Decimal(1)}, "khác": {1: Decimal(9)}})
    assert places(ranked(results, part, judged, on=on)) == [(1, 2), (2, 3), (3, 1)]


def test_years_are_compared_where_one_gave_the_year_only():
    born = [date(1990, 12, 1), 1990, date(1990, 1, 1)]
    people = [EntrantFacts(entrant_id=n, birth=birth) for n, birth in enumerate(born, 1)]
    results = [result(n) for n in (1, 2, 3)]
    assert places(ranked(results, key(By.AGE), on=grounds(*people))) == [(1, 1), (1, 2), (1, 3)]
    assert places(ranked(results[::2], key(By.AGE), on=grounds(*people))) == [(1, 3), (2, 1)]


def test_moments_are_compared_at_the_precision_of_the_rules():
    results = [result(n, submitted_at=moment(n + 0.5)) for n in (1, 2, 12)]
    later = key(By.SUBMITTED_AT, LESS)
    close = [result(1, submitted_at=moment(1.9)), result(2, submitted_at=moment(1.1))]
    assert places(ranked(close, later)) == [(1, 1), (1, 2)]
    assert [one.values for one in ranked(close, later)] == [(moment(1),), (moment(1),)]
    on = grounds(precision_seconds=10)
    placings = ranked(results, later, on=on)
    assert places(placings) == [(1, 1), (1, 2), (3, 12)]
    assert placings[2].values == (moment(10),)


def test_who_is_left_out():
    people = [
        EntrantFacts(entrant_id=1, ranked=False),
        EntrantFacts(entrant_id=2, disqualified=True),
        EntrantFacts(entrant_id=3, may_win=False),
    ]
    results = [result(n, 10 - n) for n in (1, 2, 3, 4)]
    assert places(ranked(results, POINTS, on=grounds(*people))) == [(1, 3), (2, 4)]


def test_without_keys_all_are_equal():
    assert places(ranked([result(2), result(1)])) == [(1, 1), (1, 2)]


def test_nobody():
    assert ranked([], POINTS, key(By.LOT)) == []


def test_refusals():
    with pytest.raises(EntrantTwice) as refused:
        ranked([result(1), result(2), result(1)], POINTS)
    assert refused.value.facts == {"entrant_id": 1}
    with pytest.raises(EntrantUnknown):
        rank([result(1)], [POINTS], Grounds(facts_of(2)))


NOON = moment(100_000)
LOT = key(By.LOT, LESS)
FOUR = [result(1, 9), result(2, 9), result(3, 9), result(4, 8)]


@pytest.mark.parametrize(
    ("lots", "order"),
    [
        pytest.param([(3, 1, 2)], [(1, 3), (2, 1), (3, 2), (4, 4)], id="drawn"),
        pytest.param([], [(1, 1), (1, 2), (1, 3), (4, 4)], id="not drawn"),
        pytest.param([(3, 1)], [(1, 1), (1, 2), (1, 3), (4, 4)], id="one was not in the hat"),
        pytest.param([(4, 3, 1, 2)], [(1, 3), (2, 1), (3, 2), (4, 4)], id="more than needed"),
        pytest.param([(1, 2, 3), (2, 3, 1)], [(1, 2), (2, 3), (3, 1), (4, 4)], id="drawn again"),
        pytest.param([(77, 78)], [(1, 1), (1, 2), (1, 3), (4, 4)], id="of strangers"),
    ],
)
def test_lots(lots, order):
    drawn = [
        Lot(names, NOON + timedelta(minutes=n), "Ban Giám sát") for n, names in enumerate(lots)
    ]
    assert places(ranked(FOUR, POINTS, LOT, on=grounds(lots=tuple(drawn)))) == order


def test_the_drawn_order_is_shown_between_equals_only():
    on = grounds(lots=(Lot((4, 2, 1), NOON, "Ban Giám sát"),))
    placings = ranked([result(1, 9), result(2, 9), result(4, 8)], POINTS, LOT, on=on)
    assert [(one.place, one.entrant_id, one.values[1]) for one in placings] == [
        (1, 2, 1),
        (2, 1, 2),
        (3, 4, None),
    ]


def test_an_electronic_lot_can_be_repeated():
    assert drawn_order({3, 1, 2}, "seed") == drawn_order([1, 2, 3], "seed")
    assert sorted(drawn_order(range(50), "seed")) == list(range(50))
    assert drawn_order(range(50), "seed") != drawn_order(range(50), "other")
    # Written down once: a draw of years ago is to be repeated by any later version.
    assert drawn_order(range(1, 11), "Ban Giám sát") == (2, 4, 6, 9, 10, 8, 5, 7, 1, 3)
