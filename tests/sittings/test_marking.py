"""Marks are rows under a state of the keys; points are streamed to whoever ranks them."""

from datetime import timedelta
from decimal import Decimal

import pytest

from hoithi.questions.models import AnswerKey, QuestionVersion
from hoithi.sittings.actions import marking
from hoithi.sittings.actions.counting import count
from hoithi.sittings.actions.marking import mark_new, mark_round
from hoithi.sittings.actions.sealing import seal_sheets
from hoithi.sittings.jobs import due
from hoithi.sittings.models import Mark, Submission
from hoithi.sittings.queries.figures import Counts, figures_of
from hoithi.sittings.queries.keys import keys_of
from hoithi.sittings.queries.points import points
from tests import make
from tests.live import scene
from tests.live.scene import AT
from tests.sittings.make import right_of, sitting, submission

pytestmark = pytest.mark.django_db


def test_a_sheet_of_right_answers_gets_all_points() -> None:
    made = sitting(scene.entrant(scene.contest()))
    submission(made, right_of(made.paper, made.entrant.contest), prediction=12)
    state = mark_round(made.round, at=AT)
    (line,) = points(made.round, "paper", key_state=state)
    assert (line.points, line.most, line.right, line.questions) == (8, 8, 8, 8)
    assert (line.entrant_id, line.seconds, line.prediction) == (made.entrant_id, 300, 12)


def test_a_corrected_key_gives_new_marks_beside_the_old_ones() -> None:
    made = sitting(scene.entrant(scene.contest()))
    submission(made, right_of(made.paper, made.entrant.contest))
    before = mark_round(made.round, at=AT)
    version = QuestionVersion.objects.get(pk=made.paper.content[0][0])
    AnswerKey.objects.create(version=version, number=2, right=[1], made_at=AT)
    after = mark_round(made.round, at=AT)
    assert before != after
    earned = dict(Mark.objects.values_list("key_state", "points"))
    assert earned == {before: Decimal(8), after: Decimal(7)}


def test_marking_in_pieces_marks_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(marking, "CHUNK", 2)
    contest = scene.contest()
    for _ in range(5):
        submission(sitting(scene.entrant(contest)), {"1": 1})
    round_ = contest.rounds.get()
    assert [mark_new(round_, at=AT) for _ in range(4)] == [2, 2, 1, 0]
    mark_round(round_, at=AT)
    assert Mark.objects.count() == 5


def test_a_withdrawn_question_gives_its_points_to_all() -> None:
    made = sitting(scene.entrant(scene.contest()))
    submission(made, {})
    AnswerKey.objects.filter(version=made.paper.content[0][0]).update(withdrawn=True)
    state = mark_round(made.round, at=AT)
    assert [one.points for one in points(made.round, "paper", key_state=state)] == [1]


def test_the_keys_are_read_again_only_when_one_was_added(django_assert_num_queries: object) -> None:
    round_ = scene.contest().rounds.get()
    first = keys_of(round_.pk)
    with django_assert_num_queries(2):  # type: ignore[operator]  # pytest-django's fixture
        assert keys_of(round_.pk) is first


def test_people_and_attempts_are_counted_apart() -> None:
    contest = scene.contest()
    one, two = scene.entrant(contest), scene.entrant(contest)
    submission(sitting(one, device_class="phone"), {})
    sitting(one, AT + timedelta(hours=1), device_class="phone")
    sitting(two, AT + timedelta(hours=1), device_class="computer")
    round_ = contest.rounds.get()
    count(round_, at=AT)
    count(round_, at=AT + timedelta(hours=2))
    figures = figures_of(round_)
    assert (figures.all, figures.units) == (Counts(2, 3, 1), {0: Counts(2, 3, 1)})
    assert figures.devices == {"computer": Counts(1, 1, 0), "phone": Counts(1, 2, 1)}
    assert list(figures.hours.values()) == [Counts(1, 1, 1), Counts(2, 2, 0)]
    assert figures.counted_at == AT + timedelta(hours=2)


def test_the_sheets_of_a_closed_round_are_hashed_once() -> None:
    made = sitting(scene.entrant(scene.contest()))
    submission(made, {"1": 1})
    first = seal_sheets(made.round, at=AT)
    assert (len(first or ""), seal_sheets(made.round, at=AT)) == (64, None)
    assert make.deeds().count("sittings.sheets_hashed") == 1


def test_the_clock_closes_marks_counts_and_hashes() -> None:
    made = sitting(scene.entrant(scene.contest()))
    closes = made.round.closes_at
    assert closes
    for moment in (made.deadline_at + timedelta(minutes=1), closes + timedelta(minutes=6)):
        for deed in due(moment):
            deed()
    assert (Submission.objects.get().kind, Mark.objects.count()) == ("closed", 1)
    assert figures_of(made.round).all == Counts(1, 1, 1)
    assert make.deeds()[-1] == "sittings.sheets_hashed"
