"""The best over several rounds: one ranking over them, or one for each group ranked apart."""

from decimal import Decimal

import pytest

from hoithi.core.points import EntrantFacts
from hoithi.core.ranking.advance import joint_rankings
from hoithi.core.ranking.columns import Grounds
from hoithi.core.rulebook.document import Advance
from hoithi.core.rulebook.entry import Group
from hoithi.core.rulebook.ranking import By, ContestTotal, GroupsRanked, Overall
from hoithi.core.rulebook.windows import joint_keys
from tests.core.make import result
from tests.core.ranking.make import LESS, MORE, key, places
from tests.core.rulebook.make import rulebook, week

BEST = Advance(to="week-3", best_overall=2)
POINTS, SECONDS = key(By.POINTS, MORE), key(By.SECONDS, LESS)
LATEST = key(By.SUBMITTED_AT, LESS)
GROUPS = (Group(key="officials", title="Công chức"), Group(key="citizens", title="Người dân"))
RESULTS = [
    result(1, 6, seconds=100),
    result(1, 7, seconds=100, round_key="week-2"),
    result(2, 9, seconds=400),
    result(2, 4, seconds=400, round_key="week-2"),
    result(3, 10, seconds=50, round_key="week-2"),
    result(4, 10, seconds=90),
]


def rules(**changes):
    first = changes.pop("first", {})
    weeks = (week(1, advance=BEST, **first), week(2, advance=BEST), week(3))
    return rulebook(rounds=weeks, **changes)


def grounds(**groups):
    return Grounds(
        {one: EntrantFacts(entrant_id=one, group=groups.get(f"e{one}")) for one in range(9)}
    )


def test_points_are_added_where_the_rules_say_nothing():
    (ranking,) = joint_rankings(rules(), "week-3", RESULTS, grounds())
    assert places(ranking) == [(1, 1), (2, 2), (3, 3), (4, 4)]
    assert ranking[0].values == (Decimal(13), 200)


def test_as_the_whole_contest_is_put_together():
    best = rules(overall=Overall(total=ContestTotal.BEST, keys=(POINTS,)))
    (ranking,) = joint_rankings(best, "week-3", RESULTS, grounds())
    assert places(ranking) == [(1, 3), (1, 4), (3, 2), (4, 1)]


def test_each_group_by_itself_and_no_seat_without_a_group():
    apart = rules(groups=GROUPS, groups_ranked=GroupsRanked.APART)
    known = grounds(e1="officials", e2="citizens", e3="citizens", e4="gone")
    officials, citizens = joint_rankings(apart, "week-3", RESULTS, known)
    assert (places(officials), places(citizens)) == ([(1, 1)], [(1, 2), (2, 3)])


@pytest.mark.parametrize(
    ("changes", "keys"),
    [
        pytest.param({}, (POINTS, SECONDS), id="the contest's"),
        pytest.param({"first": {"ranking": (LATEST,)}}, (POINTS, SECONDS), id="rounds differ"),
        pytest.param(
            {"overall": Overall(total=ContestTotal.SUM, keys=(LATEST,))}, (LATEST,), id="overall"
        ),
    ],
)
def test_by_which_keys(changes, keys):
    assert joint_keys(rules(**changes), "week-3") == keys


def test_the_rounds_own_keys_where_all_have_the_same():
    own = {"advance": BEST, "ranking": (LATEST,)}
    book = rulebook(rounds=(week(1, **own), week(2, **own), week(3)))
    assert joint_keys(book, "week-3") == (LATEST,)
