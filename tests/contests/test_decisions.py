"""Decisions about rounds: longer, shorter, paused, cancelled, held again."""

from datetime import timedelta

import pytest

from hoithi.contests import actions, queries
from hoithi.contests.actions.deciding import NewTimes, Order
from hoithi.contests.facts import rulebook_of, state_at
from hoithi.core.rounds import Change, NewPublication, Release, RoundState, WrongMoment
from hoithi.core.rulebook.windows import budget
from hoithi.journal.models import Entry
from tests import make
from tests.contests.test_rules import OPENS, SONG_CONG

ORDER = Order(reason="Mất điện diện rộng", document_number="15/TB-BTC")
HOUR = timedelta(hours=1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def official():
    return make.person()


@pytest.fixture
def week(official):
    contest = actions.create(SONG_CONG, body=make.body(), by=official, at=OPENS - HOUR)
    actions.put_in_force(contest, by=official, at=OPENS - HOUR)
    return contest.rounds.first()


def test_an_extension_moves_the_closing_and_says_why(week, official):
    until = week.closes_at + HOUR
    actions.decide(week, Change.EXTEND, until=until, order=ORDER, by=official, at=OPENS)
    week.refresh_from_db()

    assert week.closes_at == until
    shown = queries.decisions_shown(week.contest).get()
    assert (shown.kind, shown.until, shown.reason) == ("extend", until, "Mất điện diện rộng")
    assert make.deeds()[-1] == "contests.round_extend"


def test_results_never_come_out_before_the_extended_closing(week, official):
    until = week.publishes_at + HOUR
    actions.decide(week, Change.EXTEND, until=until, order=ORDER, by=official, at=OPENS)
    week.refresh_from_db()

    assert week.publishes_at == until


def test_pause_and_resume(week, official):
    actions.decide(week, Change.PAUSE, order=ORDER, by=official, at=OPENS)
    week.refresh_from_db()
    assert state_at(week, OPENS) is RoundState.PAUSED
    actions.decide(week, Change.RESUME, order=ORDER, by=official, at=OPENS + HOUR)
    week.refresh_from_db()
    assert state_at(week, OPENS + HOUR) is RoundState.OPEN


def test_a_decision_needs_a_reason_and_a_fitting_moment(week, official):
    with pytest.raises(actions.ReasonMissing):
        actions.decide(week, Change.PAUSE, order=Order(reason=" "), by=official, at=OPENS)
    with pytest.raises(actions.RoundNotDecidable) as refused:
        actions.decide(week, Change.PAUSE, order=ORDER, by=official, at=OPENS - HOUR)
    assert refused.value.why is WrongMoment.NOT_IN_THIS_STATE
    assert list(queries.decisions_shown(week.contest)) == []


def test_a_round_held_again_takes_the_prizes_of_the_cancelled_one(week, official):
    times = NewTimes(
        opens_at=week.closes_at + 14 * 24 * HOUR,
        closes_at=week.closes_at + 16 * 24 * HOUR,
        publishes_at=week.closes_at + 17 * 24 * HOUR,
    )
    again = actions.rerun(week, times, order=ORDER, by=official, at=OPENS + HOUR)
    week.refresh_from_db()

    assert state_at(week, OPENS + HOUR) is RoundState.CANCELLED
    assert (again.opens_at, again.closes_at) == (times.opens_at, times.closes_at)
    rules = rulebook_of(queries.current_version(week.contest, at=OPENS + HOUR))
    assert budget(rules).total == budget(SONG_CONG).total


def test_an_early_close_without_a_moment_closes_now(week, official):
    actions.decide(week, Change.CLOSE_EARLY, order=ORDER, by=official, at=OPENS + HOUR)
    week.refresh_from_db()

    assert week.closes_at == OPENS + HOUR
    assert state_at(week, OPENS + HOUR) is RoundState.CLOSED


def ordered(release, moment=None):
    return Order(reason="Xong sớm", publication=NewPublication(release, moment))


@pytest.mark.parametrize(
    ("release", "after", "stands"),
    [
        pytest.param(Release.AS_PLANNED, None, "planned", id="as planned"),
        pytest.param(Release.ON_APPROVAL, None, None, id="as soon as it is approved"),
        pytest.param(Release.AT, 3 * HOUR, OPENS + 3 * HOUR, id="at another moment"),
    ],
)
def test_an_early_close_says_when_the_result_comes_out(week, official, release, after, stands):
    planned, moment = week.publishes_at, OPENS + after if after else None
    order = ordered(release, moment)
    actions.decide(week, Change.CLOSE_EARLY, order=order, by=official, at=OPENS + HOUR)
    week.refresh_from_db()

    expected = planned if stands == "planned" else stands
    assert (week.publishes_at, week.publishes_on_approval) == (
        expected,
        release is Release.ON_APPROVAL,
    )
    row = queries.decisions_shown(week.contest).get()
    said = "" if release is Release.AS_PLANNED else release
    assert (row.release, row.publishes_at) == (said, moment)
    entry = Entry.objects.latest("pk")
    assert entry.facts["release"] == release


def test_a_result_never_comes_out_before_the_early_closing(week, official):
    order = ordered(Release.AT, OPENS + 2 * HOUR)
    with pytest.raises(actions.RoundNotDecidable) as refused:
        actions.decide(
            week, Change.CLOSE_EARLY, order=order, until=OPENS + 3 * HOUR, by=official, at=OPENS
        )
    assert refused.value.why is WrongMoment.PUBLICATION_BEFORE_CLOSE
