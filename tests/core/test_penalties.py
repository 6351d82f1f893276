"""The cost of going over the time: fixtures F5 and F6, free seconds, and nothing below nothing."""

from decimal import Decimal

import pytest

from hoithi.core.penalties import after_penalty, time_penalty
from hoithi.core.rulebook.parts import PenaltyBand, PenaltyKind, TimePenalty

BANDS = TimePenalty(
    rule=PenaltyKind.BANDS,
    bands=(
        PenaltyBand(from_seconds=60, points=Decimal("0.5")),
        PenaltyBand(from_seconds=1, points=Decimal("0.25")),
    ),
)
WHOLE = TimePenalty(rule=PenaltyKind.PER_WHOLE_MINUTE, points=Decimal(1))
STARTED = TimePenalty(rule=PenaltyKind.PER_STARTED_MINUTE, points=Decimal("0.5"))
PATIENT = TimePenalty(rule=PenaltyKind.PER_STARTED_MINUTE, points=Decimal(1), free_seconds=30)
CUT_OFF = TimePenalty(rule=PenaltyKind.CUT_OFF, points=Decimal(5))


@pytest.mark.parametrize(
    ("rule", "over", "penalty"),
    [
        pytest.param(BANDS, 40, "0.25", id="F5 over by 0:40"),
        pytest.param(BANDS, 60, "0.5", id="F5 over by 1:00"),
        pytest.param(BANDS, 130, "0.5", id="F5 over by 2:10"),
        pytest.param(WHOLE, 59, "0", id="F6 over by 0:59"),
        pytest.param(WHOLE, 60, "1", id="F6 over by 1:00"),
        pytest.param(WHOLE, 150, "2", id="F6 over by 2:30"),
        pytest.param(STARTED, 1, "0.5", id="a started minute counts whole"),
        pytest.param(STARTED, 60, "0.5", id="one full minute is one"),
        pytest.param(STARTED, 61, "1", id="the second minute has started"),
        pytest.param(PATIENT, 30, "0", id="free seconds are forgiven"),
        pytest.param(PATIENT, 31, "1", id="beyond the free seconds"),
        pytest.param(CUT_OFF, 600, "0", id="a cut-off takes nothing off"),
        *(pytest.param(rule, 0, "0", id=f"in time: {rule.rule}") for rule in (BANDS, WHOLE)),
        pytest.param(STARTED, -20, "0", id="early"),
    ],
)
def test_penalty(rule, over, penalty):
    assert time_penalty(rule, over) == Decimal(penalty)


def test_points_never_fall_below_nothing():
    assert after_penalty(Decimal(10), Decimal("0.5")) == Decimal("9.5")
    assert after_penalty(Decimal(1), Decimal(3)) == Decimal(0)
