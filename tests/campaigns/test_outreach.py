"""Duties of outreach, what was told, who is silent, and who is reminded."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from hoithi.campaigns.actions import open_set
from hoithi.campaigns.actions import outreach as actions
from hoithi.campaigns.actions.outreach import By, NewDuty, Reminder, Told
from hoithi.campaigns.models import OutreachDeed
from hoithi.campaigns.queries import outreach, outreach_lines
from hoithi.core.outreach.channels import Channel, Phase, Windows
from hoithi.notices.models import Notice
from hoithi.people.models import RoleName, Unit
from tests import make
from tests.campaigns.outreach import HAMLETS, campaign, duty
from tests.make import AT

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 2)
TOLD = Told(Channel.ZALO, TODAY, link="https://zalo.me/tin")


@pytest.fixture
def told():
    """A campaign with three hamlets and one duty of theirs."""
    founded = campaign(hamlets=3).campaign
    duty(founded)
    return founded


def report(campaign, unit_code="thon-0", told=TOLD, at=AT):
    agency = campaign.agencies.get(name=HAMLETS)
    unit = Unit.objects.get(body=campaign.body, code=unit_code)
    return actions.report_deed(campaign, (agency, unit), told, by=By(make.person()), at=at)


def test_the_window_is_that_of_the_activities_whose_day_is_set(told):
    assert outreach.windows(told) == Windows(date(2026, 11, 10), date(2026, 11, 20))


def test_the_plan_proposes_what_its_sentences_ask(told):
    found = [(one.agency.name, one.phase, one.channel) for one in outreach.proposals(told)]
    radio = [("Phòng Văn hóa - Xã hội", one, Channel.RADIO) for one in list(Phase)[:2]]
    assert found == [
        *radio,
        (HAMLETS, Phase.BEFORE, Channel.HAMLET_MEETING),
        (HAMLETS, Phase.DURING, Channel.HAMLET_MEETING),
        (HAMLETS, Phase.DURING, Channel.ZALO),
    ]


def test_chosen_proposals_become_duties_and_are_proposed_no_more(told):
    keys = [one.key for one in outreach.proposals(told)][:2]
    by = make.person()
    assert actions.take_proposals(told, [*keys, "9-x-y"], by=by, at=AT) == 2
    assert actions.take_proposals(told, keys, by=by, at=AT) == 0
    assert len(outreach.proposals(told)) == 3


def test_every_hamlet_is_a_line_and_the_silent_are_named(told):
    report(told)
    table = outreach_lines.table(told, today=TODAY)
    assert [(one.teller.name, one.told, one.missing) for one in table.lines] == [
        ("Thôn số 0", 1, ()),
        ("Thôn số 1", 0, (Channel.ZALO,)),
        ("Thôn số 2", 0, (Channel.ZALO,)),
    ]
    assert table.totals == ((Channel.ZALO, 1, 0),)


def test_a_set_opened_by_hand_has_the_chosen_units_only(told):
    agency = told.agencies.get(name=HAMLETS)
    chosen = Unit.objects.get(body=told.body, code="thon-1")
    open_set(agency, [chosen], by=make.person(), at=AT)
    assert [one.teller.name for one in outreach_lines.table(told, today=TODAY).lines] == [
        "Thôn số 1"
    ]


def test_a_duty_of_a_later_phase_is_not_missing_yet(told):
    duty(told, phase=Phase.DURING, channel=Channel.RADIO)
    table = outreach_lines.table(told, today=TODAY, phase=Phase.DURING)
    assert [cell.state for cell in table.lines[0].cells] == ["coming"]
    later = outreach_lines.table(told, today=date(2026, 11, 11), phase=Phase.DURING)
    assert [cell.state for cell in later.lines[0].cells] == ["missing"]


def test_what_was_told_without_a_duty_counts_too(told):
    agency = told.agencies.get(name="Phòng Văn hóa - Xã hội")
    actions.report_deed(told, (agency, None), TOLD, by=By(make.person()), at=AT)
    line = outreach_lines.table(told, today=TODAY).lines[0]
    assert (line.teller.name, [cell.state for cell in line.cells]) == (agency.name, ["done"])


def test_a_withdrawn_report_counts_no_more_and_keeps_its_row(told):
    deed = report(told)
    for _ in range(2):
        actions.withdraw_deed(deed, by=make.person(), at=AT)
    assert len(outreach_lines.table(told, today=TODAY).silent) == 3
    assert OutreachDeed.objects.count() == 1
    assert make.deeds().count("campaigns.outreach_withdrawn") == 1


@pytest.mark.parametrize(
    ("told_", "refusal"),
    [
        pytest.param(replace(TOLD, done_on=TODAY + timedelta(1)), actions.DeedToCome, id="ahead"),
        pytest.param(replace(TOLD, link=""), actions.NothingShown, id="nothing shown"),
        pytest.param(replace(TOLD, link="", words="  "), actions.NothingShown, id="blanks"),
        pytest.param(replace(TOLD, photos=[None] * 6), actions.TooManyPhotos, id="six photos"),
    ],
)
def test_a_report_is_refused_and_leaves_nothing(told, told_, refusal):
    with pytest.raises(refusal):
        report(told, told=told_)
    assert OutreachDeed.objects.count() == 0


def test_nobody_floods_the_table(told):
    for _ in range(30):
        report(told)
    with pytest.raises(actions.TooManyDeeds):
        report(told)


def test_the_same_duty_twice_and_days_backwards_are_refused(told):
    agency = told.agencies.get(name=HAMLETS)
    with pytest.raises(actions.DutyThere):
        duty(told)
    new = NewDuty(
        agency, Phase.AFTER, Channel.PRESS, first_day=TODAY, last_day=TODAY - timedelta(1)
    )
    with pytest.raises(actions.DaysBackwards):
        actions.add_duty(told, new, by=None, at=AT)
    assert told.outreach_duties.count() == 1


def test_the_contacts_of_a_unit_are_reminded_once_a_day(told):
    unit = Unit.objects.get(body=told.body, code="thon-1")
    contact, elsewhere = make.person(), make.person()
    make.role(contact, RoleName.UNIT_CONTACT, unit=unit)
    make.role(elsewhere, RoleName.UNIT_CONTACT, unit=unit, contest_id=7)
    reminders = [Reminder(unit.pk, "Đề nghị tuyên truyền", "/don-vi/")]
    by = make.person()
    for days in (0, 0, 1):
        assert actions.remind(told, reminders, by=by, at=AT + timedelta(days=days)) == 1
    assert [(one.person, one.text) for one in Notice.objects.all()] == [
        (contact, "Đề nghị tuyên truyền")
    ] * 2


@pytest.mark.parametrize("hamlets", [1, 12])
def test_the_table_asks_a_constant_number_of_times(hamlets, django_assert_num_queries):
    made = campaign(hamlets=hamlets).campaign
    duty(made)
    with django_assert_num_queries(5):
        table = outreach_lines.table(made, today=TODAY)
    assert len(table.lines) == hamlets
