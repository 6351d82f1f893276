"""The states of a round and the decisions about it."""

from datetime import UTC, datetime, timedelta

import pytest

from hoithi.core.rounds import (
    Change,
    NewPublication,
    Release,
    RoundState,
    RoundTimes,
    WrongMoment,
    is_news,
    moved_publication,
    objection,
    possible_changes,
    publication_objection,
    state_of,
)

OPENS = datetime(2021, 12, 13, 1, 30, tzinfo=UTC)
CLOSES = datetime(2021, 12, 19, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
TIMES = RoundTimes(OPENS, CLOSES)
PAUSED = RoundTimes(OPENS, CLOSES, paused=True)
NEXT = CLOSES + timedelta(hours=16)
BOUND = RoundTimes(OPENS, CLOSES, next_opens_at=NEXT, contest_closes_at=NEXT + 7 * 24 * MINUTE)
LAST = RoundTimes(OPENS, CLOSES, contest_closes_at=NEXT)
CANCELLED = RoundTimes(OPENS, CLOSES, cancelled=True)


@pytest.mark.parametrize(
    ("times", "at", "state"),
    [
        pytest.param(TIMES, OPENS - MINUTE, RoundState.COMING, id="a minute before the opening"),
        pytest.param(TIMES, OPENS, RoundState.OPEN, id="the opening itself is open"),
        pytest.param(TIMES, CLOSES - MINUTE, RoundState.OPEN, id="the last minute"),
        pytest.param(TIMES, CLOSES, RoundState.CLOSED, id="the closing itself is closed"),
        pytest.param(PAUSED, OPENS, RoundState.PAUSED, id="paused while open"),
        pytest.param(PAUSED, CLOSES, RoundState.CLOSED, id="a pause does not outlast the closing"),
        pytest.param(CANCELLED, OPENS, RoundState.CANCELLED, id="cancelled"),
        pytest.param(RoundTimes(None, None), OPENS, RoundState.UNDATED, id="without its time"),
        pytest.param(RoundTimes(OPENS, None), OPENS, RoundState.UNDATED, id="half a time"),
    ],
)
def test_state(times, at, state):
    assert state_of(times, at) is state


@pytest.mark.parametrize(
    ("change", "times", "until", "at", "answer"),
    [
        pytest.param(Change.EXTEND, TIMES, CLOSES + MINUTE, OPENS, None, id="a minute longer"),
        pytest.param(
            Change.EXTEND, TIMES, CLOSES, OPENS, WrongMoment.UNTIL_NOT_LATER, id="no longer at all"
        ),
        pytest.param(
            Change.EXTEND, TIMES, None, OPENS, WrongMoment.UNTIL_MISSING, id="until when?"
        ),
        pytest.param(
            Change.EXTEND,
            TIMES,
            CLOSES + MINUTE,
            CLOSES,
            WrongMoment.NOT_IN_THIS_STATE,
            id="too late to extend",
        ),
        pytest.param(Change.EXTEND, BOUND, NEXT, OPENS, None, id="until the next opening"),
        pytest.param(
            Change.EXTEND,
            BOUND,
            NEXT + MINUTE,
            OPENS,
            WrongMoment.UNTIL_BEYOND_NEXT,
            id="over the next opening",
        ),
        pytest.param(Change.EXTEND, LAST, NEXT, OPENS, None, id="until the contest ends"),
        pytest.param(
            Change.EXTEND,
            LAST,
            NEXT + MINUTE,
            OPENS,
            WrongMoment.UNTIL_BEYOND_CONTEST,
            id="beyond the contest",
        ),
        pytest.param(
            Change.EXTEND,
            TIMES,
            CLOSES + (CLOSES - OPENS) + MINUTE,
            OPENS,
            WrongMoment.UNTIL_TOO_FAR,
            id="unbounded, by more than its own length",
        ),
        pytest.param(Change.CLOSE_EARLY, TIMES, OPENS, OPENS, None, id="at once"),
        pytest.param(
            Change.CLOSE_EARLY,
            TIMES,
            CLOSES,
            OPENS,
            WrongMoment.UNTIL_NOT_EARLIER,
            id="not earlier at all",
        ),
        pytest.param(
            Change.CLOSE_EARLY,
            TIMES,
            OPENS,
            OPENS + MINUTE,
            WrongMoment.UNTIL_NOT_EARLIER,
            id="in the past",
        ),
        pytest.param(Change.PAUSE, TIMES, None, OPENS, None, id="pause"),
        pytest.param(
            Change.PAUSE, PAUSED, None, OPENS, WrongMoment.NOT_IN_THIS_STATE, id="paused already"
        ),
        pytest.param(Change.RESUME, PAUSED, None, OPENS, None, id="go on"),
        pytest.param(Change.CANCEL, TIMES, None, CLOSES, None, id="cancelled after it closed"),
        pytest.param(Change.MOVE_PUBLICATION, TIMES, None, CLOSES, None, id="out another time"),
        pytest.param(
            Change.MOVE_PUBLICATION,
            CANCELLED,
            None,
            OPENS,
            WrongMoment.NOT_IN_THIS_STATE,
            id="nothing comes out of a cancelled round",
        ),
        pytest.param(
            Change.CANCEL,
            CANCELLED,
            None,
            OPENS,
            WrongMoment.NOT_IN_THIS_STATE,
            id="cancelled already",
        ),
    ],
)
def test_objection(change, times, until, at, answer):
    assert objection(change, times, until=until, at=at) is answer


HOURS = timedelta(hours=1)


@pytest.mark.parametrize(
    ("publishes_at", "until", "answer"),
    [
        pytest.param(None, CLOSES + HOURS, None, id="no minute is set"),
        pytest.param(CLOSES + 3 * HOURS, CLOSES + HOURS, CLOSES + 3 * HOURS, id="still ahead"),
        pytest.param(CLOSES + 3 * HOURS, CLOSES + 3 * HOURS, CLOSES + 6 * HOURS, id="reached"),
        pytest.param(CLOSES + 3 * HOURS, CLOSES + 9 * HOURS, CLOSES + 12 * HOURS, id="passed"),
        pytest.param(CLOSES, CLOSES + HOURS, CLOSES + HOURS, id="planned at the closing itself"),
    ],
)
def test_moved_publication(publishes_at, until, answer):
    assert moved_publication(CLOSES, publishes_at, until) == answer


EARLY, ALONE = Change.CLOSE_EARLY, Change.MOVE_PUBLICATION
PLANNED, APPROVED = NewPublication(), NewPublication(Release.ON_APPROVAL)
BEFORE = WrongMoment.PUBLICATION_BEFORE_CLOSE


def at(moment):
    return NewPublication(Release.AT, moment)


@pytest.mark.parametrize(
    ("change", "publication", "closes_at", "now", "answer"),
    [
        pytest.param(EARLY, PLANNED, OPENS, OPENS, None, id="closed early, out as planned"),
        pytest.param(EARLY, APPROVED, OPENS, OPENS, None, id="closed early, out when approved"),
        pytest.param(EARLY, at(OPENS), OPENS, OPENS, None, id="out at the closing itself"),
        pytest.param(EARLY, at(OPENS), CLOSES, OPENS, BEFORE, id="out before it closes"),
        pytest.param(ALONE, APPROVED, CLOSES, OPENS, None, id="later: out when approved"),
        pytest.param(ALONE, at(CLOSES + MINUTE), CLOSES, CLOSES, None, id="later: a minute on"),
        pytest.param(ALONE, at(CLOSES - MINUTE), CLOSES, OPENS, BEFORE, id="later: before closing"),
        pytest.param(
            ALONE, at(CLOSES), CLOSES, CLOSES + MINUTE, WrongMoment.PUBLICATION_PAST, id="past"
        ),
        pytest.param(
            ALONE, at(None), CLOSES, OPENS, WrongMoment.PUBLICATION_MISSING, id="when, then?"
        ),
        pytest.param(
            ALONE, PLANNED, CLOSES, OPENS, WrongMoment.PUBLICATION_MISSING, id="nothing moved"
        ),
        pytest.param(ALONE, at(OPENS), None, OPENS, None, id="a round without its time"),
    ],
)
def test_publication_objection(change, publication, closes_at, now, answer):
    assert publication_objection(change, publication, closes_at=closes_at, at=now) is answer


@pytest.mark.parametrize(
    ("kind", "state", "news"),
    [
        pytest.param(Change.EXTEND, RoundState.OPEN, True, id="more time while open"),
        pytest.param(Change.EXTEND, RoundState.CLOSED, False, id="more time is over at closing"),
        pytest.param(Change.PAUSE, RoundState.PAUSED, True, id="a pause while it lasts"),
        pytest.param(Change.RESUME, RoundState.CLOSED, False, id="going on is over at closing"),
        pytest.param(Change.CLOSE_EARLY, RoundState.CLOSED, True, id="why it closed early"),
        pytest.param(Change.CANCEL, RoundState.CANCELLED, True, id="why it was cancelled"),
        pytest.param("amend", RoundState.CLOSED, True, id="no change of the round"),
    ],
)
def test_is_news(kind, state, news):
    assert is_news(kind, state) is news


@pytest.mark.parametrize(
    ("state", "changes"),
    [
        (RoundState.UNDATED, set()),
        (RoundState.COMING, {Change.EXTEND, Change.CANCEL, Change.MOVE_PUBLICATION}),
        (RoundState.CLOSED, {Change.CANCEL, Change.MOVE_PUBLICATION}),
        (RoundState.CANCELLED, set()),
    ],
)
def test_possible_changes(state, changes):
    assert possible_changes(state) == changes
