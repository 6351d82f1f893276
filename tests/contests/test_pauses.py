"""Why a round was paused is told to who sits in it: the newest reason, without a query for none."""

from datetime import timedelta

import pytest

from hoithi.contests.actions import decide
from hoithi.contests.actions.deciding import Order
from hoithi.contests.queries import pause_reasons
from hoithi.core.rounds import Change
from hoithi.sittings.queries.halls import round_now
from tests import make
from tests.entries.make import contest

pytestmark = pytest.mark.django_db


def test_the_newest_reason_is_told_while_the_round_is_paused():
    one = contest().rounds.get()
    told = []
    for minute, (kind, reason) in enumerate(
        [(Change.PAUSE, "Mất điện"), (Change.RESUME, "Có điện"), (Change.PAUSE, "Mất mạng")]
    ):
        at = make.AT + timedelta(minutes=minute)
        decide(one, kind, order=Order(reason=reason), by=make.person(), at=at)
        one.refresh_from_db()
        told.append(round_now(one.pk, at).pause_reason)
    assert told == ["Mất điện", "", "Mất mạng"]


def test_nothing_paused_asks_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert pause_reasons([]) == {}
