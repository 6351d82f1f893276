"""Units see nothing of a campaign that was copied and is under no signed plan yet."""

from datetime import date, timedelta

import pytest

from hoithi.campaigns import queries
from hoithi.campaigns.actions import hold
from hoithi.campaigns.actions import reports as deeds
from hoithi.campaigns.actions.nominations import CampaignIsDraft, ask
from hoithi.campaigns.actions.outreach import remind
from hoithi.campaigns.actions.outreach_passes import give_passes
from hoithi.campaigns.models import OutreachDuty
from hoithi.campaigns.queries.outreach_units import tellings_of
from hoithi.campaigns.queries.reminding import campaigns_to_look_at
from hoithi.core.units.kinds import UnitKind
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.plans.actions import copy_campaign
from hoithi.wording import sentence
from tests import make
from tests.campaigns.make import campaign
from tests.campaigns.reports import requested
from tests.make import AT

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)


@pytest.fixture
def draft():
    return copy_campaign(campaign().campaign, days=364, by=None, at=AT)


def seen(units) -> tuple[int, int]:
    """How many tasks and tellings the units see."""
    tasks = queries.tasks_of_units(units, today=TODAY)
    return len(tasks), len(tellings_of(units, today=TODAY))


def test_units_see_tasks_and_outreach_once_the_plan_has_its_number(draft):
    new = NewUnit("t1", "Trường số 1", UnitKind.SCHOOL)
    version = add_unit(draft.body, new, by=None, at=AT)
    agency = draft.agencies.get(holder_set="schools")
    agency.unit = version.unit
    agency.save()
    hold(draft.tasks.filter(asks="").first(), agency, leads=True, unit=version.unit)
    OutreachDuty.objects.create(campaign=draft, agency=agency, phase="before", channel="website")
    units = {version.unit_id: version}
    before, reminded = seen(units), draft in campaigns_to_look_at(TODAY)
    draft.plan_number = "12/KH-UBND"
    draft.save()
    assert (before, reminded) == ((0, 0), False)
    tasks, tellings = seen(units)
    assert tasks >= 1
    assert tellings == 1


def test_nothing_is_asked_of_units_for_a_draft(draft):
    by = make.person()
    unit = add_unit(draft.body, NewUnit("t1", "Trường", UnitKind.SCHOOL), by=None, at=AT).unit
    request = requested(draft, [unit], by, out=False)
    for deed in (
        lambda: deeds.send_request(request, by=by, at=AT),
        lambda: ask(draft.committees.first(), TODAY, by=by, at=AT),
        lambda: give_passes(draft, [], until=AT + timedelta(days=9), by=by, at=AT),
        lambda: remind(draft, [], by=by, at=AT),
    ):
        with pytest.raises(CampaignIsDraft) as refused:
            deed()
        assert "đang là dự thảo" in sentence(refused.value)
