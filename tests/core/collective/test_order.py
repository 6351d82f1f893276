"""Collective rankings by every method, with ties, capped terms and the working shown."""

from decimal import Decimal

from hoithi.core.collective.figures import UnitFigures
from hoithi.core.collective.gates import Failure
from hoithi.core.collective.order import Working, compared_by, rank_units
from hoithi.core.rulebook.ranking import (
    Aggregate,
    Direction,
    Gate,
    GateKind,
    InOrder,
    RankPoints,
    Term,
    UnitKey,
    WeightedSum,
)
from tests.core.collective.make import PEOPLE, collective, places, unit

MEAN = UnitKey(by=Aggregate.MEAN_POINTS)
PASS_RATE = UnitKey(by=Aggregate.PASS_RATE)
FACILITIES = UnitKey(by=Aggregate.JUDGED, title="Cơ sở vật chất")


def figures(unit_id: int, people: int, **facts) -> UnitFigures:
    known = {"staff": facts.pop("staff", None), "judged": facts.pop("judged", {})}
    return UnitFigures(unit=unit(unit_id, **known), people=people, **facts)


def test_keys_in_order_with_equals_sharing_a_place():
    units = [
        figures(1, 5, results=5, total_points=Decimal(40)),
        figures(2, 9, results=9, total_points=Decimal(63)),
        figures(3, 5, results=5, total_points=Decimal(40)),
        figures(4, 5, results=5, total_points=Decimal(45)),
    ]
    ranking = rank_units(units, collective(InOrder(keys=(PEOPLE, MEAN))))
    assert places(ranking) == [(1, 2), (2, 4), (3, 1), (3, 3)]
    assert [line.decided_by for line in ranking.lines] == [None, 0, 1, None]
    assert ranking.lines[1].values == (5, Decimal(9))


def test_cu_lao_dung_pass_rate_then_people_then_facilities():
    target = Gate(kind=GateKind.LEAST, by=Aggregate.PASS_RATE, least=Decimal(85))
    rules = collective(InOrder(keys=(PASS_RATE, PEOPLE, FACILITIES)), gates=(target,))
    better = {"judged": {"Cơ sở vật chất": Decimal(2)}}
    units = [
        figures(1, 3, passed=3),
        figures(2, 4, passed=4),
        figures(3, 4, passed=4, **better),
        figures(4, 20, passed=17),
        figures(5, 20, passed=16),
    ]
    ranking = rank_units(units, rules)
    assert places(ranking) == [(1, 3), (2, 2), (3, 1), (4, 4)]
    (out,) = ranking.not_ranked
    assert out.failures == (Failure(GateKind.LEAST, 80, Decimal(85), Aggregate.PASS_RATE),)


def test_a_weighted_sum_shows_each_term_and_its_cap():
    rules = collective(
        WeightedSum(
            terms=(
                Term(by=Aggregate.PARTICIPATION, weight=Decimal(1), most=Decimal(100)),
                Term(by=Aggregate.PRIZE_POINTS, weight=Decimal("0.5")),
                Term(by=Aggregate.MEAN_POINTS_OF_STAFF, weight=Decimal(2)),
            )
        )
    )
    first = figures(1, 30, staff=20, prize_points=Decimal(9), total_points=Decimal(50))
    ranking = rank_units([figures(2, 7), first], rules)
    line, unknown = ranking.lines
    assert (line.score, line.values) == (Decimal("109.5"), (Decimal("109.5"),))
    assert line.working == (
        Working(Aggregate.PARTICIPATION, 150, Decimal(100), capped=True),
        Working(Aggregate.PRIZE_POINTS, Decimal(9), Decimal("4.5")),
        Working(Aggregate.MEAN_POINTS_OF_STAFF, Decimal("2.5"), Decimal(5)),
    )
    assert (unknown.unit_id, unknown.score) == (2, Decimal(0))


CRITERIA = RankPoints(
    criteria=(PEOPLE, UnitKey(by=Aggregate.TOTAL_POINTS), UnitKey(by=Aggregate.SITTINGS))
)


def test_f4_ten_to_one_and_nothing_after():
    units = [figures(n, 100 - n, total_points=Decimal(n), sittings=50) for n in range(1, 13)]
    ranking = rank_units(units, collective(CRITERIA))
    by_unit = {line.unit_id: [one.points for one in line.working] for line in ranking.lines}
    assert [by_unit[n][0] for n in range(1, 13)] == [*range(10, 0, -1), 0, 0]
    assert [by_unit[n][1] for n in range(1, 13)] == [0, 0, *range(1, 11)]
    assert {by_unit[n][2] for n in range(1, 13)} == {Decimal(10)}


def test_f4_equals_in_points_are_parted_by_more_contestants():
    rules = collective(CRITERIA, ties=(PEOPLE,))
    units = [
        figures(1, 20, total_points=Decimal(90), sittings=30),
        figures(2, 30, total_points=Decimal(80), sittings=30),
    ]
    ranking = rank_units(units, rules)
    assert places(ranking) == [(1, 2), (2, 1)]
    assert [(line.score, line.decided_by) for line in ranking.lines] == [(29, None), (29, 1)]
    assert compared_by(rules) == (None, PEOPLE)


def test_equals_in_a_criterion_get_the_same_and_the_next_place_is_skipped():
    units = [figures(n, people, sittings=1) for n, people in ((1, 9), (2, 9), (3, 8))]
    ranking = rank_units(units, collective(RankPoints(criteria=(PEOPLE,))))
    assert [line.working[0].points for line in ranking.lines] == [10, 10, 8]
    assert [line.working[0].place for line in ranking.lines] == [1, 1, 3]


def test_units_out_by_a_condition_take_no_place_in_a_criterion():
    gate = Gate(kind=GateKind.LEAST, by=Aggregate.SITTINGS, least=Decimal(10))
    units = [figures(1, 99, sittings=1), figures(2, 5, sittings=10)]
    ranking = rank_units(units, collective(RankPoints(criteria=(PEOPLE,)), gates=(gate,)))
    assert ranking.lines[0].score == Decimal(10)
    assert [line.unit_id for line in ranking.not_ranked] == [1]


def test_a_value_that_is_missing_comes_last_and_earns_nothing():
    share = UnitKey(by=Aggregate.PARTICIPATION, first=Direction.LESS)
    units = [figures(1, 5), figures(2, 5, staff=10), figures(3, 1, staff=10)]
    ranking = rank_units(units, collective(RankPoints(criteria=(share,))))
    assert [(line.unit_id, line.score) for line in ranking.lines] == [(3, 10), (2, 9), (1, 0)]
    assert places(rank_units(units, collective(InOrder(keys=(share,))))) == [(1, 3), (2, 2), (3, 1)]


def test_placings_for_prizes():
    ranking = rank_units([figures(1, 5), figures(2, 9)], collective())
    assert [(one.place, one.entrant_id, one.points) for one in ranking.placings()] == [
        (1, 2, Decimal(9)),
        (2, 1, Decimal(5)),
    ]


def test_no_units():
    ranking = rank_units([], collective(CRITERIA))
    assert (ranking.lines, ranking.not_ranked, ranking.placings()) == ((), (), [])
