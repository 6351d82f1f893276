"""What a person sees of an own paper agrees with its marking."""

from datetime import timedelta

import pytest

from hoithi.contests.facts import rulebook_of
from hoithi.sittings.queries.own import own_sitting
from hoithi.sittings.queries.showing import showing_of
from tests.live import scene
from tests.sittings.make import right_of, sitting, submission

pytestmark = pytest.mark.django_db


def test_every_answer_that_earns_its_points_is_shown_as_right():
    made = sitting(scene.entrant(scene.contest()))
    answers = right_of(made.paper, made.entrant.contest)
    submission(made, answers | {"1": answers["1"] % 2 + 1, "7": "MỘT  CỬA"})
    rules, over = rulebook_of(made.version), made.round.closes_at + timedelta(hours=1)
    showing = showing_of(made.round.contest, rules, [made.round.pk], at=over)
    shown = own_sitting(made.entrant, made.token, showing)
    assert [line.right for line in shown.lines] == [False] + [True] * 7
