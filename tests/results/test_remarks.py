"""Remarks are taken inside their window, and answered once."""

from datetime import timedelta

import pytest

from hoithi.people.models import RoleName
from hoithi.results import actions, queries
from hoithi.results.actions import refusals
from hoithi.results.queries.remarks import remark_doors, waiting_remarks
from tests import make
from tests.results.boards import LATER, PUBLISHES, Board, contest, drafted, entrant

pytestmark = pytest.mark.django_db


@pytest.fixture
def result():
    online = contest()
    draft = drafted(online, online.rounds.get(key="week-1"), Board(["Nguyễn V. A**"]))
    return actions.publish_preliminary(draft, at=PUBLISHES)


@pytest.fixture
def who(result):
    return entrant(result.contest, "Trần T. B**")


def test_a_remark_is_public_once_answered(result, who):
    remark = actions.file_remark(result, who, " Tôi nộp bài lúc 9 giờ. ", at=LATER)
    assert (remark.number, remark.text) == (1, "Tôi nộp bài lúc 9 giờ.")
    assert not queries.answered_remarks(result.contest, at=LATER).exists()

    official = make.person()
    actions.answer_remark(remark, "Ban Tổ chức đã kiểm tra.", by=official, at=LATER)
    shown = queries.answered_remarks(result.contest, at=LATER).get()
    assert shown.answer == "Ban Tổ chức đã kiểm tra."
    with pytest.raises(refusals.RemarkAnswered):
        actions.answer_remark(remark, "Khác", by=official, at=LATER)


def test_remarks_end_with_their_window(result, who):
    until = actions.remarks_until(result)
    assert until == PUBLISHES + timedelta(days=3)
    actions.file_remark(result, who, "Kịp", at=until - timedelta(seconds=1))
    for at in (until, PUBLISHES - timedelta(seconds=1)):
        with pytest.raises(refusals.RemarksClosed):
            actions.file_remark(result, who, "Muộn", at=at)


def test_an_empty_remark_and_a_stranger_are_refused(result, who):
    with pytest.raises(refusals.RemarkEmpty):
        actions.file_remark(result, who, "  ", at=LATER)
    with pytest.raises(refusals.RemarkEmpty):
        actions.file_remark(result, entrant(contest(), "Người lạ"), "Có", at=LATER)


def test_the_same_words_again_are_one_remark_and_too_many_are_refused(result, who):
    first = actions.file_remark(result, who, "Xem lại", at=LATER)
    assert actions.file_remark(result, who, " Xem lại ", at=LATER) == first
    for number in range(4):
        actions.file_remark(result, who, f"Điều {number}", at=LATER)
    with pytest.raises(refusals.TooManyRemarks):
        actions.file_remark(result, who, "Nữa", at=LATER)
    assert result.remarks.count() == 5


def test_a_window_is_open_until_its_end(result):
    until = actions.remarks_until(result)
    states = [
        [(door.until, door.is_open) for door in remark_doors(result.contest, at=at)]
        for at in (PUBLISHES, until - timedelta(seconds=1), until)
    ]
    assert states == [[(until, True)], [(until, True)], [(until, False)]]


def test_every_remark_without_an_answer_waits_for_its_contest(result, who):
    numbers = [result.contest_id]
    assert waiting_remarks(numbers) == {}
    first = actions.file_remark(result, who, "Xem lại", at=LATER)
    second = actions.file_remark(result, who, "Xem lại câu 3", at=LATER + timedelta(hours=1))
    assert waiting_remarks(numbers) == {result.contest_id: (2, LATER)}
    official = make.holder(RoleName.ORGANISER, over=result.contest.body)
    actions.answer_remark(first, "Đã kiểm tra.", by=official, at=LATER)
    assert waiting_remarks(numbers) == {result.contest_id: (1, second.filed_at)}
