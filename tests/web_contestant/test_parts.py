"""A round of several papers on the contestant's pages: what is done, what is next, what is left."""

from datetime import timedelta

import pytest
from django.test import Client

from hoithi.entries.facts import entrant_token
from hoithi.kit import clock
from hoithi.sittings.models import PaperPool
from tests import make
from tests.live import scene
from tests.live.scene import SECOND
from tests.sittings.make import sitting, submission
from tests.web_contestant.test_way import text_of

pytestmark = pytest.mark.django_db
ONCE = {"a_round": 1, "a_day": None}
FIRST_TITLE, SECOND_TITLE = "Bài pháp luật", "Bài nghị quyết"


def contest_of(**attempts):
    return scene.contest(scene.two_papers(attempts={**ONCE, **attempts}))


def done(entrant, part, hours=1):
    begun = make.AT - timedelta(hours=hours)
    return submission(sitting(entrant, begun, part_key=part), {"1": 1})


def pages(entrant):
    """The page of the contest, of one's own papers, and of the room, for this person."""
    device, slug = Client(), entrant.contest.slug
    device.cookies[f"du-thi-{entrant.contest_id}"] = entrant_token(entrant)
    return [device.get(f"/{slug}/{page}") for page in ("", "cua-toi/", "bai-thi/")]


@pytest.mark.parametrize(
    ("parts", "offered", "said"),
    [
        pytest.param((), FIRST_TITLE, "Đợt này có 2 bài", id="nothing yet"),
        pytest.param(("paper",), SECOND_TITLE, "Đã làm 1 trong 2 bài", id="the first"),
        pytest.param((SECOND,), FIRST_TITLE, "Đã làm 1 trong 2 bài", id="the second"),
        pytest.param(("paper", SECOND), None, "Đã làm đủ 2 bài", id="both"),
    ],
)
def test_the_next_paper_is_offered_by_its_name(parts, offered, said):
    entrant = scene.entrant(contest_of())
    for part in parts:
        done(entrant, part)
    public, mine, room = [text_of(page) for page in pages(entrant)]
    for text in (public, mine, room):
        assert said in text
    assert (f"Vào thi: {offered}" in public, f"Vào thi: {offered}" in mine) == (bool(offered),) * 2
    assert (f"Bắt đầu làm bài: {offered}" in room) is bool(offered)
    assert ("Bài không làm được tính 0 điểm." in mine) is bool(offered)


def test_the_room_names_each_paper_and_lets_another_one_come_first():
    entrant = scene.entrant(contest_of())
    room = pages(entrant)[2].content.decode()
    assert f'data-begin="{SECOND}" disabled>Làm trước: {SECOND_TITLE}</button>' in room
    assert 'data-begin="paper"' not in room
    assert 'data-part="begin" data-key="paper" disabled>' in room
    assert f'"key": "{SECOND}"' in room.replace("\\u0022", '"')


def test_who_did_one_paper_sees_it_done_and_may_sit_it_again_where_attempts_are_left():
    entrant = scene.entrant(contest_of(a_round=2))
    done(entrant, "paper")
    room = pages(entrant)[2]
    assert "Đã làm, còn lượt" in text_of(room)
    assert f"Làm lại: {FIRST_TITLE}" in room.content.decode()


def test_an_open_paper_is_gone_on_with_before_any_other():
    entrant = scene.entrant(contest_of())
    sitting(entrant, make.AT - timedelta(minutes=5), part_key=SECOND)
    room = pages(entrant)[2].content.decode()
    assert 'data-part="begin" disabled>Tiếp tục bài đang làm' in room
    assert ("Đang làm" in room, "data-begin=" in room) == (True, False)


def test_a_paper_not_drawn_yet_does_not_bar_the_other():
    entrant = scene.entrant(contest_of())
    PaperPool.objects.filter(part_key="paper").update(sha256="")
    assert f"Bắt đầu làm bài: {SECOND_TITLE}" in text_of(pages(entrant)[2])


def test_the_own_list_names_the_paper_of_each_sitting():
    entrant = scene.entrant(contest_of())
    for part in ("paper", SECOND):
        done(entrant, part)
    mine = text_of(pages(entrant)[1])
    assert (f"Tuần 1: {FIRST_TITLE}" in mine, f"Tuần 1: {SECOND_TITLE}" in mine) == (True, True)


@pytest.mark.parametrize(
    ("parts", "left"),
    [
        pytest.param((), None, id="who never came"),
        pytest.param(("paper",), SECOND_TITLE, id="one left out"),
        pytest.param(("paper", SECOND), None, id="both done"),
    ],
)
def test_after_the_round_a_paper_left_out_is_named(parts, left):
    entrant = scene.entrant(contest_of())
    for part in parts:
        done(entrant, part)
    with clock.pinned(entrant.contest.rounds.get().closes_at):
        mine = text_of(pages(entrant)[1])
    assert (f"còn bài không làm, được tính 0 điểm: {left}." in mine) is bool(left)
    assert ("còn bài không làm" in mine) is bool(left)


def test_the_contest_page_tells_of_each_paper_and_that_they_add_up():
    text = text_of(Client().get(f"/{contest_of().slug}/"))
    for words in (FIRST_TITLE, SECOND_TITLE, "Số lượt thi mỗi bài", "tổng điểm các bài"):
        assert words in text


def test_a_round_of_one_paper_speaks_of_no_others():
    entrant = scene.entrant(scene.contest())
    for page in pages(entrant):
        assert "Bài không làm" not in text_of(page)
        assert "data-begin" not in page.content.decode()
