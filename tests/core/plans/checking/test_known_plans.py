"""The five plans that define the product yield what a reader by hand found in them."""

import os
from pathlib import Path

import pytest

from hoithi.core.plans.checking import Code, Grade
from tests.core.plans.checking.papers import found

FIXTURES = Path(os.environ.get("HOITHI_FIXTURES", Path(__file__).parents[5] / "shared/fixtures"))
PLANS = FIXTURES.parent / "plans"

pytestmark = pytest.mark.skipif(not PLANS.exists(), reason="The known plans are not beside us.")

# Lines are those of the texts; each row is one of the recorded inconsistencies.
RECORDED = [
    ("seed-000", Code.STEP_BEFORE_PLAN, [94]),
    ("seed-000", Code.STEPS_SHARE_DAY, [104, 102]),
    ("seed-000", Code.STEPS_SHARE_DAY, [110, 104]),
    ("seed-000", Code.YEAR_MISSING, [102, 110]),
    ("seed-000", Code.ITEM_ALONE, [140]),
    ("seed-000", Code.ATTACHED_LATER, [84, 108]),
    ("seed-000", Code.COMMITTEE_UNKNOWN, [122, 124]),
    ("seed-000", Code.TASKS_ALIKE, [124, 122]),
    ("seed-000", Code.NUMBER_FORM, [37]),
    ("seed-000", Code.CONTEST_OR_PERFORMANCE, [134, 120]),
    ("seed-001", Code.HEADER_MISSING, [3]),
    ("seed-001", Code.LIST_UNCLEAR, [27]),
    ("seed-001", Code.PRIZE_COUNT_MISSING, [65]),
    ("seed-001", Code.PRIZE_COUNT_MISSING, [67]),
    ("seed-001", Code.AMOUNT_WITHOUT_CURRENCY, [61, 74]),
    ("seed-001", Code.PRIZES_OVER_TEAMS, [55, 57, 59, 61, 27]),
    ("seed-002", Code.DURATION_DIFFERS, [66]),
    ("seed-002", Code.ROUNDS_END_EARLY, [66, 70]),
    ("seed-002", Code.HEADER_MISSING, [4]),
    ("seed-002", Code.BUDGET_YEAR, [98]),
    ("seed-002", Code.CLAUSE_REPEATED, [114]),
    ("seed-003", Code.HEADER_MISSING, [3]),
    ("seed-003", Code.TASK_OF_ANOTHER, [74]),
    ("seed-003", Code.ANCHOR_MISSING, [68, 70, 74]),
    ("seed-004", Code.TIME_MISSING, [7]),
    ("seed-004", Code.AGENCY_WITHOUT_TASK, [55]),
    ("seed-004", Code.END_SIGN, [55]),
]


@pytest.mark.parametrize(("name", "code", "lines"), RECORDED)
def test_what_was_recorded_is_found(name: str, code: Code, lines: list[int]) -> None:
    text = (PLANS / f"{name}.txt").read_text("utf-8")
    places = [[place.line for place in one.places] for one in found(text) if one.code is code]
    assert lines in places


def test_the_page_of_the_first_plan_is_younger_than_its_steps() -> None:
    text = (PLANS / "seed-000.txt").read_text("utf-8")
    [one] = [one for one in found(text) if one.code is Code.POSTED_LATE]
    assert one.facts == {"posted": "2008-11-12", "number": 6}


def test_there_is_one_contradiction_in_all_five() -> None:
    certain = {
        (path.stem, one.code)
        for path in sorted(PLANS.glob("seed-*.txt"))
        for one in found(path.read_text("utf-8"))
        if one.grade is Grade.CONTRADICTION
    }
    assert certain == {("seed-002", Code.DURATION_DIFFERS)}
