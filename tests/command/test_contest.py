"""False people take part in rehearsals and demonstrations, and in nothing else."""

import json
from datetime import timedelta

import pytest

from hoithi.contests.models import Contest, ContestState, Round
from hoithi.core.rulebook.entry import EntryRules
from hoithi.entries.models import Entrant
from hoithi.sittings.models import PaperPool, Submission
from tests.command.conftest import Run
from tests.live import scene

pytestmark = pytest.mark.usefixtures("installation", "at")


def rehearsal() -> Contest:
    made = scene.contest(scene.rules(entry=EntryRules(unit=None)))
    Contest.objects.filter(pk=made.pk).update(rehearses=scene.contest().pk)
    return made


def test_a_rehearsal_is_played_by_as_many_as_asked(run: Run) -> None:
    contest = rehearsal()

    ran = run("contest", "simulate", contest.slug, "--people", "30", "--json")

    told = json.loads(ran.out)
    assert (ran.code, told["crowd"], told["entered"]) == (0, 30, 30)
    assert set(told["refusals"]) <= {"day_used_up"}
    assert told["submissions"] == Submission.objects.count() >= 30
    assert Entrant.objects.filter(contest=contest).count() == 30


def test_who_played_before_comes_back_as_the_same_person(run: Run) -> None:
    contest = rehearsal()
    words = ("contest", "simulate", contest.slug, "--people", "10", "--json")
    Round.objects.update(closes_at=scene.AT + timedelta(days=20))
    run(*words, "--share", "0.5")

    again = json.loads(run(*words).out)

    assert (again["crowd"], again["entered"]) == (10, 5)
    assert Entrant.objects.filter(contest=contest).count() == 10


def test_the_same_seed_is_the_same_crowd(run: Run) -> None:
    told = []
    for slug in (rehearsal().slug, rehearsal().slug):
        ran = run("contest", "simulate", slug, "--people", "12", "--seed", "a", "--json")
        told.append({**json.loads(ran.out), "contest": ""})
    assert told[0] == told[1]


def test_a_real_contest_takes_no_false_people(run: Run, settings: object) -> None:
    contest = scene.contest()

    ran = run("contest", "simulate", contest.slug)

    assert (ran.code, "là cuộc thi thật" in ran.said) == (78, True)
    assert not Entrant.objects.exists()
    settings.DEMO = True  # type: ignore[attr-defined]  # the fixture takes every setting
    assert run("contest", "simulate", contest.slug, "--people", "2").code == 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param({"state": ContestState.DRAFT}, "chưa công khai", id="not announced"),
        pytest.param({"opens_at": None}, "chưa có thời gian thi", id="undated"),
        pytest.param(
            {"opens_at": scene.AT - timedelta(days=99)}, "chưa được áp dụng", id="before the rules"
        ),
        pytest.param({"pools": None}, "Chưa có bộ đề cho: paper", id="no papers"),
    ],
)
def test_what_is_missing_is_said(run: Run, change: dict[str, object], words: str) -> None:
    contest = rehearsal()
    if "state" in change:
        Contest.objects.filter(pk=contest.pk).update(**change)
    elif "opens_at" in change:
        contest.rounds.update(**change)
    else:
        PaperPool.objects.all().delete()

    ran = run("contest", "simulate", contest.slug, "--round", "week-1")

    assert (ran.code, words in ran.said) == (78, True)


@pytest.mark.parametrize("words", [("khong-co",), ("{slug}", "--round", "tuan-99")])
def test_an_unknown_name_is_said(run: Run, words: tuple[str, ...]) -> None:
    slug = rehearsal().slug
    ran = run("contest", "simulate", *(word.format(slug=slug) for word in words))
    assert (ran.code, ran.out, bool(ran.said.strip())) == (66, "", True)


@pytest.mark.parametrize("words", [("--people", "0"), ("--share", "1.5"), ("--people", "nhiều")])
def test_an_impossible_number_is_refused(run: Run, words: tuple[str, ...]) -> None:
    assert run("contest", "simulate", "x", *words).code != 0
