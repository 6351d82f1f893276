"""Every aggregate of a unit, who counts for it, and over which rounds."""

from decimal import Decimal

import pytest

from hoithi.core.collective.figures import UnitFigures, figures
from hoithi.core.points import EntrantFacts, PartShare
from hoithi.core.prizes.records import Won
from hoithi.core.rulebook.ranking import Aggregate, PrizePoints
from tests.core.collective.make import collective, named, standing, unit
from tests.core.make import result

SHARES = (PartShare("paper", Decimal(1), None),)
RESULTS = [
    result(11, 10, sittings=3, parts=SHARES, passed=True),
    result(12, 7, sittings=1, parts=SHARES, passed=False),
    result(11, 8, sittings=2, parts=SHARES, passed=True, round_key="week-2"),
    result(21, 10, parts=SHARES),
]
PEOPLE = standing(u1=(11, 12), u2=(21,))
WON = [Won(11, "weekly", "first", 500_000, "week-1"), Won(12, "weekly", "third", 0, "week-2")]
WORTH = (PrizePoints(prize="first", points=Decimal(10)),)
LISTED = named("Văn phòng", 11, 12, None) + named("Văn phòng", 13, exempt=True)
ONE = unit(1, staff=8, listed=LISTED, articles=4, judged={"Cơ sở vật chất": Decimal(9)})


def gathered(**rules):
    return list(figures(RESULTS, PEOPLE, [ONE, unit(2)], collective(**rules), WON))


@pytest.mark.parametrize(
    ("by", "value"),
    [
        (Aggregate.PEOPLE, 2),
        (Aggregate.SITTINGS, 6),
        (Aggregate.STAFF, 8),
        (Aggregate.PARTICIPATION, 25),
        (Aggregate.COMPULSORY_PARTICIPATION, Decimal(200) / 3),
        (Aggregate.MEAN_POINTS, Decimal(25) / 3),
        (Aggregate.MEAN_POINTS_OF_STAFF, Decimal("3.125")),
        (Aggregate.TOTAL_POINTS, 25),
        (Aggregate.FULL_MARKS, 1),
        (Aggregate.PRIZES, 2),
        (Aggregate.PRIZE_POINTS, 10),
        (Aggregate.ARTICLES, 4),
        (Aggregate.PASSED, 1),
        (Aggregate.PASS_RATE, 50),
        (Aggregate.POINTS, 10),
    ],
)
def test_aggregates(by, value):
    first, _ = gathered(prize_points=WORTH)
    assert first.value(by) == value


def test_a_judged_value_has_its_title():
    first, second = gathered()
    assert first.value(Aggregate.JUDGED, "Cơ sở vật chất") == 9
    assert second.value(Aggregate.JUDGED, "Cơ sở vật chất") is None


@pytest.mark.parametrize(
    "by",
    [Aggregate.PARTICIPATION, Aggregate.MEAN_POINTS_OF_STAFF, Aggregate.COMPULSORY_PARTICIPATION],
)
def test_what_was_not_declared_has_no_value(by):
    assert gathered()[1].value(by) is None


def test_a_unit_without_anybody_has_figures_of_nothing():
    (found,) = figures([], {}, [unit(3)], collective())
    assert found == UnitFigures(unit=unit(3))
    assert [found.value(by) for by in (Aggregate.MEAN_POINTS, Aggregate.PASS_RATE)] == [None, None]


def test_only_the_named_rounds_count():
    first, _ = gathered(rounds=("week-2",))
    assert (first.people, first.total_points, first.prizes) == (1, Decimal(8), 1)


def test_who_does_not_count():
    people = PEOPLE | {
        12: EntrantFacts(entrant_id=12, unit_id=1, ranked=False),
        21: EntrantFacts(entrant_id=21, unit_id=2, disqualified=True),
    }
    strangers = [*RESULTS, result(99)]
    first, second = figures(strangers, people, [ONE, unit(2)], collective())
    assert (first.people, first.done) == (1, frozenset({11, 12}))
    assert second == UnitFigures(unit=unit(2))


def test_units_are_chosen_by_kind_and_by_the_plans_list():
    units = [unit(1), unit(2, kind="school"), unit(3)]
    chosen = collective(kinds=("commune",), units=("unit-3", "unit-2"))
    assert [one.unit.unit_id for one in figures([], {}, units, chosen)] == [3]
