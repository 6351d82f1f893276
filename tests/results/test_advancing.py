"""Who goes on to a round, as the drafts of the rounds before say it."""

from datetime import timedelta

import pytest
from msgspec import structs

from hoithi.core.rulebook.document import Advance, GroupSeats
from hoithi.core.rulebook.entry import Group
from hoithi.core.rulebook.ranking import GroupsRanked
from hoithi.results import actions
from hoithi.results.queries.advancing import qualified_for
from tests.core.rulebook.make import week
from tests.results.boards import CLOSES, SONG_CONG, contest, entrant
from tests.results.rows import Sat, sit

pytestmark = pytest.mark.django_db
AT = CLOSES + timedelta(days=8)
FREE = {"window": None, "weeks": None, "budget": None}
GROUPS = (Group(key="officials", title="Công chức"), Group(key="citizens", title="Người dân"))


def rules(advance, **changes):
    """The two weeks of the plan lead to a final."""
    leading = [structs.replace(one, advance=advance) for one in SONG_CONG.rounds]
    final = structs.replace(week(3), key="final", title="Chung kết")
    return structs.replace(SONG_CONG, rounds=(*leading, final), **FREE, **changes)


def through(of, names):
    found = qualified_for(of.rounds.get(key="final"), at=AT)
    return None if found is None else sorted(names[one] for one in found)


def played(advance, scores, **changes):
    """A contest whose people got these points in the two weeks; None for a week left out."""
    made = contest(rules(advance, **changes))
    names = {}
    for name, points in scores.items():
        who = entrant(made, name)
        names[who.pk] = name
        for key, got in zip(("week-1", "week-2"), points, strict=True):
            if got is not None:
                sit(who, made.rounds.get(key=key), Sat(got))
    return made, names


SCORES = {"A": (80, 80), "B": (100, 40), "C": (None, 95), "D": (50, 100), "E": (90, None)}


def prepared(made, *keys):
    for key in keys:
        actions.prepare(made.rounds.get(key=key), at=AT)


@pytest.mark.parametrize(
    ("advance", "names"),
    [
        pytest.param(Advance(to="final", first=1), ["B", "D"], id="the first of each week"),
        pytest.param(Advance(to="final", best_overall=3), ["A", "B", "D"], id="over both"),
        pytest.param(Advance(to="final", first=1, best_overall=1), ["A", "B", "D"], id="and both"),
    ],
)
def test_who_goes_on(advance, names):
    made, known = played(advance, SCORES)
    prepared(made, "week-1", "week-2")
    assert through(made, known) == names


def test_the_best_over_all_wait_for_every_round_that_is_held():
    made, known = played(Advance(to="final", best_overall=2), SCORES)
    assert through(made, known) is None
    prepared(made, "week-1")
    assert through(made, known) is None
    made.rounds.filter(key="week-2").update(cancelled_at=AT)
    assert through(made, known) == ["B", "E"]


def test_equals_over_the_last_seat_are_all_expected():
    made, known = played(Advance(to="final", best_overall=1), {"A": (80, 70), "B": (70, 80)})
    prepared(made, "week-1", "week-2")
    assert through(made, known) == ["A", "B"]


def test_more_equals_than_are_read_at_once_are_all_expected():
    made, known = played(
        Advance(to="final", first=1), {f"N{number:03}": (80, None) for number in range(230)}
    )
    prepared(made, "week-1")
    assert len(through(made, known)) == 230


PEOPLE = (
    ("A", "officials", 100),
    ("B", "officials", 90),
    ("C", "citizens", 50),
    ("D", "", 95),
    ("E", "officials", 80),
)
OFFICIALS = (GroupSeats(group="officials", first=2),)


@pytest.mark.parametrize(
    ("advance", "names"),
    [
        (Advance(to="final", first=1), ["A", "C"]),
        (Advance(to="final", first=1, groups=OFFICIALS), ["A", "B", "C"]),
        (Advance(to="final", groups=OFFICIALS), ["A", "B"]),
    ],
)
def test_the_first_of_each_group_where_groups_are_ranked_apart(advance, names):
    made = contest(rules(advance, groups=GROUPS, groups_ranked=GroupsRanked.APART))
    week_1 = made.rounds.get(key="week-1")
    known = {}
    for name, group, points in PEOPLE:
        who = entrant(made, name, group=group)
        known[who.pk] = name
        sit(who, week_1, Sat(points))
    prepared(made, "week-1")
    assert through(made, known) == names
