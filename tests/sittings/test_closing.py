"""What runs out of time is handed in from its newest sheet, once."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from hoithi.contests.models import Round
from hoithi.people.models import Person
from hoithi.sittings.actions.closing import Sweep, close_overdue
from hoithi.sittings.actions.deciding import Grounds, annul, extend
from hoithi.sittings.models import Holder, Submission
from tests import make
from tests.live import scene
from tests.live.scene import AT, MINUTES
from tests.sittings.make import sheet, sitting, submission

pytestmark = pytest.mark.django_db

DEADLINE = AT + timedelta(minutes=MINUTES)
OVER = DEADLINE + timedelta(seconds=35, microseconds=1)
GROUNDS = Grounds("mất điện", "12/QĐ-BTC")


def closed() -> list[tuple[Any, ...]]:
    fields = ("kind", "holder", "revision", "answers", "submitted_at")
    return list(Submission.objects.order_by("sitting").values_list(*fields))


def test_the_newest_sheet_is_handed_in_after_deadline_grace_and_five_seconds() -> None:
    made = sitting(scene.entrant(scene.contest()))
    sheet(made, 1, {"1": 1})
    sheet(made, 2, {"1": 2})
    sheet(made, 3, {"1": 3}, late=True)
    early, late = close_overdue(OVER - timedelta(microseconds=1)), close_overdue(OVER)
    assert (early, late, close_overdue(OVER)) == (0, 1, 0)
    assert closed() == [("closed", 1, 2, {"1": 2}, DEADLINE)]


def test_a_newer_page_that_saved_nothing_goes_on_from_the_older_one() -> None:
    made = sitting(scene.entrant(scene.contest()))
    sheet(made, 4, {"1": 4})
    Holder.objects.create(sitting=made, number=2, at=AT)
    close_overdue(OVER)
    assert closed() == [("closed", 2, 4, {"1": 4}, DEADLINE)]


def test_a_sitting_without_a_sheet_is_closed_empty_and_one_handed_in_is_left_alone() -> None:
    contest = scene.contest()
    sitting(scene.entrant(contest))
    submission(sitting(scene.entrant(contest)), {"1": 1})
    assert close_overdue(OVER) == 1
    assert [one[:4] for one in closed()] == [("closed", 1, 0, {}), ("contestant", 1, 1, {"1": 1})]


@pytest.fixture
def person() -> Person:
    return make.person()


def test_an_extended_sitting_runs_on_and_an_annulled_one_is_never_closed(person: Person) -> None:
    contest = scene.contest()
    longer, gone = (sitting(scene.entrant(contest)) for _ in range(2))
    extend(longer, seconds=600, grounds=GROUNDS, by=person, at=AT)
    annul(gone, grounds=GROUNDS, by=person, at=AT)
    sweep = Sweep()
    moments = (OVER, OVER + timedelta(minutes=5), OVER + timedelta(minutes=10))
    assert [close_overdue(moment, sweep) for moment in moments] == [0, 0, 1]
    assert closed()[0][4] == DEADLINE + timedelta(minutes=10)


def test_an_early_close_of_the_round_closes_its_sittings(person: Person) -> None:
    made = sitting(scene.entrant(scene.contest()))
    sheet(made, 1, {"1": 1})
    closes = AT + timedelta(minutes=2)
    Round.objects.update(closes_at=closes)
    sweep = Sweep(until=AT)
    assert close_overdue(closes + timedelta(seconds=36), sweep) == 1
    assert (closed()[0][4], bool(person)) == (closes, True)


def test_many_are_closed_in_small_transactions(
    django_assert_max_num_queries: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hoithi.sittings.actions.closing._CHUNK", 2)
    contest = scene.contest()
    for _ in range(5):
        sitting(scene.entrant(contest))
    with django_assert_max_num_queries(60):
        assert close_overdue(OVER) == 5
    assert {moment for *_, moment in closed()} == {DEADLINE}


def test_after_a_look_only_what_is_new_is_looked_at(django_assert_num_queries: Any) -> None:
    contest = scene.contest()
    submission(sitting(scene.entrant(contest)), {})
    sweep = Sweep()
    close_overdue(OVER, sweep)
    with django_assert_num_queries(2):
        close_overdue(OVER + timedelta(seconds=2), sweep)
    assert sweep == Sweep(OVER + timedelta(seconds=2), set())
    assert isinstance(sweep.until, datetime)
