"""Decisions about rounds: longer, shorter, paused, cancelled, held again."""

from datetime import timedelta

import msgspec
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
    until, planned = week.publishes_at, week.publishes_at - week.closes_at
    actions.decide(week, Change.EXTEND, until=until, order=ORDER, by=official, at=OPENS)
    week.refresh_from_db()

    assert (week.closes_at, week.publishes_at) == (until, until + planned)


@pytest.mark.parametrize(
    ("place", "later", "why"),
    [
        pytest.param(0, timedelta(hours=16), None, id="until the next opening itself"),
        pytest.param(0, timedelta(hours=17), WrongMoment.UNTIL_BEYOND_NEXT, id="over the next"),
        pytest.param(1, HOUR, WrongMoment.UNTIL_BEYOND_CONTEST, id="beyond the contest"),
        pytest.param(0, timedelta(days=5000), WrongMoment.UNTIL_BEYOND_NEXT, id="in other years"),
    ],
)
def test_an_extension_stays_before_what_follows(week, official, place, later, why):
    round_ = week.contest.rounds.all()[place]
    until, refused = round_.closes_at + later, None
    try:
        actions.decide(round_, Change.EXTEND, until=until, order=ORDER, by=official, at=OPENS)
    except actions.RoundNotDecidable as error:
        refused = error.why
    assert (refused, week.contest.decisions.count()) == (why, 0 if why else 1)


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


def renamed(rulebook):
    return msgspec.structs.replace(rulebook, title="Tên mới")


def without_the_week(rulebook):
    return msgspec.structs.replace(rulebook, rounds=rulebook.rounds[1:])


def repeated_already(rulebook):
    week = msgspec.structs.replace(rulebook.rounds[0], key="week-1-lai-1")
    return msgspec.structs.replace(rulebook, rounds=(*rulebook.rounds, week))


@pytest.mark.parametrize(
    ("changed", "waits"),
    [
        pytest.param(None, None, id="no draft"),
        pytest.param(renamed, "Tên mới", id="a draft takes the round in and waits on"),
        pytest.param(without_the_week, None, id="a draft without the round"),
        pytest.param(repeated_already, None, id="a draft that repeats it differently"),
    ],
)
def test_a_round_held_again_keeps_the_waiting_draft(week, official, changed, waits):
    contest, rounds = week.contest, len(SONG_CONG.rounds)
    if changed is not None:
        actions.redraft(contest, changed(SONG_CONG), by=official, at=OPENS)
    before = [(v.number, v.sha256, v.effective_at) for v in contest.versions.order_by("number")]
    times = NewTimes(opens_at=week.closes_at + 336 * HOUR, closes_at=week.closes_at + 384 * HOUR)
    if changed in {without_the_week, repeated_already}:
        with pytest.raises(actions.DraftInTheWay):
            actions.rerun(week, times, order=ORDER, by=official, at=OPENS + HOUR)
        after = contest.versions.order_by("number")
        assert [(v.number, v.sha256, v.effective_at) for v in after] == before
        return
    actions.rerun(week, times, order=ORDER, by=official, at=OPENS + HOUR)
    in_force = rulebook_of(queries.current_version(contest, at=OPENS + HOUR))
    assert (in_force.title, len(in_force.rounds)) == (SONG_CONG.title, rounds + 1)
    draft = queries.draft_version(contest)
    assert (rulebook_of(draft).title if draft else None) == waits
    assert draft is None or len(rulebook_of(draft).rounds) == rounds + 1


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
