"""A minute after closing candidates stand ready; at the set minute what is approved is public."""

from datetime import timedelta

import msgspec
import pytest

from hoithi.core.rulebook.document import Publication, UnverifiedRule
from hoithi.people.models import RoleName
from hoithi.results import actions, jobs, queries
from hoithi.results.models import Draft, Result, Verdict
from tests import make
from tests.results.boards import CLOSES, LATER, PUBLISHES, SONG_CONG, contest, entrant
from tests.results.rows import Sat, sit

pytestmark = pytest.mark.django_db
READY = CLOSES + timedelta(minutes=1)
PRELIMINARY = msgspec.structs.replace(
    SONG_CONG, publication=Publication(unverified=UnverifiedRule.PRELIMINARY)
)


def tick(at):
    for deed in list(jobs.due(at)):
        deed()


@pytest.fixture
def online():
    return contest()


@pytest.fixture
def week(online):
    return online.rounds.get(key="week-1")


@pytest.fixture
def winner(online, week):
    who = entrant(online, "Nguyễn V. A**")
    sit(who, week, Sat(100))
    return who


def approve(online, week, winner):
    official = make.holder(RoleName.ORGANISER, over=online.body)
    chief = make.holder(RoleName.APPROVER, over=online.body)
    yes = actions.Finding(verdict=Verdict.VERIFIED)
    actions.verify(online, week, winner, yes, by=official, at=READY)
    draft = queries.newest_draft(online, week)
    actions.approve(draft, by=chief, at=READY)
    return draft


@pytest.mark.usefixtures("winner")
def test_nothing_is_prepared_before_the_minute_is_over(online, week):
    tick(READY - timedelta(seconds=1))
    assert queries.newest_draft(online, week) is None
    tick(READY)
    assert queries.newest_draft(online, week).number == 1
    tick(READY + timedelta(hours=1))
    assert Draft.objects.count() == 1


def test_a_sitting_that_still_runs_delays_it(online, week, winner):
    sit(winner, week, Sat(10)).delete()
    tick(READY)
    assert queries.newest_draft(online, week) is None


def test_what_is_approved_is_published_at_its_minute_and_once(online, week, winner):
    tick(READY)
    draft = approve(online, week, winner)
    tick(PUBLISHES - timedelta(seconds=1))
    assert not Result.objects.exists()
    tick(PUBLISHES)
    tick(LATER)
    result = Result.objects.get(round=week)
    assert (result.draft, result.preliminary, result.visible_from) == (draft, False, PUBLISHES)


@pytest.mark.usefixtures("winner")
def test_without_approval_the_page_keeps_its_notice(online):
    tick(READY)
    tick(LATER)
    assert queries.all_published(online, at=LATER) == []


def test_without_approval_the_first_list_is_shown_where_the_rules_chose_it():
    online = contest(PRELIMINARY)
    week = online.rounds.get(key="week-1")
    who = entrant(online, "Nguyễn V. A**")
    sit(who, week, Sat(100))
    tick(READY)
    tick(PUBLISHES)
    tick(LATER)
    assert [(r.number, r.preliminary) for r in Result.objects.filter(round=week)] == [(1, True)]

    approve(online, week, who)
    tick(LATER)
    tick(LATER)
    assert [(r.number, r.preliminary) for r in Result.objects.filter(round=week)] == [
        (1, True),
        (2, False),
    ]


def test_a_verdict_leads_to_a_new_draft(online, week, winner):
    tick(READY)
    official = make.holder(RoleName.ORGANISER, over=online.body)
    no = actions.Finding(verdict=Verdict.NOT_RECOGNISED, reason="Thi hộ")
    actions.verify(online, week, winner, no, by=official, at=READY)
    tick(READY)
    assert queries.newest_draft(online, week).number == 2


def test_a_cancelled_round_has_no_result(online, week, winner):
    assert winner.contest == online
    week.cancelled_at = CLOSES
    week.save()
    tick(LATER)
    assert not Draft.objects.exists()


@pytest.mark.usefixtures("winner")
def test_after_the_last_round_the_whole_contest_is_prepared(online):
    tick(READY + timedelta(days=14))
    assert queries.newest_draft(online, None) is None
    tick(READY + timedelta(days=14))
    assert queries.newest_draft(online, None).number == 1
