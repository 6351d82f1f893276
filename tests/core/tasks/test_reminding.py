"""When a holder is reminded of a task."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.tasks.due import Span
from hoithi.core.tasks.reminding import LATE, StepsNotUnderstood, step_today, steps_read

DAY = date(2026, 12, 20)
ONE = Span(DAY, DAY)
WIDE = Span(date(2026, 12, 10), DAY)


@pytest.mark.parametrize(
    ("span", "certain", "days_from_deadline", "step"),
    [
        pytest.param(ONE, True, -8, None, id="too early"),
        pytest.param(ONE, True, -7, 7, id="seven days before"),
        pytest.param(ONE, True, -5, 7, id="between two steps the earlier one holds"),
        pytest.param(ONE, True, -3, 3, id="three days before"),
        pytest.param(ONE, True, -2, 3, id="two days before"),
        pytest.param(ONE, True, -1, 1, id="the day before"),
        pytest.param(ONE, True, 0, 0, id="on the day"),
        pytest.param(ONE, True, 1, LATE, id="late"),
        pytest.param(ONE, True, 30, LATE, id="late for a month"),
        pytest.param(ONE, True, 31, None, id="left by everybody"),
        pytest.param(WIDE, True, -7, 7, id="a range ends on its last day"),
        pytest.param(WIDE, False, -13, 3, id="an open one is counted to its first day"),
        pytest.param(WIDE, False, -10, None, id="nothing is said on an open one's first day"),
        pytest.param(WIDE, False, -4, None, id="nor while it may fall any day"),
        pytest.param(WIDE, False, 1, LATE, id="an open one is late after its last day"),
    ],
)
def test_step_today(span, certain, days_from_deadline, step):
    today = DAY + timedelta(days=days_from_deadline)
    assert step_today(span, certain=certain, today=today) == step


@given(st.integers(-100, 40), st.sets(st.integers(1, 90), min_size=1, max_size=6))
def test_steps_only_come_nearer(days, before):
    def step(offset):
        today = DAY + timedelta(days=offset)
        return step_today(ONE, certain=True, today=today, days_before=before)

    earlier, later = step(days), step(days + 1)
    if earlier is not None and later is not None:
        assert later <= earlier
    assert earlier is None or earlier in {*before, 0, LATE}


@pytest.mark.parametrize(
    ("text", "steps"),
    [("7, 3, 1", (7, 3, 1)), ("1 3;7", (7, 3, 1)), (" 14,14, 2 ", (14, 2)), ("90", (90,))],
)
def test_steps_read(text, steps):
    assert steps_read(text) == steps


@pytest.mark.parametrize(
    "text", ["", " ", "0", "91", "7, không", "-3", "1,2,3,4,5,6,7", "9" * 5000, "٣", "1.5"]
)
def test_steps_that_make_no_sense_are_refused(text):
    with pytest.raises(StepsNotUnderstood):
        steps_read(text)
