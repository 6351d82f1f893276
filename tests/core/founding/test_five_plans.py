"""The five plans that define the product, read from where they lie beside the project."""

import os
from datetime import date
from pathlib import Path

import pytest

from hoithi.core.founding.records import CampaignDraft
from hoithi.core.rulebook.windows import budget
from hoithi.core.tasks.holders import HolderSet
from tests.core.founding.texts import founded

FOLDER = Path(os.environ.get("HOITHI_PLANS", Path(__file__).parents[4] / "shared" / "plans"))
pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the plans are not beside the project")

ACTIVITIES = [
    (
        0,
        """festival review review-2 seminar seminar-2 contest contest-2 contest-3 exhibition
        meeting meeting-2 meeting-3 training performance""",
    ),
    (1, "contest"),
    (2, "contest"),
    (3, "conference theme theme-2"),
    (4, "theme check"),
]


def plan(number: int) -> CampaignDraft:
    return founded((FOLDER / f"seed-00{number}.txt").read_text("utf-8"))


@pytest.mark.parametrize(("number", "activities"), ACTIVITIES)
def test_the_activities_of_each_plan(number, activities):
    assert [one.key for one in plan(number).activities] == activities.split()


def test_the_festival_gives_tasks_to_twelve_agencies():
    draft = plan(0)
    assert (len(draft.agencies), draft.agencies[0].is_standing) == (12, True)
    assert sum(1 for task in draft.tasks if not task.asks) == 16


def test_the_stage_contest_costs_69_million():
    assert budget(plan(1).activities[0].rulebook).total == 69_000_000


def test_the_online_contest_costs_16_million_and_is_the_citys():
    contest = plan(2).activities[0]
    assert (budget(contest.rulebook).total, contest.is_superiors) == (16_100_000, True)
    assert plan(2).superior.issuer == "UBND thành phố Sông Công"


def test_the_conference_falls_in_the_last_days_of_the_year():
    moment = plan(3).activities[0].moment
    assert (moment.first, moment.last, moment.is_open) == (
        date(2019, 12, 21),
        date(2019, 12, 31),
        True,
    )


def test_the_communes_are_told_as_a_set():
    assert plan(4).agencies[0].holder_set is HolderSet.COMMUNES
