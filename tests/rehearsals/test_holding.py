"""A rehearsal is played by false people on a twin, and nothing of it remains."""

from datetime import timedelta

import pytest
from django.apps import apps
from django_tasks_db.models import DBTaskResult

from hoithi.contests import actions
from hoithi.contests.models import Contest, Rehearsal, RehearsalState
from hoithi.core.rehearsing import NotNow
from hoithi.journal.models import Entry
from hoithi.rehearsals import holding, jobs
from hoithi.results.models import Draft
from hoithi.sittings.models import Submission
from tests.live.conftest import BOTH
from tests.make import AT

PEOPLE = 12
on_both = pytest.mark.parametrize("database", BOTH, indirect=True)


def asked(contest, organiser, people=PEOPLE) -> Rehearsal:
    """A rehearsal in the queue of the worker."""
    made = actions.rehearse(contest, people, by=organiser, at=AT)
    work(AT)
    made.refresh_from_db()
    return made


def work(at) -> None:
    for deed in jobs.due(at):
        deed()


def held(contest, organiser, people=PEOPLE) -> Rehearsal:
    """A rehearsal that the worker has played."""
    made = asked(contest, organiser, people)
    holding.hold_rehearsal.func(made.pk)
    made.refresh_from_db()
    return made


KEPT = {"Rehearsal", "Entry"}


def rows() -> dict[str, int]:
    """How many rows each table of ours has, the journal and the rehearsal's own row aside."""
    models = (m for m in apps.get_models() if m.__module__.startswith("hoithi."))
    return {m.__name__: m.objects.count() for m in models if m.__name__ not in KEPT}


@on_both
def test_the_crowd_plays_every_week_and_trial_results_stand_ready(contest, organiser):
    made = held(contest, organiser)

    told = [(one["title"], one["crowd"], one["people"], one["done"]) for one in made.progress]
    assert (made.state, made.trouble) == (RehearsalState.PLAYED, "")
    assert told == [("Tuần 1", 12, 12, True), ("Tuần 2", 7, 7, True)]
    assert list(Draft.objects.values_list("contest_id", "round__key").order_by("pk")) == [
        (made.twin_id, "week-1"),
        (made.twin_id, "week-2"),
        (made.twin_id, None),
    ]
    assert sum(one["submissions"] for one in made.progress) == Submission.objects.count()


@on_both
def test_whoever_ends_it_leaves_nothing_false_behind(contest, organiser):
    before = rows()
    held(contest, organiser)

    actions.end_rehearsal(contest, by=organiser, at=AT)
    work(AT)

    made = Rehearsal.objects.get()
    assert rows() == before
    assert (made.cleared_at, made.twin_id, made.progress[0]["people"]) == (AT, None, PEOPLE)


@pytest.mark.parametrize(
    "moment",
    [
        pytest.param(AT + timedelta(days=6, hours=22), id="before the first round opens"),
        pytest.param(AT + timedelta(days=30), id="late, after the worker was away"),
    ],
)
def test_it_clears_itself(contest, organiser, moment):
    before = rows()
    held(contest, organiser)

    work(moment)

    assert (rows(), Rehearsal.objects.get().cleared_at) == (before, moment)


def test_an_opening_moved_forward_clears_it_too(contest, organiser):
    held(contest, organiser)
    contest.rounds.filter(key="week-1").update(opens_at=AT + timedelta(hours=2))

    work(AT + timedelta(minutes=90))
    assert Rehearsal.objects.get().cleared_at is None
    work(AT + timedelta(minutes=105))

    assert Rehearsal.objects.get().cleared_at == AT + timedelta(minutes=105)


def test_clearing_goes_on_where_it_was_interrupted(contest, organiser, monkeypatch):
    before = rows()
    held(contest, organiser)
    monkeypatch.setattr(jobs, "_PIECES", 2)
    actions.end_rehearsal(contest, by=organiser, at=AT)

    ticks = 0
    while Rehearsal.objects.filter(cleared_at=None).exists():
        work(AT)
        ticks += 1

    assert (rows(), ticks > 3) == (before, True)


class Killed(BaseException):
    """What the process does not live to see."""


def test_a_run_that_died_is_begun_again_from_nothing(contest, organiser, monkeypatch):
    before = rows()
    made = asked(contest, organiser)

    def die(_round) -> None:
        raise Killed

    with monkeypatch.context() as once:
        once.setattr(holding, "_trial_result", die)
        with pytest.raises(Killed):
            holding.hold_rehearsal.func(made.pk)
    Rehearsal.objects.update(state=RehearsalState.PLAYING)
    work(AT + timedelta(seconds=59))
    assert DBTaskResult.objects.count() == 1
    work(AT + timedelta(minutes=1))
    assert DBTaskResult.objects.count() == 2
    holding.hold_rehearsal.func(made.pk)

    made.refresh_from_db()
    assert (made.state, made.run, Contest.objects.count()) == (RehearsalState.PLAYED, 2, 2)
    assert sum(one["submissions"] for one in made.progress) == Submission.objects.count()
    actions.end_rehearsal(contest, by=organiser, at=AT)
    work(AT)
    assert rows() == before


def test_ending_in_the_middle_stops_the_crowd(contest, organiser, monkeypatch):
    before = rows()
    made = asked(contest, organiser)

    def end(_round) -> None:
        actions.end_rehearsal(contest, by=organiser, at=AT)

    monkeypatch.setattr(holding, "_trial_result", end)

    holding.hold_rehearsal.func(made.pk)
    work(AT)

    made.refresh_from_db()
    assert (made.state, made.cleared_at, rows()) == (RehearsalState.STOPPED, AT, before)


def test_a_task_begun_twice_plays_once(contest, organiser):
    made = held(contest, organiser)
    holding.hold_rehearsal.func(made.pk)

    assert (Rehearsal.objects.get().run, Contest.objects.count()) == (1, 2)


def test_a_bank_that_is_too_small_is_said(contest, organiser):
    contest.banks.clear()
    made = held(contest, organiser)

    assert (made.state, made.trouble) == (
        RehearsalState.FAILED,
        "Ngân hàng chưa đủ câu hỏi đã duyệt, còn hiệu lực cho đề của đợt này.",
    )


def test_the_journal_tells_of_the_rehearsal_and_of_no_result(contest, organiser):
    held(contest, organiser)
    actions.end_rehearsal(contest, by=organiser, at=AT)
    work(AT)

    deeds = list(Entry.objects.order_by("pk").values_list("deed", flat=True))
    assert [deed for deed in deeds if deed.startswith(("contests.rehears", "results"))] == [
        "contests.rehearsed",
        "contests.rehearsal_ended",
        "contests.rehearsal_cleared",
    ]


def test_a_contest_is_rehearsed_once_at_a_time(contest, organiser):
    asked(contest, organiser)

    with pytest.raises(actions.NotToBeRehearsed) as refused:
        actions.rehearse(contest, 5, by=organiser, at=AT)
    assert refused.value.why is NotNow.RUNNING
