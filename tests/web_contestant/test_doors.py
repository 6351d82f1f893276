"""The way in is offered only to whom the room would let in; else a sentence says why not."""

from datetime import timedelta

import pytest
from django.test import Client

from hoithi.contests.models import Round
from hoithi.core.rulebook.document import Round as RoundRules
from hoithi.core.rulebook.document import Window
from hoithi.entries.facts import entrant_token
from hoithi.kit import clock
from hoithi.sittings.models import PaperPool
from tests import make
from tests.live import scene
from tests.sittings.make import sitting, submission
from tests.web_contestant.test_way import text_of

pytestmark = pytest.mark.django_db
START, GO_ON = ">Vào thi</a>", ">Làm tiếp bài đang mở</a>"
NEXT = RoundRules(
    key="week-2",
    title="Tuần 2",
    window=Window(opens="2026-11-09T08:00", closes="2026-11-15T24:00"),
    publishes="2026-11-17T08:00",
)


def nothing(_entrant):
    """Nothing has happened yet."""


def open_paper(entrant):
    sitting(entrant, make.AT - timedelta(minutes=5))


def handed_in(count, hours=1.0):
    def happened(entrant):
        for number in range(count):
            begun = clock.now() - timedelta(hours=hours * (number + 1) / 2)
            submission(sitting(entrant, begun), {"1": 1})

    return happened


def change(**facts):
    return lambda _entrant: Round.objects.update(**facts)


def paused_with_a_paper(entrant):
    open_paper(entrant)
    Round.objects.update(paused_at=make.AT)


def cancelled_with_a_paper(entrant):
    open_paper(entrant)
    Round.objects.update(cancelled_at=make.AT)


def no_papers(_entrant):
    PaperPool.objects.all().delete()


def effect(name):
    return lambda entrant: type(entrant).objects.filter(pk=entrant.pk).update(effect=name)


def shown(attempts, happened, *, rounds=(scene.WEEK,)):
    """Whether both pages offer to begin, to go on, and what they say."""
    contest = scene.contest(scene.rules(attempts=attempts, rounds=rounds))
    entrant = scene.entrant(contest)
    happened(entrant)
    client = Client()
    client.cookies[f"du-thi-{contest.pk}"] = entrant_token(entrant)
    found = []
    for address in (f"/{contest.slug}/", f"/{contest.slug}/cua-toi/"):
        page = client.get(address)
        content = page.content.decode()
        found.append((START in content, GO_ON in content, text_of(page)))
    return found


@pytest.mark.parametrize(
    ("attempts", "happened", "offered", "said"),
    [
        pytest.param({}, nothing, (True, False), "Tuần 1 đang mở", id="may begin"),
        pytest.param({}, open_paper, (False, True), "làm tiếp được đến", id="a paper is open"),
        pytest.param(
            {}, handed_in(2), (False, False), "vào thi tiếp từ 00h00 ngày 03/11/2026", id="today"
        ),
        pytest.param(
            {"a_round": 2, "a_day": None},
            handed_in(2, 24),
            (False, False),
            "2 lượt thi của đợt thi này",
            id="the round",
        ),
        pytest.param(
            {"a_contest": 1, "a_round": 1, "a_day": None},
            handed_in(1),
            (False, False),
            "1 lượt thi của cuộc thi",
            id="the contest",
        ),
        pytest.param({}, change(paused_at=make.AT), (False, False), "đang tạm dừng", id="paused"),
        pytest.param(
            {}, paused_with_a_paper, (False, False), "làm dở đã được lưu", id="paused in it"
        ),
        pytest.param({}, effect("barred"), (False, False), "không dự thi", id="excluded"),
        pytest.param({}, effect("unranked"), (True, False), "không xếp hạng", id="not ranked"),
        pytest.param({}, no_papers, (False, False), "Đề thi chưa sẵn sàng", id="no papers"),
        pytest.param(
            {}, change(closes_at=make.AT), (False, False), "đã kết thúc thời gian", id="closed"
        ),
        pytest.param({}, change(cancelled_at=make.AT), (False, False), "đã hủy", id="cancelled"),
        pytest.param({}, cancelled_with_a_paper, (False, False), "đã hủy", id="cancelled in it"),
    ],
)
def test_the_way_in(attempts, happened, offered, said):
    for *found, text in shown(attempts, happened):
        assert tuple(found) == offered
        assert said in text


def test_who_used_a_round_up_is_told_of_the_next_one():
    rounds = (scene.WEEK, NEXT)
    for *_, text in shown({"a_round": 1, "a_day": None}, handed_in(1), rounds=rounds):
        assert "Có thể vào thi tiếp từ 08h00 ngày 09/11/2026." in text


def test_on_the_last_day_of_a_round_tomorrow_is_not_promised():
    with clock.pinned(make.AT + timedelta(days=6)):
        for *_, text in shown({}, handed_in(2)):
            assert "vào thi tiếp từ" not in text
