"""The campaigns of the demonstration stand at their moments, through the deeds of the screens."""

from collections import Counter
from pathlib import Path

import pytest

from hoithi.campaigns.models import BudgetVersion, Campaign, CommitteeMember, Holding
from hoithi.conferences.models import Guest
from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people.actions.units import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import RoleName
from hoithi.plans.actions import import_plan
from hoithi.rehearsals.demo import story, working
from hoithi.rehearsals.demo.plans import PLANS
from hoithi.rehearsals.demo.texts import filled
from tests import make

pytestmark = pytest.mark.django_db
_TEXTS = Path(story.__file__).parent / "examples" / "plans"


def _stands(file: str) -> Campaign:
    at = clock.now()
    body = make.body()
    by, approver = (
        make.holder(name, over=body) for name in (RoleName.ORGANISER, RoleName.APPROVER)
    )
    for kind in (UnitKind.COMMUNE, UnitKind.THON, UnitKind.SCHOOL):
        new = NewUnit(kind.value, f"Đơn vị {kind.value}", kind, None, since=local_day(at))
        add_unit(body, new, by=by, at=at)
    text = filled((_TEXTS / f"{file}.txt").read_text(encoding="utf-8"), local_day(at))
    campaign = import_plan(text.encode(), f"{file}.txt", body=body, by=by, at=at).campaign
    working.bring_to_moment(working.Desk(campaign, by, approver, at), file)
    return campaign


def _statuses(campaign: Campaign) -> Counter[str]:
    return Counter(Holding.objects.filter(task__campaign=campaign).values_list("status", flat=True))


@pytest.mark.parametrize("file", [plan.file for plan in PLANS])
def test_every_campaign_can_be_brought_to_its_moment(file):
    campaign = _stands(file)
    assert set(_statuses(campaign)) & {"done", "doing"}


def test_a_festival_is_being_prepared():
    campaign = _stands("ngo-quyen-2008")
    estimate = BudgetVersion.objects.get(budget__campaign=campaign)
    assert estimate.state == "draft"
    assert CommitteeMember.objects.filter(committee__campaign=campaign).count() == 5
    meeting = campaign.activities.get(key="meeting")
    assert Counter(Guest.objects.filter(activity=meeting).values_list("presence", flat=True)) == {
        "present": 11,
        "absent": 1,
    }
    assert campaign.tasks.filter(text__startswith="Hoàn thiện kịch bản").count() == 1


def test_a_finished_campaign_has_nothing_left_to_do():
    assert set(_statuses(_stands("cu-lao-dung-2020"))) == {"done"}


def test_an_approved_estimate_holds_the_prizes_of_the_rules():
    campaign = _stands("binh-son-2024")
    estimate = BudgetVersion.objects.get(budget__campaign=campaign, state="approved")
    prizes = estimate.lines.exclude(follows="")
    assert sum(line.quantity * line.norm for line in prizes) == 69_000_000
