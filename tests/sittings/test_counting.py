"""Counters are brought up to date step by step, and come to what counting everything comes to."""

import random
from datetime import timedelta

import pytest

from hoithi.contests.models import Contest
from hoithi.entries.models import UnitCorrection
from hoithi.sittings.actions import counting
from hoithi.sittings.actions.counting import count
from hoithi.sittings.models import Figure, FigureTally, SittingDecision
from hoithi.sittings.queries.figures import (
    Counts,
    Totals,
    contest_figures,
    figures_before,
    figures_of,
    totals,
)
from tests import make
from tests.entries.make import unit
from tests.live import scene
from tests.live.scene import AT
from tests.rehearsals.conftest import WEEKS
from tests.sittings.make import sitting, submission

pytestmark = pytest.mark.django_db


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is written is settled with the next count."""
    monkeypatch.setattr(counting, "SETTLED_SECONDS", 0.0)


def shown(contest: Contest) -> list[tuple[object, ...]]:
    """Every figure of the contest."""
    fields = ("round__key", "kind", "key", "people", "newcomers", "sittings", "submitted")
    rows = Figure.objects.filter(round__contest=contest)
    return sorted(rows.values_list(*fields))


def counted_anew(contest: Contest) -> list[tuple[object, ...]]:
    """The same after everything was counted from nothing."""
    Figure.objects.all().delete()
    FigureTally.objects.all().delete()
    for round_ in contest.rounds.all():
        count(round_, at=AT)
    return shown(contest)


@pytest.mark.usefixtures("at_once")
def test_a_later_count_reads_only_what_came_since() -> None:
    contest = scene.contest()
    round_ = contest.rounds.get()
    one = scene.entrant(contest)
    submission(sitting(one), {})
    count(round_, at=AT)
    settled = FigureTally.objects.get()

    sitting(one, AT + timedelta(hours=1))
    sitting(scene.entrant(contest), AT + timedelta(hours=1))
    count(round_, at=AT)

    assert figures_of(round_).all == Counts(2, 3, 1)
    assert FigureTally.objects.get().mark > settled.mark
    assert shown(contest) == counted_anew(contest)


def test_counting_again_changes_nothing(django_assert_num_queries: object) -> None:
    contest = scene.contest()
    for _ in range(3):
        submission(sitting(scene.entrant(contest)), {})
    count(contest.rounds.get(), at=AT)
    before = shown(contest)

    with django_assert_num_queries(13):  # type: ignore[operator]  # pytest-django's fixture
        count(contest.rounds.get(), at=AT)

    assert shown(contest) == before


@pytest.mark.usefixtures("at_once")
def test_an_annulled_sitting_leaves_the_figures() -> None:
    contest = scene.contest()
    round_ = contest.rounds.get()
    one = scene.entrant(contest)
    gone, kept = sitting(one, device_class="phone"), sitting(one, device_class="desktop")
    submission(gone, {})
    count(round_, at=AT)

    SittingDecision.objects.create(
        entrant=one,
        sitting=gone,
        round=round_,
        kind="annul",
        reason="Mất điện",
        decided_by=make.person(),
        decided_at=AT,
    )
    count(round_, at=AT)

    figures = figures_of(round_)
    assert (figures.all, figures.devices) == (Counts(1, 1, 0), {"desktop": Counts(1, 1, 0)})
    assert kept.pk


@pytest.mark.usefixtures("at_once")
def test_who_stands_for_another_unit_moves_with_all_sittings() -> None:
    contest = scene.contest()
    round_ = contest.rounds.get()
    old, new = unit("Thôn Đông", of=contest.body), unit("Thôn Tây", of=contest.body)
    one = scene.entrant(contest, unit=old)
    sitting(one)
    count(round_, at=AT)

    one.unit = new
    one.save()
    UnitCorrection.objects.create(
        contest=contest, entrant=one, unit=new, reason="x", asked_at=AT, accepted=True
    )
    count(round_, at=AT)

    assert figures_of(round_).units == {new.pk: Counts(1, 1, 0)}


@pytest.mark.usefixtures("at_once")
def test_a_person_of_two_weeks_is_one_person_of_the_contest() -> None:
    contest = scene.contest(scene.rules(rounds=WEEKS))
    place = unit("Thôn Đông", of=contest.body)
    one = scene.entrant(contest, unit=place)
    for week, who in ((0, one), (1, one), (1, scene.entrant(contest))):
        submission(sitting(who, round=contest.rounds.all()[week]), {})
    for round_ in contest.rounds.all():
        count(round_, at=AT)

    found = contest_figures(contest)

    assert (found.all, found.units) == (
        Counts(2, 3, 3),
        {place.unit_id: Counts(1, 2, 2), 0: Counts(1, 1, 1)},
    )
    assert totals([contest.pk]) == {contest.pk: Totals(people=2, attempts=3, units=1)}
    before = figures_before(contest, AT + timedelta(days=30))
    assert (before.all, before.units, before.days) == (found.all, found.units, found.days)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("seed", range(5))
def test_any_story_counted_step_by_step_comes_to_the_same(seed: int) -> None:
    chance = random.Random(seed)
    contest = scene.contest(scene.rules(rounds=WEEKS))
    places = [unit("Thôn Đông", of=contest.body), unit("Thôn Tây", of=contest.body), None]
    people = [scene.entrant(contest, unit=chance.choice(places)) for _ in range(6)]
    rounds, waiting = list(contest.rounds.all()), []
    for hour in range(40):
        facts = {"round": chance.choice(rounds), "device_class": chance.choice(["phone", ""])}
        waiting.append(sitting(chance.choice(people), AT + timedelta(hours=hour / 3), **facts))
        if chance.random() < 0.6:
            submission(waiting.pop(chance.randrange(len(waiting))), {})
        if chance.random() < 0.3:
            count(chance.choice(rounds), at=AT)
    for round_ in rounds:
        count(round_, at=AT)

    assert shown(contest) == counted_anew(contest)
