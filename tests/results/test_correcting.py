"""A key that was wrong: proposed, shown, approved by another, and a new numbered result."""

from decimal import Decimal

import pytest

from hoithi.core.questions.records import Answer
from hoithi.questions.models import QuestionState
from hoithi.results import actions
from hoithi.results.actions import refusals
from hoithi.results.actions.applying import apply
from hoithi.results.actions.correcting import (
    Wanted,
    approve_correction,
    propose,
    reckon_preview,
    reject_correction,
    take_back,
)
from hoithi.results.facts.corrections import Marked, RoundPreview
from hoithi.results.facts.packing import unpack
from hoithi.results.models import CorrectionState, KeyCorrection, Result
from tests import make
from tests.results.keys import AFTER, NAMES, Week, ranking

pytestmark = pytest.mark.django_db
AN, BINH, CUONG = NAMES
POINTS = Decimal(1)


@pytest.fixture
def week():
    return Week()


def shown(correction):
    return unpack(bytes(correction.rounds.get().preview), RoundPreview)


def places(result):
    return [(place, name) for place, name, _points in ranking(result)]


def carried_out(week, correction):
    approve_correction(correction, by=week.chief, at=AFTER)
    return apply(KeyCorrection.objects.get(pk=correction.pk), at=AFTER)


def test_the_preview_says_whose_marks_places_and_prizes_change(week):
    week.published()
    found = shown(week.proposed())
    assert found.marked == Marked(sittings=3, concerned=3, raised=1, lowered=1)
    assert (found.people, found.moved, found.unverified, found.undecided) == (2, 2, 1, 0)
    assert [(one.name, one.place_before, one.place_after) for one in found.lines] == [
        (BINH, 2, 1),
        (AN, 1, 2),
    ]
    assert [(one.gained, one.prize, one.name) for one in found.prizes] == [
        (False, "Giải Nhất", AN),
        (True, "Giải Nhất", BINH),
    ]


def test_nothing_changes_before_a_second_person_approves(week):
    first = week.published()
    correction = week.proposed()
    assert week.version.keys.count() == 1
    assert list(Result.objects.filter(round=week.round)) == [first]
    with pytest.raises(refusals.ProposerApproves):
        approve_correction(correction, by=week.official, at=AFTER)
    assert week.version.keys.count() == 1


def test_the_result_that_was_shown_becomes_the_next_number(week):
    week.verify(1)
    first = week.published()
    before = Result.objects.values().get(pk=first.pk)
    done = carried_out(week, week.proposed())
    row = done.rounds.get()
    assert (done.state, row.waits_for, row.result.number) == (CorrectionState.DONE, "", 2)
    assert row.result.sha256 == row.sha256
    assert places(row.result) == [(1, BINH), (2, AN), (3, CUONG)]
    assert "Nghị định 61 đã được sửa đổi" in row.result.correction_reason
    assert Result.objects.values().get(pk=first.pk) == before
    assert [actions.recount(one, at=AFTER).equal for one in (first, row.result)] == [True, True]
    assert [deed for deed in make.deeds() if "correction" in deed] == [
        "results.correction_proposed",
        "results.correction_approved",
        "results.correction_applied",
    ]


def test_a_new_winner_whom_nobody_verified_waits_on_the_desk(week):
    week.published()
    row = carried_out(week, week.proposed()).rounds.get()
    assert (row.result, row.waits_for) == (None, "WinnersUnverified")
    assert Result.objects.filter(round=week.round).count() == 1


def test_carrying_out_twice_comes_to_the_same(week):
    week.verify(1)
    week.published()
    done = carried_out(week, week.proposed())
    apply(done, at=AFTER)
    assert Result.objects.filter(round=week.round).count() == 2


def test_what_was_corrected_is_taken_back_the_same_way(week):
    week.verify(1)
    first = week.published()
    done = carried_out(week, week.proposed())
    back = take_back(done, reason="Văn bản sửa đổi chưa có hiệu lực", by=week.official, at=AFTER)
    reckon_preview(back, at=AFTER)
    back.refresh_from_db()
    row = carried_out(week, back).rounds.get()
    assert row.result.number == 3
    assert ranking(row.result) == ranking(first)
    with pytest.raises(refusals.CorrectionNotDone):
        take_back(done, reason="Lần nữa", by=week.official, at=AFTER)


def test_a_correction_of_a_correction_goes_from_the_key_in_force(week):
    week.verify(1)
    week.published()
    carried_out(week, week.proposed())
    both = carried_out(week, week.proposed(places=(0, 1)))
    assert week.version.keys.latest("number").right == [0, 1]
    assert [line[2] for line in ranking(both.rounds.get().base_result)] == [8, 7, 0]
    row = both.rounds.get()
    # An and Bình are equal now: one prize for two is for the committee to decide.
    assert (row.result, row.waits_for) == (None, "TiesUndecided")


def test_a_withdrawn_question_counts_as_the_rules_say_and_is_drawn_no_more(week):
    week.verify(1)
    week.published()
    correction = week.proposed(places=None)
    assert shown(correction).marked == Marked(sittings=3, concerned=3, raised=2, lowered=0)
    carried_out(week, correction)
    week.version.refresh_from_db()
    assert week.version.state == QuestionState.WITHDRAWN
    assert week.version.keys.latest("number").withdrawn


def test_another_decision_since_the_preview_has_it_reckoned_again(week):
    week.published()
    correction = week.proposed()
    week.strike(0)
    with pytest.raises(refusals.PreviewStale):
        approve_correction(correction, by=week.chief, at=AFTER)
    correction.refresh_from_db()
    assert (correction.state, week.version.keys.count()) == (CorrectionState.PREPARING, 1)
    reckon_preview(correction, at=AFTER)
    correction.refresh_from_db()
    approve_correction(correction, by=week.chief, at=AFTER)


def test_who_does_not_approve_says_why_and_nothing_changed(week):
    correction = week.proposed()
    with pytest.raises(refusals.ReasonMissing):
        reject_correction(correction, reason=" ", by=week.chief, at=AFTER)
    reject_correction(correction, reason="Đáp án cũ đúng", by=week.chief, at=AFTER)
    with pytest.raises(refusals.CorrectionDecided):
        approve_correction(correction, by=week.chief, at=AFTER)
    assert week.version.keys.count() == 1
    assert week.proposed().number == 2


@pytest.mark.parametrize(
    ("answer", "reason", "refusal"),
    [
        pytest.param(Answer(places=frozenset({1})), " ", "ReasonMissing", id="no reason"),
        pytest.param(Answer(places=frozenset({0})), "x", "CorrectionChangesNothing", id="the same"),
        pytest.param(Answer(), "x", "KeyIncomplete", id="no option"),
        pytest.param(Answer(places=frozenset({9})), "x", "KeyIncomplete", id="no such option"),
    ],
)
def test_what_is_no_correction_is_refused(week, answer, reason, refusal):
    with pytest.raises(getattr(refusals, refusal)):
        propose(week.version, Wanted(answer=answer, reason=reason), by=week.official, at=AFTER)
    assert not KeyCorrection.objects.exists()


def test_one_correction_of_a_question_at_a_time(week):
    week.proposed()
    with pytest.raises(refusals.CorrectionOpen):
        week.proposed(places=(2,))
