"""The page before the paper offers only what the room would do."""

from datetime import timedelta

import pytest
from django.test import Client

from hoithi.contests.models import Round
from hoithi.entries.facts import entrant_token
from tests import make
from tests.live import scene
from tests.sittings.make import sitting
from tests.web_contestant.test_way import text_of

pytestmark = pytest.mark.django_db
BEGIN = 'data-part="begin" disabled>Bắt đầu làm bài'
GO_ON = 'data-part="begin" disabled>Tiếp tục bài đang làm'
NEITHER = 'data-part="begin" disabled hidden>'


@pytest.fixture
def entrant():
    return scene.entrant(scene.contest())


def start_page(entrant):
    device = Client()
    device.cookies[f"du-thi-{entrant.contest_id}"] = entrant_token(entrant)
    return device.get(f"/{entrant.contest.slug}/bai-thi/")


def test_a_first_paper_is_begun(entrant):
    assert BEGIN in start_page(entrant).content.decode()


def test_an_open_paper_is_gone_on_with_and_says_until_when(entrant):
    sitting(entrant, make.AT - timedelta(minutes=5))
    page = start_page(entrant)
    assert GO_ON in page.content.decode()
    assert "làm tiếp được đến" in text_of(page)


def test_nothing_is_begun_during_a_pause(entrant):
    Round.objects.update(paused_at=make.AT)
    assert NEITHER in start_page(entrant).content.decode()
