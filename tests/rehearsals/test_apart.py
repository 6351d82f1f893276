"""Nothing of a rehearsal is listed, counted or published anywhere, while it stands."""

from datetime import timedelta

import pytest
from django.test import Client

from hoithi.contests import actions, queries
from hoithi.contests.models import Contest, ContestState, Rehearsal, RehearsalState
from hoithi.people.models import RoleName
from hoithi.rehearsals import holding
from hoithi.results import actions as results
from hoithi.results import jobs
from hoithi.results.actions.refusals import RehearsalNotPublished
from hoithi.results.models import Approval, Draft, MorningReport, Result
from hoithi.results.queries.mornings import mornings_due
from hoithi.sittings.queries.figures import Counts, Totals, contest_figures, totals
from tests import make
from tests.live.conftest import BOTH
from tests.make import AT
from tests.rehearsals.test_holding import PEOPLE, held

on_both = pytest.mark.parametrize("database", BOTH, indirect=True)


@pytest.fixture
def twin(contest, organiser) -> Contest:
    """Of a contest whose page is public, played to its end."""
    actions.announce(contest, by=organiser, at=AT)
    made = held(contest, organiser)
    return Contest.objects.get(pk=made.twin_id)


@on_both
def test_its_figures_are_its_own(contest, twin):
    progress = Rehearsal.objects.get().progress
    sittings = sum(one["sittings"] for one in progress)

    assert (twin.state, twin.rehearses_id) == (ContestState.ANNOUNCED, contest.pk)
    assert contest_figures(twin).all == Counts(PEOPLE, sittings, sittings)
    assert contest_figures(contest).all == Counts()
    assert totals([contest.pk, twin.pk]) == {
        twin.pk: Totals(people=PEOPLE, attempts=sittings, units=0)
    }


def test_no_list_names_it(contest, twin):
    organiser = make.holder(RoleName.ORGANISER, over=contest.body)
    lists = (
        queries.public_contests(),
        queries.contests_of(organiser, at=AT),
        queries.contests_at_desk(organiser, contest.body, at=AT),
    )

    assert [list(one) for one in lists] == [[contest]] * 3
    assert twin.slug not in Client().get("/").content.decode()


def test_the_clock_never_publishes_or_reports_it(twin):
    reported = [one for one, _ in mornings_due(AT + timedelta(days=8))]
    for days in (8, 16, 24, 32):
        for deed in jobs.due(AT + timedelta(days=days)):
            deed()

    assert (twin in reported, Result.objects.filter(contest=twin).exists()) == (False, False)
    assert not MorningReport.objects.filter(contest=twin).exists()


def test_nobody_can_publish_it_either(twin, organiser):
    draft = Draft.objects.filter(contest=twin).first()
    Approval.objects.create(draft=draft, person=organiser, recorded_by=organiser, at=AT)

    with pytest.raises(RehearsalNotPublished):
        results.publish(draft, by=organiser, at=AT)
    with pytest.raises(RehearsalNotPublished):
        results.publish_preliminary(draft, at=AT)


def test_whoever_knows_the_address_may_try_a_paper(twin):
    page = Client().get(f"/{twin.slug}/").content.decode()

    assert "Bản chạy thử: mọi bài làm ở đây bị xóa" in page
    assert "Làm thử" in page
    door = Client().get(f"/{twin.slug}/chay-thu.json").json()
    assert (door["slug"], door["round"]) == (twin.slug, "lam-thu")


def test_the_address_is_gone_once_it_is_ended(contest, twin, organiser):
    actions.end_rehearsal(contest, by=organiser, at=AT)

    assert Client().get(f"/{twin.slug}/").status_code == 404
    assert Client().get(f"/{twin.slug}/chay-thu.json").status_code == 404


def test_a_failure_that_nobody_foresaw_is_said(contest, organiser, monkeypatch):
    def fail(_round) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(holding, "_trial_result", fail)
    made = held(contest, organiser)

    assert (made.state, made.trouble[:31]) == (
        RehearsalState.FAILED,
        "Hệ thống gặp lỗi khi chạy thử. ",
    )
