"""A draft that is deleted takes its rehearsal with it: the twin, false people, all they did."""

import pytest

from hoithi.campaigns.models import Campaign
from hoithi.contests.models import Contest, Rehearsal
from hoithi.entries.actions.deleting import delete_contest
from hoithi.entries.models import Entrant
from hoithi.rehearsals import holding
from hoithi.sittings.models import Paper, Submission
from tests.live.conftest import BOTH
from tests.make import AT
from tests.rehearsals.test_holding import asked, held, work

on_both = pytest.mark.parametrize("database", BOTH, indirect=True)


def left() -> int:
    """Rows of contests and of those who took part, true or false."""
    tables = (Contest, Campaign, Rehearsal, Entrant, Paper, Submission)
    return sum(table.objects.count() for table in tables)


def given_up(contest, organiser) -> None:
    """Deleted by its organiser; the worker has its turn until nothing is left to do."""
    delete_contest(contest, by=organiser, at=AT)
    for _ in range(20):
        work(AT)


@on_both
def test_the_twin_goes_with_the_draft(contest, organiser):
    held(contest, organiser)
    assert Submission.objects.exists()
    given_up(contest, organiser)
    assert left() == 0


def test_a_rehearsal_in_the_queue_is_never_played(contest, organiser):
    waiting = asked(contest, organiser)
    given_up(contest, organiser)
    holding.hold_rehearsal.func(waiting.pk)
    assert left() == 0


def test_a_run_that_is_alive_ends_before_its_rows_go(contest, organiser):
    made = asked(contest, organiser)
    Rehearsal.objects.filter(pk=made.pk).update(state="playing", beat_at=AT)
    given_up(contest, organiser)
    assert (Contest.objects.get().state, Rehearsal.objects.get().ended_at) == ("deleted", AT)
    Rehearsal.objects.filter(pk=made.pk).update(state="stopped")
    work(AT)
    assert left() == 0
