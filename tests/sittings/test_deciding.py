"""Decisions about single sittings: recorded with their reason, and nothing is changed."""

from datetime import timedelta
from typing import Any

import pytest

from hoithi.entries.models import Entrant
from hoithi.sittings.actions.closing import close_overdue
from hoithi.sittings.actions.deciding import (
    AlreadyDecided,
    Grounds,
    NothingLate,
    PaperIn,
    ReasonNeeded,
    annul,
    count_late,
    permit,
)
from hoithi.sittings.actions.marking import mark_round
from hoithi.sittings.models import Sitting, Submission
from hoithi.sittings.queries.halls import hall
from hoithi.sittings.queries.points import points
from hoithi.sittings.queries.starts import standing
from tests import make
from tests.live import scene
from tests.live.scene import AT
from tests.sittings.make import sheet, sitting

pytestmark = pytest.mark.django_db

GROUNDS = Grounds("mất điện", "12/QĐ-BTC")


@pytest.fixture
def by() -> Any:
    return make.person()


def test_a_decision_needs_its_reason() -> None:
    with pytest.raises(ReasonNeeded):
        Grounds("  ")


def test_an_attempt_is_given_back_to_each_of_a_unit(by: Any) -> None:
    contest = scene.contest()
    people = [scene.entrant(contest) for _ in range(3)]
    paper = PaperIn(contest.rounds.get(), "paper")
    given = permit(Entrant.objects.all(), paper, grounds=GROUNDS, by=by, at=AT)
    assert given == 3
    assert [sum(standing(one.pk, hall(AT)).permissions.values()) for one in people] == [1, 1, 1]
    assert make.deeds()[-1] == "sittings.permitted"


def test_an_annulled_sitting_counts_for_nothing(by: Any) -> None:
    made = sitting(scene.entrant(scene.contest()))
    annul(made, grounds=GROUNDS, by=by, at=AT)
    assert [one.annulled for one in standing(made.entrant_id, hall(AT)).past] == [True]
    with pytest.raises(AlreadyDecided):
        annul(made, grounds=GROUNDS, by=by, at=AT)


def test_a_late_sheet_counts_in_place_of_what_was_closed(by: Any) -> None:
    made = sitting(scene.entrant(scene.contest()))
    sheet(made, 1, {"1": 1})
    late_at = made.deadline_at + timedelta(minutes=2)
    sheet(made, 2, {"1": 2}, late=True, received_at=late_at)
    close_overdue(late_at)
    twin = count_late(made, grounds=GROUNDS, by=by, at=late_at)
    counted = Submission.objects.get(sitting=twin)
    assert (counted.kind, counted.answers, twin.ordinal) == ("decided", {"1": 2}, 2)
    state = mark_round(made.round, at=late_at)
    (line,) = points(made.round, "paper", key_state=state)
    assert (line.sitting_id, line.seconds) == (twin.pk, 20 * 60)
    assert (Sitting.objects.count(), Submission.objects.count()) == (2, 2)
    assert make.deeds()[-1] == "sittings.late_counted"
    with pytest.raises(AlreadyDecided):
        count_late(made, grounds=GROUNDS, by=by, at=late_at)


def test_nothing_late_is_nothing_to_count(by: Any) -> None:
    made = sitting(scene.entrant(scene.contest()))
    sheet(made, 1, {"1": 1})
    with pytest.raises(NothingLate):
        count_late(made, grounds=GROUNDS, by=by, at=AT)
