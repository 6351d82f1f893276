"""What the figures say should be looked at again, and when they say nothing yet."""

from dataclasses import replace

import pytest

from hoithi.core.statistics.doubts import Doubt, DoubtCode, doubts
from hoithi.core.statistics.records import ItemFigures, Response

SOUND = ItemFigures(
    sittings=100, most=1.0, facility=0.5, deviation=0.5, mark_variance=0.25, other_variance=4.0,
    covariance=0.4, covariance_most=0.8, total_covariance=0.65, discrimination=0.4,
    efficiency=0.5, upper_lower=0.5,
    responses=(
        Response([0], 10_000, 50, (2, 5, 10, 15, 18), 0.8),
        Response([1], 0, 30, (10, 8, 6, 4, 2), 0.1),
        Response((2,), 0, 15, (8, 4, 2, 1, 0), 0.1),
        Response(None, 0, 5, (0, 3, 2, 0, 0), 0.0),
    ),
)  # fmt: skip
OTHER_BEST = (Response([0], 10_000, 50, (), 0.3), Response([1], 0, 40, (), 0.6))
FEW_TAKE_OTHER = (Response([0], 10_000, 50, (), 0.0), Response([1], 0, 4, (), 0.6))


@pytest.mark.parametrize(
    ("figures", "found"),
    [
        pytest.param(SOUND, [], id="sound"),
        pytest.param(replace(SOUND, discrimination=-0.1), [Doubt(DoubtCode.NEGATIVE)], id="wrong"),
        pytest.param(
            replace(SOUND, sittings=26, facility=22 / 26, discrimination=-0.1),
            [],
            id="four wrong of 26 may be chance",
        ),
        pytest.param(
            replace(SOUND, sittings=26, facility=21 / 26, discrimination=-0.1),
            [Doubt(DoubtCode.NEGATIVE)],
            id="five wrong of 26 are a sign",
        ),
        pytest.param(
            replace(SOUND, responses=FEW_TAKE_OTHER),
            [Doubt(DoubtCode.NOBODY_TAKES, 2)],
            id="four who take another are no sign",
        ),
        pytest.param(replace(SOUND, facility=0.19), [Doubt(DoubtCode.TOO_HARD)], id="hard"),
        pytest.param(replace(SOUND, facility=0.91), [Doubt(DoubtCode.TOO_EASY)], id="easy"),
        pytest.param(replace(SOUND, discrimination=None), [], id="no spread"),
        pytest.param(replace(SOUND, sittings=19, facility=0.0), [], id="too few"),
        pytest.param(
            replace(SOUND, responses=OTHER_BEST),
            [Doubt(DoubtCode.BEST_TAKE_OTHER, 1), Doubt(DoubtCode.NOBODY_TAKES, 2)],
            id="the best take another, nobody the last",
        ),
    ],
)
def test_doubts(figures, found):
    assert list(doubts(figures, options=3, right={0})) == found


def test_what_is_written_has_no_options_to_doubt():
    assert doubts(replace(SOUND, responses=(Response("một cửa", 1, 100, (), 1.0),))) == ()
