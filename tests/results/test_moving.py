"""The moment of publication, moved by a recorded decision: what then comes out, and when."""

from datetime import timedelta

import pytest

from hoithi.contests import actions as contests
from hoithi.contests.actions import Order, RoundNotDecidable
from hoithi.core.rounds import Change, NewPublication, Release
from hoithi.people.models import RoleName
from hoithi.results import actions, jobs, queries
from hoithi.results.actions.refusals import AlreadyPublished
from hoithi.results.models import Result, Verdict
from tests import make
from tests.results.boards import CLOSES, PUBLISHES, Board, contest, drafted, entrant
from tests.results.rows import Sat, sit

pytestmark = pytest.mark.django_db
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
STOPPED = CLOSES - 24 * HOUR
"""When the round is closed early."""
ON_APPROVAL = NewPublication(Release.ON_APPROVAL)


@pytest.fixture
def online():
    return contest()


@pytest.fixture
def official(online):
    return make.holder(RoleName.ORGANISER, over=online.body)


@pytest.fixture
def chief(online):
    return make.holder(RoleName.APPROVER, over=online.body)


@pytest.fixture
def week(online):
    return online.rounds.get(key="week-1")


def order(publication):
    return Order(reason="Xong sớm", document_number="18/TB-BTC", publication=publication)


def move(week, publication, official, at=CLOSES):
    actions.move_publication(week, order=order(publication), by=official, at=at)
    week.refresh_from_db()


def tick(at):
    for deed in list(jobs.due(at)):
        deed()


def approved(online, week, official, chief, at):
    """A draft of one winner, verified and approved."""
    draft = drafted(online, week, Board(["Nguyễn V. A**"]), at=at)
    yes = actions.Finding(verdict=Verdict.VERIFIED)
    actions.verify(online, week, online.entrants.get(), yes, by=official, at=at)
    actions.approve(draft, by=chief, at=at)
    return draft


@pytest.mark.parametrize(
    ("publication", "appears"),
    [
        pytest.param(NewPublication(), PUBLISHES, id="as planned"),
        pytest.param(ON_APPROVAL, STOPPED + HOUR, id="as soon as approved"),
        pytest.param(
            NewPublication(Release.AT, STOPPED + 2 * HOUR), STOPPED + 2 * HOUR, id="at a moment"
        ),
        pytest.param(
            NewPublication(Release.AT, STOPPED), STOPPED + HOUR, id="due before it was approved"
        ),
    ],
)
def test_after_an_early_close_the_worker_publishes_in_time(
    online, week, official, chief, publication, appears
):
    contests.decide(week, Change.CLOSE_EARLY, order=order(publication), by=official, at=STOPPED)
    week.refresh_from_db()
    approved(online, week, official, chief, STOPPED + HOUR)
    tick(appears)
    assert queries.all_published(online, at=appears - MINUTE) == []
    assert [(r.number, r.visible_from) for r in queries.all_published(online, at=appears)] == [
        (1, appears)
    ]


def test_what_is_not_approved_waits_without_a_first_list(online, week, official):
    contests.decide(week, Change.CLOSE_EARLY, order=order(ON_APPROVAL), by=official, at=STOPPED)
    sit(entrant(online, "Trần T. B**"), week, Sat(100))
    tick(STOPPED + MINUTE)
    tick(PUBLISHES + HOUR)
    assert queries.newest_draft(online, week) is not None
    assert not Result.objects.exists()


def test_once_out_the_round_says_since_when(online, week, official, chief):
    contests.decide(week, Change.CLOSE_EARLY, order=order(ON_APPROVAL), by=official, at=STOPPED)
    week.refresh_from_db()
    draft = approved(online, week, official, chief, STOPPED + HOUR)
    actions.publish(draft, by=official, at=STOPPED + HOUR)
    week.refresh_from_db()
    assert (week.publishes_at, week.publishes_on_approval) == (STOPPED + HOUR, False)


@pytest.mark.parametrize(
    ("publication", "appears"),
    [
        pytest.param(ON_APPROVAL, CLOSES + HOUR, id="at once"),
        pytest.param(
            NewPublication(Release.AT, CLOSES + 2 * HOUR), CLOSES + 2 * HOUR, id="earlier"
        ),
        pytest.param(NewPublication(Release.AT, PUBLISHES + HOUR), PUBLISHES + HOUR, id="later"),
    ],
)
def test_a_published_result_nobody_has_seen_follows(
    online, week, official, chief, publication, appears
):
    draft = approved(online, week, official, chief, CLOSES)
    result = actions.publish(draft, by=official, at=CLOSES)
    move(week, publication, official, at=CLOSES + HOUR)
    result.refresh_from_db()
    assert result.visible_from == appears
    deeds = ["contests.round_move_publication", "results.appearance_moved"]
    assert make.deeds()[-2:] == deeds


def test_what_everybody_can_see_stays(online, week, official, chief):
    draft = approved(online, week, official, chief, CLOSES)
    actions.publish(draft, by=official, at=PUBLISHES)
    with pytest.raises(AlreadyPublished):
        move(week, NewPublication(Release.AT, PUBLISHES + HOUR), official, at=PUBLISHES)
    assert list(online.decisions.all()) == []


def test_it_never_comes_out_before_the_closing(week, official):
    with pytest.raises(RoundNotDecidable):
        move(week, NewPublication(Release.AT, CLOSES - MINUTE), official, at=STOPPED)


def test_the_whole_contest_follows_its_last_round(online, official):
    last = online.rounds.order_by("closes_at").last()
    draft = drafted(online, None, Board(["Nguyễn V. A**"]), at=last.closes_at)
    assert not queries.publishes_on_approval(draft)
    move(last, ON_APPROVAL, official, at=last.closes_at)
    assert (queries.publishes_at(draft), queries.publishes_on_approval(draft)) == (None, True)
