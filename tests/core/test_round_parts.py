"""Rounds of several papers: which one is sat next, and what one left out means for the result."""

from datetime import timedelta
from decimal import Decimal

import msgspec
import pytest

from hoithi.core.counting import Counting, results
from hoithi.core.points import PartShare
from hoithi.core.round_parts import completed, next_part, part_standings
from hoithi.core.rulebook.document import GroupPaper
from hoithi.core.rulebook.entry import Group
from hoithi.core.rulebook.parts import AttemptRules, Draw, EnteredPart
from tests.core.make import facts_of, part_points
from tests.core.rulebook.make import PAPER, rulebook, week
from tests.core.test_attempts import NOON, at, door, sat

DOORS = [door(part_key=key) for key in ("paper", "law", "essay")]
TWICE = AttemptRules(a_round=2)
DAILY = AttemptRules(a_day=1, a_round=2)
ONCE = AttemptRules()


def law(text: str, number: int = 2, **facts):
    return sat(text, number, part_key="law", **facts)


def essay(text: str, number: int = 3, **facts):
    return sat(text, number, part_key="essay", **facts)


OPEN = {"handed_in": False, "deadline": NOON + timedelta(minutes=5)}


@pytest.mark.parametrize(
    ("sittings", "rules", "key"),
    [
        pytest.param([], ONCE, "paper", id="the first one first"),
        pytest.param([sat("06 09:00")], ONCE, "law", id="then the next"),
        pytest.param([law("06 09:00")], ONCE, "paper", id="the order may be another"),
        pytest.param([sat("06 09:00"), law("06 10:00")], ONCE, "essay", id="the last"),
        pytest.param([sat("06 09:00")], TWICE, "law", id="never sat before sat again"),
        pytest.param(
            [sat("06 09:00"), law("06 10:00"), essay("06 11:00")], TWICE, "paper", id="again"
        ),
        pytest.param([law("07 11:55", **OPEN)], ONCE, "law", id="the open one"),
        pytest.param([sat("06 09:00", annulled=True)], ONCE, "paper", id="annulled is not sat"),
        pytest.param([sat("06 09:00", handed_in=False)], ONCE, "law", id="run out is sat"),
        pytest.param([sat("06 09:00", round_key="week-0")], ONCE, "paper", id="another round"),
        pytest.param(
            [sat("06 09:00"), sat("07 09:00", 4), law("07 10:00"), essay("07 11:00")],
            DAILY,
            "law",
            id="none today: what may be sat tomorrow",
        ),
        pytest.param([], AttemptRules(), None, id="no paper at all"),
    ],
)
def test_the_next_paper(sittings, rules, key):
    doors = DOORS if key else []
    found = next_part(part_standings(sittings, rules, doors, NOON))
    assert (found.part_key if found else None) == key


def test_attempts_of_one_paper_are_none_of_another():
    found = part_standings([sat("06 09:00"), law("07 11:55", **OPEN)], ONCE, DOORS, NOON)
    told = [(one.part_key, one.sat, one.is_open, one.is_done, one.may_start) for one in found]
    # While one paper is open no other begins.
    assert told == [
        ("paper", 1, False, True, False),
        ("law", 1, True, False, False),
        ("essay", 0, False, False, False),
    ]
    later = part_standings([sat("06 09:00"), law("06 11:55")], ONCE, DOORS, at("07 13:00"))
    assert [(one.is_done, one.may_start) for one in later] == [
        (True, False),
        (True, False),
        (False, True),
    ]


LAW = msgspec.structs.replace(
    PAPER, key="law", blueprint=(Draw(field="law", count=4, points=Decimal(5)),)
)
ENTERED = EnteredPart(key="talk", title="Phần nói", most=Decimal(20))
BOTH = rulebook(parts=(PAPER, LAW))
WHOLE = part_points(1, 10, sitting_id=1)
BESIDE = part_points(1, 20, part_key="law", sitting_id=2, most=Decimal(20), right=4, questions=4)
ALONE = part_points(2, 10, sitting_id=3)


def told(points, rules, **facts):
    """Points, greatest points, right answers, questions, whether all is right, by entrant."""
    counted = list(results(points, Counting.of(rules)))
    people = facts_of(*{one.entrant_id for one in counted}, **facts)
    found = completed(counted, rules, people)
    return {
        one.entrant_id: (one.points, one.most, one.right, one.questions, one.all_right)
        for one in found
    }


def test_a_paper_left_out_gives_nothing_and_is_asked_for():
    assert told([WHOLE, BESIDE, ALONE], BOTH) == {
        1: (30, 30, 14, 14, True),
        2: (10, 30, 10, 14, False),
    }


def test_a_part_in_which_nobody_has_points_was_not_held():
    assert told([WHOLE, ALONE], BOTH) == {1: (10, 10, 10, 10, True), 2: (10, 10, 10, 10, True)}


def test_a_round_with_one_of_the_parts_asks_for_that_one_only():
    rules = rulebook(parts=(PAPER, LAW), rounds=(week(1, parts=("paper",)), week(2)))
    later = msgspec.structs.replace(BESIDE, round_key="week-2", entrant_id=3)
    assert told([ALONE, later], rules) == {2: (10, 10, 10, 10, True), 3: (20, 20, 4, 4, True)}


def test_what_is_asked_for_is_that_of_the_group():
    own = GroupPaper(group="pupils", part="law", blueprint=(Draw(field="law", count=2),))
    rules = rulebook(
        parts=(PAPER, LAW), groups=(Group(key="pupils", title="Học sinh"),), group_papers=(own,)
    )
    other = msgspec.structs.replace(BESIDE, entrant_id=3)
    assert told([ALONE, other], rules, group="pupils")[2] == (10, 12, 10, 12, False)


def test_points_from_signed_paper_that_are_missing_count_as_none():
    talk = part_points(1, 15, part_key="talk", sitting_id=None, most=Decimal(20), questions=0)
    found = told([WHOLE, talk, ALONE], rulebook(parts=(PAPER, ENTERED)))
    assert found[2] == (10, 30, 10, 10, True)


def test_shares_and_points_stay_those_of_what_was_done():
    counted = list(results([ALONE, WHOLE, BESIDE], Counting.of(BOTH)))
    found = {one.entrant_id: one for one in completed(counted, BOTH, facts_of(1, 2))}
    assert found[2].parts == (PartShare("paper", Decimal(10), None),)
