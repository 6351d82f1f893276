"""How far the results of rounds have come, at a steady cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from hoithi.people.models import RoleName
from hoithi.results import actions, queries
from hoithi.results.models import Result, Verdict
from tests import make
from tests.results.boards import CLOSES, Board, contest, drafted

pytestmark = pytest.mark.django_db
NAMES = ["Nguyễn V. A**", "Trần T. B**", "Lê V. C**"]


def preparing(count):
    """The rounds of so many contests whose first round waits for its verification."""
    rounds = []
    for _ in range(count):
        online = contest()
        week = online.rounds.get(key="week-1")
        drafted(online, week, Board(NAMES, prizes=2))
        rounds.append(week)
    return rounds


def test_each_finding_brings_the_round_on():
    (week,) = preparing(1)
    official = make.holder(RoleName.ORGANISER, over=week.contest.body)
    seen = [queries.progress([week.pk])[week.pk]]
    for name, verdict in zip(NAMES, (Verdict.VERIFIED, Verdict.UNREACHED), strict=False):
        finding = actions.Finding(verdict=verdict, reason="Gọi ba lần")
        who = week.contest.entrants.get(name=name)
        actions.verify(week.contest, week, who, finding, by=official, at=CLOSES)
        seen.append(queries.progress([week.pk])[week.pk])
    assert [(one.unverified, one.is_stale, one.is_approved) for one in seen] == [
        (2, False, False),
        (1, False, False),
        (1, True, False),
    ]


def test_a_verdict_after_publication_asks_for_a_correction():
    (week,) = preparing(1)
    draft = queries.newest_draft(week.contest, week)
    Result.objects.create(
        contest=week.contest, round=week, draft=draft, number=1, sha256=draft.sha256,
        visible_from=CLOSES, published_at=CLOSES,
    )  # fmt: skip
    official = make.holder(RoleName.ORGANISER, over=week.contest.body)
    seen = [queries.progress([week.pk])[week.pk]]
    no = actions.Finding(verdict=Verdict.NOT_RECOGNISED, reason="Thi hộ")
    winner = week.contest.entrants.get(name=NAMES[0])
    actions.verify(week.contest, week, winner, no, by=official, at=CLOSES)
    seen.append(queries.progress([week.pk])[week.pk])
    drafted(week.contest, week, Board(["Lê V. D**"], prizes=1))
    seen.append(queries.progress([week.pk])[week.pk])
    assert [(one.corrects, one.is_stale, one.unverified, one.visible_from) for one in seen] == [
        (False, False, 0, CLOSES),
        (True, True, 2, CLOSES),
        (True, False, 1, CLOSES),
    ]


def test_what_was_found_for_the_whole_contest_holds_in_its_rounds_only():
    week, other = preparing(2)
    official = make.holder(RoleName.ORGANISER, over=week.contest.body)
    who = week.contest.entrants.get(name=NAMES[0])
    yes = actions.Finding(verdict=Verdict.VERIFIED)
    actions.verify(week.contest, None, who, yes, by=official, at=CLOSES)
    found = queries.progress([week.pk, other.pk])
    assert (found[week.pk].unverified, found[other.pk].unverified) == (1, 2)


def test_the_number_of_queries_does_not_grow_with_the_rounds():
    counted = []
    rounds = preparing(3)
    for ids in ([rounds[0].pk], [one.pk for one in rounds]):
        queries.progress(ids)
        with CaptureQueriesContext(connection) as captured:
            assert len(queries.progress(ids)) == len(ids)
        counted.append(len(captured))
    assert counted[0] == counted[1]
