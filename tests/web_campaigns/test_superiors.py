"""Which contests are offered as a superior's, and in which order."""

from pathlib import Path

import pytest

from hoithi.contests import actions as contests
from hoithi.contests.models import Contest
from hoithi.core.rulebook.formats import from_toml
from hoithi.plans import actions
from hoithi.web.organiser.campaigns.superiors import offered
from hoithi.web.organiser.outreach.told import when_of
from hoithi.wording.tasks import moment_said
from tests import make
from tests.core.founding import texts
from tests.make import AT

pytestmark = pytest.mark.django_db
EXAMPLES = Path(__file__).parents[2] / "examples"


def imported(body, text):
    return actions.import_plan(text.encode(), "kh.txt", body=body, by=None, at=AT).campaign


def test_the_contest_of_the_plan_is_first_and_the_bodys_own_are_left_out():
    body, city = make.body("UBND xã An Phú"), make.body("UBND tỉnh Quảng An")
    imported(body, texts.STAGE)
    imported(city, texts.STAGE.replace("Cán bộ một cửa giỏi", "Chung tay cải cách"))
    imported(city, texts.STAGE)
    Contest.objects.update(state="announced")
    found = offered(body, "Hưởng ứng Cuộc thi “Chung tay cải cách” tỉnh Quảng An năm 2026")
    assert [one.body for one in found] == [city, city]
    assert "Chung tay" in found[0].title


def test_of_the_bodys_own_only_what_stands_in_for_a_superiors_is_offered():
    body = make.body("UBND xã An Phú")
    rules = from_toml((EXAMPLES / "xa-2026.toml").read_bytes())
    own = contests.create(rules, body=body, by=None, at=AT)
    Contest.objects.update(state="announced")
    assert offered(body, own.title) == []
    joining = imported(body, texts.SUPERIOR).activities.get(is_superiors=True)
    contests.join(joining, own, by=None, at=AT)
    assert offered(body, own.title) == [own]


def test_a_contest_without_hours_is_told_with_the_days_of_its_activity():
    contest = Contest.objects.get(campaign=imported(make.body("UBND xã An Phú"), texts.STAGE))
    assert contest.activity is not None
    assert contest.activity.first_day is not None
    assert when_of(contest, None) == moment_said(contest.activity)
