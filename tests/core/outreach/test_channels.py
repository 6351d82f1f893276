"""When outreach is due: phases around the activities, and how often by which day."""

from datetime import date

import pytest

from hoithi.core.outreach.channels import Cadence, Days, Phase, Windows, expected, windows_of

OPENS, CLOSES = date(2026, 11, 10), date(2026, 11, 20)
KNOWN = Windows(OPENS, CLOSES)


def test_the_window_goes_from_the_first_activity_to_the_last():
    spans = [(date(2026, 11, 12), CLOSES), (OPENS, date(2026, 11, 11))]
    assert (windows_of(spans), windows_of([])) == (KNOWN, Windows())


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        pytest.param(date(2026, 11, 9), Phase.BEFORE, id="the day before"),
        pytest.param(OPENS, Phase.DURING, id="the first day"),
        pytest.param(CLOSES, Phase.DURING, id="the last day"),
        pytest.param(date(2026, 11, 21), Phase.AFTER, id="the day after"),
    ],
)
def test_in_which_phase_a_day_lies(day, phase):
    assert KNOWN.phase_on(day) is phase


def test_the_days_of_phases_meet_without_a_gap():
    assert [KNOWN.days(phase) for phase in Phase] == [
        Days(None, date(2026, 11, 9)),
        Days(OPENS, CLOSES),
        Days(date(2026, 11, 21), None),
    ]


def test_while_no_day_is_set_everything_is_before():
    assert Windows().phase_on(OPENS) is Phase.BEFORE
    assert [Windows().days(phase) for phase in Phase] == [Days()] * 3


@pytest.mark.parametrize(
    ("cadence", "days", "today", "times"),
    [
        pytest.param(Cadence.ONCE, Days(OPENS, CLOSES), date(2026, 11, 9), 0, id="not begun"),
        pytest.param(Cadence.ONCE, Days(OPENS, CLOSES), OPENS, 1, id="once, on the first day"),
        pytest.param(Cadence.ONCE, Days(None, CLOSES), OPENS, 1, id="once, no first day"),
        pytest.param(Cadence.DAILY, Days(OPENS, CLOSES), date(2026, 11, 12), 3, id="third day"),
        pytest.param(Cadence.DAILY, Days(OPENS, CLOSES), date(2027, 1, 1), 11, id="over"),
        pytest.param(Cadence.DAILY, Days(None, CLOSES), OPENS, 1, id="daily, since nobody knows"),
        pytest.param(Cadence.WEEKLY, Days(OPENS, None), date(2026, 11, 18), 2, id="second week"),
        pytest.param(Cadence.TWICE_WEEKLY, Days(OPENS, None), date(2026, 11, 16), 2, id="a week"),
    ],
)
def test_how_often_by_today(cadence, days, today, times):
    assert expected(cadence, days, today=today) == times
