"""The truth of a prediction question once the counted population is frozen, and who came close."""

from collections.abc import Collection, Iterable, Iterator
from decimal import Decimal

from msgspec.structs import replace

from hoithi.core.points import Result
from hoithi.core.rulebook.parts import Population, Prediction, PredictionScope, PredictionTarget


def prediction_truth(
    results: Iterable[Result],
    prediction: Prediction,
    *,
    round_key: str | None = None,
    disqualified: Collection[int] = frozenset(),
) -> int:
    """The true number, from all results of the frozen population.

    `round_key` is the round asked about; over the whole contest it is of no account, and people
    of several rounds count once while sittings are added. `disqualified` are left out only where
    the rulebook counts after disqualification; the caller leaves out whom else it does not count.
    """
    after = prediction.population is Population.AFTER_DISQUALIFICATION
    of_round = prediction.scope is PredictionScope.ROUND
    counted = (
        result
        for result in results
        if not (of_round and result.round_key != round_key)
        and not (after and result.entrant_id in disqualified)
    )
    match prediction.target:
        case PredictionTarget.CONTESTANTS:
            return len({result.entrant_id for result in counted})
        case PredictionTarget.SITTINGS:
            return sum(result.sittings for result in counted)
        case PredictionTarget.ALL_RIGHT:
            return len({result.entrant_id for result in counted if result.all_right})
        case PredictionTarget.ALL_RIGHT_SITTINGS:
            return sum(result.full_marks for result in counted)


def settle_predictions(
    results: Iterable[Result], truth: int, prediction: Prediction
) -> Iterator[Result]:
    """The results with the distance of their prediction, and with its points for an exact hit.

    The prediction is that of the counted sitting. Where a guess may not exceed the truth, one
    that does is as good as none.
    """
    for result in results:
        guess = result.prediction
        counts = guess is not None and (prediction.may_exceed or guess <= truth)
        exact = guess == truth
        yield replace(
            result,
            distance=abs(guess - truth) if guess is not None and counts else None,
            exact=int(exact),
            points=result.points + (prediction.points if exact else Decimal(0)),
            most=result.most + prediction.points,
        )
