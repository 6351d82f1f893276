"""The whole contest out of its rounds: sum, mean, best, best n."""

from decimal import Decimal

import pytest
from msgspec.structs import replace

from hoithi.core.points import PartShare
from hoithi.core.ranking.overall import overall_results
from hoithi.core.rulebook.ranking import ContestTotal, Overall
from tests.core.make import moment, result

MINE = [
    result(1, 6, round_key="week-1", seconds=60, distance=3, exact=0, counted=(1,)),
    result(1, 9, round_key="week-2", seconds=90, distance=0, exact=1, counted=(2,), sittings=4),
    result(1, 9, round_key="week-3", seconds=80, distance=4, exact=0, counted=(3,), begun=50),
]


@pytest.mark.parametrize(
    ("overall", "points", "seconds", "distance", "counted"),
    [
        pytest.param(Overall(total=ContestTotal.SUM), 24, 230, 7, (1, 2, 3), id="sum"),
        pytest.param(Overall(total=ContestTotal.BEST), 9, 80, 4, (3,), id="best, then shorter"),
        pytest.param(Overall(total=ContestTotal.BEST_N, best=2), 18, 170, 4, (2, 3), id="best two"),
        pytest.param(Overall(total=ContestTotal.BEST_N, best=9), 24, 230, 7, (1, 2, 3), id="few"),
    ],
)
def test_totals(overall, points, seconds, distance, counted):
    (found,) = overall_results(MINE, overall)
    assert (found.points, found.seconds, found.distance) == (Decimal(points), seconds, distance)
    assert (found.counted, found.sittings, found.total_seconds) == (counted, 6, 230)
    assert found.round_key == ""


def test_mean_is_over_the_rounds_one_took_part_in():
    results = [*MINE, result(2, 10, round_key="week-2", submitted_at=moment(7))]
    found = list(overall_results(results, Overall(total=ContestTotal.MEAN)))
    assert [(one.entrant_id, one.points) for one in found] == [(1, Decimal(8)), (2, Decimal(10))]
    assert found[0].seconds == Decimal(230) / 3
    assert (found[0].most, found[0].right, found[0].questions) == (Decimal(10), Decimal(8), 10)


def test_full_marks_are_counted_and_penalties_taken_as_the_points_are():
    rounds = [
        result(1, 10, round_key="week-1", penalty=Decimal(1)),
        result(1, 10, round_key="week-2", penalty=Decimal(3)),
        result(1, 6, round_key="week-3"),
    ]
    (summed,) = overall_results(rounds, Overall(total=ContestTotal.SUM))
    (mean,) = overall_results(rounds, Overall(total=ContestTotal.MEAN))
    assert (summed.penalty, summed.full_marks, summed.most) == (Decimal(4), 2, Decimal(30))
    assert (mean.penalty, mean.full_marks) == (Decimal(4) / 3, 2)


def test_a_round_without_a_prediction_leaves_none_over_all():
    results = [*MINE, result(1, 1, round_key="week-4", distance=None)]
    (found,) = overall_results(results, Overall(total=ContestTotal.SUM))
    assert (found.distance, found.exact) == (None, 1)


def test_passes_and_parts_are_put_together():
    rounds = [
        result(
            1,
            points,
            round_key=f"week-{points}",
            passed=points > 4,
            parts=(PartShare("stage", Decimal(points), points > 4),),
        )
        for points in (4, 5)
    ]
    (found,) = overall_results(rounds, Overall(total=ContestTotal.SUM))
    assert (found.passed, found.parts) == (False, (PartShare("stage", Decimal(9), False),))


def test_nothing_where_the_contest_has_no_overall_ranking():
    assert list(overall_results(MINE, Overall())) == []


BEST = Overall(total=ContestTotal.BEST)


@pytest.mark.parametrize(
    ("first", "second", "counted"),
    [
        pytest.param({"seconds": None}, {"seconds": 99}, 2, id="a time before none"),
        pytest.param({"seconds": 99}, {"seconds": None}, 1, id="a time before none, turned round"),
        pytest.param({"seconds": 0}, {"seconds": 1}, 1, id="no time at all is the shortest"),
        pytest.param({"seconds": 1}, {"seconds": 0}, 2, id="the shorter"),
        pytest.param(
            {"seconds": 0, "begun": 60},
            {"seconds": 1, "begun": 0},
            1,
            id="shorter, if later",
        ),
        pytest.param({"begun": 60}, {"begun": 0}, 2, id="the earlier"),
        pytest.param({"begun": 0}, {"begun": 60}, 1, id="the earlier, turned round"),
        pytest.param({}, {}, 1, id="the first of equals"),
    ],
)
def test_which_round_is_the_best_of_equal_points(first, second, counted):
    rounds = [
        result(1, 9, round_key=f"week-{number}", counted=(number,), **facts)
        for number, facts in ((2, second), (1, first))
    ]
    (found,) = overall_results(rounds, BEST)
    assert found.counted == (counted,)


def test_from_the_first_start_to_the_last_handing_in():
    timeless = result(1, 1, round_key="week-4", seconds=None)
    timeless = replace(timeless, started_at=None, submitted_at=None)
    rounds = [*MINE, timeless]
    (found,) = overall_results(rounds, Overall(total=ContestTotal.SUM))
    assert (found.started_at, found.submitted_at) == (moment(0), moment(130))
    assert found.seconds == 230
    (found,) = overall_results([timeless], Overall(total=ContestTotal.SUM))
    assert (found.started_at, found.submitted_at, found.seconds) == (None, None, None)


@pytest.mark.parametrize(
    ("passes", "passed"),
    [((True, True), True), ((True, False), False), ((True, None), None), ((False, None), None)],
)
def test_a_part_is_passed_where_every_round_says_so(passes, passed):
    rounds = [
        result(1, 5, round_key=f"week-{n}", passed=one, parts=(PartShare("a", Decimal(5), one),))
        for n, one in enumerate(passes)
    ]
    (found,) = overall_results(rounds, Overall(total=ContestTotal.SUM))
    assert (found.passed, found.parts) == (passed, (PartShare("a", Decimal(10), passed),))
