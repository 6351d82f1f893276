"""The true number for each target, scope and population; distances; fixture F3."""

from decimal import Decimal

import pytest

from hoithi.core.ranking.predictions import prediction_truth, settle_predictions
from hoithi.core.rulebook.parts import Population, Prediction, PredictionScope, PredictionTarget
from hoithi.core.rulebook.ranking import By
from tests.core.make import result
from tests.core.ranking.make import LESS, key, places, ranked

CONTESTANTS = Prediction(target=PredictionTarget.CONTESTANTS)
AFTER = Population.AFTER_DISQUALIFICATION


def settled(guesses, truth, prediction=CONTESTANTS):
    results = [result(n, prediction=guess) for n, guess in guesses.items()]
    return list(settle_predictions(results, truth, prediction))


def test_f3_the_closest_prediction():
    results = settled({1: 3213, 2: 3200, 3: 3201}, 3195)
    assert [one.distance for one in results] == [18, 5, 6]
    nearest = key(By.PREDICTION_DISTANCE, LESS)
    assert places(ranked(results, nearest)) == [(1, 2), (2, 3), (3, 1)]


def test_a_guess_below_counts_as_one_above_unless_it_may_not_exceed():
    guesses = {1: 90, 2: 110, 3: None, 4: 100}
    assert [one.distance for one in settled(guesses, 100)] == [10, 10, None, 0]
    strict = Prediction(target=PredictionTarget.CONTESTANTS, may_exceed=False)
    assert [one.distance for one in settled(guesses, 100, strict)] == [10, None, None, 0]


def test_an_exact_hit_earns_its_points_where_the_rules_give_any():
    counting = Prediction(target=PredictionTarget.CONTESTANTS, points=Decimal(2))
    found = settled({1: 100, 2: 99}, 100, counting)
    assert [(one.points, one.most, one.exact) for one in found] == [
        (Decimal(12), Decimal(12), 1),
        (Decimal(10), Decimal(12), 0),
    ]


WEEKS = [
    result(1, 10, sittings=3, full_marks=2),
    result(2, 9, sittings=1, full_marks=0),
    result(3, 10, sittings=5, full_marks=1),
    result(1, 10, sittings=1, full_marks=1, round_key="week-2"),
    result(4, 10, sittings=1, full_marks=1, round_key="week-2"),
]


@pytest.mark.parametrize(
    ("target", "of_round", "of_contest", "after"),
    [
        (PredictionTarget.CONTESTANTS, 3, 4, 2),
        (PredictionTarget.SITTINGS, 9, 11, 4),
        (PredictionTarget.ALL_RIGHT, 2, 3, 1),
        (PredictionTarget.ALL_RIGHT_SITTINGS, 3, 5, 2),
    ],
)
def test_truth(target, of_round, of_contest, after):
    week = Prediction(target=target)
    whole = Prediction(target=target, scope=PredictionScope.CONTEST)
    later = Prediction(target=target, population=AFTER)
    assert prediction_truth(WEEKS, week, round_key="week-1", disqualified={3}) == of_round
    assert prediction_truth(WEEKS, whole) == of_contest
    assert prediction_truth(WEEKS, later, round_key="week-1", disqualified={3}) == after


def test_nobody_took_part():
    assert prediction_truth([], CONTESTANTS, round_key="week-1") == 0
    assert list(settle_predictions([], 0, CONTESTANTS)) == []
