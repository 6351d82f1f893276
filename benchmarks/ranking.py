"""How long a million sittings of 300,000 people take to count and rank by eight keys.

    python -m benchmarks.ranking [SITTINGS] [PEOPLE]

The points are made as rows of a database would give them: every number and moment is an object of
its own. Making them is timed apart. A part of the people is ranked again by the second scorer of
the tests; a difference ends with an error (R12).
"""

import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal

from hoithi.core.counting import Counting, results
from hoithi.core.points import EntrantFacts, PartPoints
from hoithi.core.ranking.columns import Grounds
from hoithi.core.ranking.placings import rank
from hoithi.core.ranking.predictions import prediction_truth, settle_predictions
from hoithi.core.rulebook.parts import Prediction, PredictionTarget
from hoithi.core.rulebook.ranking import By, Direction, RankingKey
from tests.core.ranking.second_scorer import placed

START = datetime(2026, 10, 5, 1, tzinfo=UTC)
KEYS = (
    RankingKey(by=By.POINTS, first=Direction.MORE),
    RankingKey(by=By.PREDICTION_DISTANCE, first=Direction.LESS),
    RankingKey(by=By.SECONDS, first=Direction.LESS),
    RankingKey(by=By.SITTINGS, first=Direction.LESS),
    RankingKey(by=By.FULL_MARKS, first=Direction.MORE),
    RankingKey(by=By.SUBMITTED_AT, first=Direction.LESS),
    RankingKey(by=By.REGISTERED_AT, first=Direction.LESS),
    RankingKey(by=By.AGE, first=Direction.MORE),
)
SCORED_TWICE = 100_000
PREDICTION = Prediction(target=PredictionTarget.CONTESTANTS)


def points(sittings: int, people: int) -> Iterator[PartPoints]:
    """Sittings that differ in everything that is compared, always the same ones."""
    for number in range(sittings):
        mixed = number * 2_654_435_761 % 2**32
        started_at = START + timedelta(seconds=mixed % 600_000, microseconds=mixed % 997)
        seconds = 60 + mixed // 13 % 40
        right = mixed // 7 % 21
        yield PartPoints(
            entrant_id=mixed % people,
            round_key="week-1",
            part_key="paper",
            sitting_id=number,
            points=Decimal(f"{right}.0000"),
            most=Decimal("20.0000"),
            right=right,
            questions=20,
            seconds=seconds,
            started_at=started_at,
            submitted_at=started_at + timedelta(seconds=seconds),
            # Few different guesses, so that the later keys have something to decide.
            prediction=300_000 + mixed // 1009 % 5,
        )


def facts(people: int) -> dict[int, EntrantFacts]:
    """As many people, each registered at another second, born in some year."""
    return {
        number: EntrantFacts(
            entrant_id=number,
            registered_at=START + timedelta(seconds=number * 7919 % 500_000),
            birth=1944 + number % 65,
        )
        for number in range(people)
    }


def main(sittings: int = 1_000_000, people: int = 300_000) -> None:
    """Prints seconds for each step and the most memory the process ever held."""
    grounds = Grounds(facts(people))
    clock = time.perf_counter
    begun = clock()
    made = sum(1 for _ in points(sittings, people))
    rows = clock()
    counted = list(results(points(sittings, people), Counting()))
    results_at = clock()
    truth = prediction_truth(counted, PREDICTION, round_key="week-1")
    settled = list(settle_predictions(counted, truth, PREDICTION))
    predicted = clock()
    placings = rank(settled, KEYS, grounds)
    ranked = clock()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{made:,} sittings of {len(placings):,} people, {len(KEYS)} keys")
    print(f"making the points      {rows - begun:6.2f} s")
    print(f"counting, with making  {results_at - rows:6.2f} s")
    print(f"predictions            {predicted - results_at:6.2f} s")
    print(f"ranking                {ranked - predicted:6.2f} s")
    some = settled[:SCORED_TWICE]
    second = placed(some, KEYS, grounds)
    assert [(one.place, one.entrant_id) for one in rank(some, KEYS, grounds)] == second
    print(f"second scorer          {clock() - ranked:6.2f} s for {len(second):,}: no difference")
    print(f"most memory            {memory:6.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
