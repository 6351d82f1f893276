"""A stopped clock: who ran gets exactly that time back; nobody gets more, nobody loses any."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoithi.core.attempts import Stop, deadline, ranked_seconds
from hoithi.core.rounds import Change, RoundState, RoundTimes, WrongMoment, objection, state_of


def at(minute: float) -> datetime:
    """So many minutes after eight."""
    return datetime(2026, 10, 5, 8, tzinfo=UTC) + timedelta(minutes=minute)


def stop(began: float, ended: float, *, closing_set_later: bool = False) -> Stop:
    return Stop(at(began), at(ended), closing_set_later)


CLOSES = at(120)


@pytest.mark.parametrize(
    ("started", "stops", "facts", "ends"),
    [
        pytest.param(0, [], {}, 20, id="no stop"),
        pytest.param(0, [stop(5, 15)], {}, 30, id="ten minutes given back"),
        pytest.param(0, [stop(20, 30)], {}, 20, id="over when the clock stopped"),
        pytest.param(16, [stop(5, 15)], {}, 36, id="begun after it"),
        pytest.param(6, [stop(5, 15)], {}, 35, id="begun a moment too late: from its start"),
        pytest.param(0, [stop(5, 15), stop(25, 30)], {}, 35, id="the second falls in given time"),
        pytest.param(0, [stop(5, 15), stop(30, 35)], {}, 30, id="the second comes too late"),
        pytest.param(110, [stop(115, 125)], {}, 130, id="past the close, which cut it"),
        pytest.param(110, [stop(100, 105)], {}, 120, id="begun after a stop: ends with the round"),
        pytest.param(
            110, [stop(115, 125, closing_set_later=True)], {}, 120, id="a close decided since"
        ),
        pytest.param(
            110, [stop(115, 125)], {"finish_after_close": True}, 140, id="may finish after close"
        ),
        pytest.param(
            0, [stop(22, 32)], {"extensions": [timedelta(minutes=5)]}, 35, id="in its extension"
        ),
    ],
)
def test_the_deadline(started, stops, facts, ends):
    assert deadline(at(started), 20, CLOSES, stops=stops, **facts) == at(ends)


spans = st.tuples(st.integers(0, 100), st.integers(0, 30))


@given(st.integers(0, 90), spans)
def test_what_is_left_when_the_clock_stops_is_left_when_it_runs_again(started, span):
    began, length = span
    one = stop(began, began + length)
    before = deadline(at(started), 20, at(1000))
    after = deadline(at(started), 20, at(1000), stops=[one])
    ran = one.began_at >= at(started) and one.began_at < before
    assert after - before == (timedelta(minutes=length) if ran else after - before)
    assert timedelta() <= after - before <= timedelta(minutes=length)


@pytest.mark.parametrize(
    ("handed_in", "stops", "seconds"),
    [
        pytest.param(10, [], 600, id="no stop"),
        pytest.param(25, [stop(5, 15)], 900, id="the stop is not taken"),
        pytest.param(10, [stop(5, 15)], 300, id="handed in during the stop"),
        pytest.param(4, [stop(5, 15)], 240, id="handed in before it"),
        pytest.param(60, [stop(5, 15)], 1200, id="capped at the deadline"),
    ],
)
def test_the_ranked_time_leaves_stops_out(handed_in, stops, seconds):
    ends = deadline(at(0), 20, CLOSES, stops=stops)
    assert ranked_seconds(at(0), at(handed_in), ends, 1, stops) == seconds


STOPPED = RoundTimes(at(0), CLOSES, paused=True, clock_stopped=True)


@pytest.mark.parametrize(
    ("change", "until", "moment", "why"),
    [
        pytest.param(Change.RESUME, None, 130, None, id="resumed after its close"),
        pytest.param(Change.CLOSE_EARLY, 60, 60, None, id="closed at once"),
        pytest.param(Change.CLOSE_EARLY, 130, 130, None, id="closed at once after its close"),
        pytest.param(
            Change.CLOSE_EARLY, 90, 60, WrongMoment.CLOCK_STOPPED, id="not closed for later"
        ),
        pytest.param(Change.EXTEND, 150, 130, None, id="extended after its close"),
        pytest.param(
            Change.PAUSE, None, 60, WrongMoment.NOT_IN_THIS_STATE, id="not paused a second time"
        ),
    ],
)
def test_what_may_be_decided_while_the_clock_stands_still(change, until, moment, why):
    given_until = None if until is None else at(until)
    assert objection(change, STOPPED, until=given_until, at=at(moment)) is why


def test_a_stopped_round_is_paused_until_it_is_resumed_and_a_running_one_closes():
    running = RoundTimes(at(0), CLOSES, paused=True)
    assert state_of(STOPPED, at(500)) is RoundState.PAUSED
    assert [state_of(running, at(minute)) for minute in (60, 120)] == [
        RoundState.PAUSED,
        RoundState.CLOSED,
    ]
