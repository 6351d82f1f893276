"""The statistics of a closed round: reckoned by the worker, read by those who may read keys."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.results import actions, jobs
from hoithi.results.actions.correcting import approve_correction
from hoithi.results.actions.item_statistics import reckon_statistics
from hoithi.results.models import (
    CorrectionState,
    Draft,
    KeyCorrection,
    QuestionFigure,
    RoundStatistics,
)
from hoithi.results.queries.item_statistics import figures_of
from tests import make
from tests.live import scene
from tests.results.keys import AFTER, Week
from tests.sittings import make as rows
from tests.web_organiser.conftest import browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def week():
    with clock.pinned(AFTER):
        yield Week()


def address(week, name="round_statistics", *more):
    return reverse(name, args=[week.contest.slug, week.round.key, *more])


def test_the_worker_reckons_once_after_the_round_closed(week):
    assert RoundStatistics not in {type(one) for one in jobs.due(AFTER)}
    actions.prepare(week.round, at=AFTER)
    counted = [deed for deed in jobs.due(AFTER) if deed.func is reckon_statistics]
    assert [deed.args for deed in counted] == [(week.round,)]
    counted[0]()
    row = RoundStatistics.objects.get()
    assert (row.handed_in, row.made_at) == (3, AFTER)
    (paper,) = figures_of(row).papers
    assert (paper.paper.sittings, paper.paper.questions, paper.paper.most) == (3, 8, 8.0)
    first = next(one for one in paper.questions if one.version == week.version.pk)
    assert first.figures.facility == pytest.approx(1 / 3)
    assert [deed for deed in jobs.due(AFTER) if deed.func is reckon_statistics] == []


def test_a_corrected_key_has_them_reckoned_again_even_where_no_result_changes(week):
    week.verify(0, 1, 2)
    week.published()
    reckon_statistics(week.round, at=AFTER)
    correction = approve_correction(week.proposed(places=None), by=week.chief, at=AFTER)
    later = AFTER + timedelta(minutes=1)
    Draft.objects.update(prepared_at=AFTER - timedelta(days=1))
    assert [deed for deed in jobs.due(later) if deed.func is reckon_statistics] == []
    KeyCorrection.objects.filter(pk=correction.pk).update(state=CorrectionState.DONE, done_at=later)
    (again,) = [deed for deed in jobs.due(later) if deed.func is reckon_statistics]
    again()
    (paper,) = figures_of(RoundStatistics.objects.get()).papers
    # Who had it wrong has its point now; of three with 8, 7 and 0 points all have one more at most.
    assert (paper.paper.most, paper.paper.mean) == (8.0, pytest.approx((8 + 8 + 1) / 3))
    assert paper.paper.alpha is not None
    assert week.version.pk not in {one.version for one in paper.questions}


def test_pages_before_and_after_the_figures_are_there(week):
    desk = browser(week.official)
    assert "Hãy tải lại trang này" in desk.get(address(week)).content.decode()
    reckon_statistics(week.round, at=AFTER)
    shown = desk.get(address(week)).content.decode()
    assert "single-" in shown
    for order in ("nghi-van", "do-kho", "phan-biet", "ma", "x"):
        assert desk.get(address(week), {"xep": order, "de": "99"}).status_code == 200
    one = desk.get(address(week, "question_statistics", week.version.pk)).content.decode()
    assert "Ai chọn phương án nào" in one
    assert "<svg" in one
    table = desk.get(address(week, "round_statistics_out", "csv")).content.decode()
    assert table.count("single-") == 2


def test_many_who_take_another_option_make_a_key_doubtful(week):
    right = rows.right_of(week.paper, week.contest)
    other = {**right, "1": week.paper.content[0][1].index(1) + 1}
    for number in range(24):
        answers = other if number % 2 else {"1": right["1"]}
        rows.submission(rows.sitting(scene.entrant(week.contest)), answers)
    reckon_statistics(week.round, at=AFTER)
    shown = browser(week.official).get(address(week)).content.decode()
    assert "đáp án có thể sai" in shown
    assert shown.index(f">{week.version.question.code}<") < shown.index("Xem lại đáp án")
    history = QuestionFigure.objects.get(version=week.version)
    assert history.discrimination < 0
    bank = browser(week.official).get(reverse("question_detail", args=[week.version.pk]))
    assert "Câu hỏi này qua các đợt thi" in bank.content.decode()


@pytest.mark.parametrize("role", [RoleName.SECRETARY, RoleName.APPROVER, RoleName.QUESTION_WRITER])
def test_who_may_not_read_keys_sees_no_statistics(week, role):
    stranger = browser(make.holder(role, over=week.contest.body))
    assert stranger.get(address(week)).status_code == 404
    assert Client().get(address(week)).status_code == 302
