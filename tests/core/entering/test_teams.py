"""What a team lacks by the rules, and until when it is registered."""

from datetime import date

import pytest

from hoithi.core.entering.teams import (
    Capacity,
    Lack,
    Lacking,
    Seat,
    lacks_of,
    last_day_to_register,
)
from hoithi.core.rulebook.entry import EntryRules, TeamRules

RULES = TeamRules(least=3, most=5, main_members=2, reserves=1, captain=True)
CAPTAIN = Seat(captain=True, capacity=Capacity.MAIN)
MAIN, OTHER, RESERVE = (Seat(capacity=one) for one in Capacity)


@pytest.mark.parametrize(
    ("seats", "lacks"),
    [
        pytest.param([CAPTAIN, MAIN, RESERVE], [], id="all there"),
        pytest.param(
            [],
            [
                Lack(Lacking.PEOPLE, 0, 3),
                Lack(Lacking.CAPTAIN, 0, 1),
                Lack(Lacking.MAIN_MEMBERS, 0, 2),
                Lack(Lacking.RESERVES, 0, 1),
            ],
            id="nobody",
        ),
        pytest.param([MAIN, MAIN, RESERVE], [Lack(Lacking.CAPTAIN, 0, 1)], id="no captain"),
        pytest.param([CAPTAIN, OTHER, RESERVE], [Lack(Lacking.MAIN_MEMBERS, 1, 2)], id="main"),
    ],
)
def test_what_a_team_lacks(seats, lacks):
    assert list(lacks_of(RULES, seats)) == lacks


def test_rules_that_ask_little_miss_little():
    assert list(lacks_of(TeamRules(captain=False), [OTHER])) == []


@pytest.mark.parametrize(
    ("entry", "day"),
    [
        pytest.param(EntryRules(), None, id="no rules of teams"),
        pytest.param(EntryRules(team=TeamRules()), None, id="no day"),
        pytest.param(
            EntryRules(team=TeamRules(register_by="2024-05-30")), date(2024, 5, 30), id="a day"
        ),
    ],
)
def test_the_last_day_of_registration(entry, day):
    assert last_day_to_register(entry) == day
