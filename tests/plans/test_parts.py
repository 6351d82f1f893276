"""Further parts of a campaign come along in copies and files, without the people in them."""

import json
from datetime import date, time

import msgspec
import pytest

from hoithi.campaigns.actions import budgets, reports
from hoithi.campaigns.actions.budgets import LineTyped
from hoithi.campaigns.actions.outreach import NewDuty, add_duty
from hoithi.campaigns.actions.reports import NewRequest
from hoithi.campaigns.models import BudgetLine, OutreachDuty, ReportRequest
from hoithi.conferences.models import AgendaItem, Guest, Meeting
from hoithi.core.handing import file as files
from hoithi.core.handing.file import CampaignFileRefused, Fault
from hoithi.core.outreach.channels import Channel, Phase
from hoithi.core.reporting.outlines import Outline, Section
from hoithi.people.models import RoleName
from hoithi.plans import actions
from hoithi.plans.actions.parts import PARTS
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
CHAIR, GUEST = "Đỗ Thị Thanh Hương", "Bùi Quang Vinh"


@pytest.fixture
def made():
    """A campaign with something of every part."""
    founded = campaign()
    whole, activity = founded.campaign, founded.activities["hoi-nghi"]
    by = make.holder(RoleName.ORGANISER, over=whole.body)
    whole.committees.update(duties="Chuẩn bị nội dung")
    duty = NewDuty(whole.agencies.first(), Phase.BEFORE, Channel.RADIO, first_day=date(2026, 11, 2))
    add_duty(whole, duty, by=by, at=AT)
    Meeting.objects.create(activity=activity, chair=CHAIR, content=f"Mời {GUEST} dự")
    AgendaItem.objects.create(
        activity=activity, ordinal=1, content="Khai mạc", who=CHAIR, starts_at=time(8)
    )
    Guest.objects.create(activity=activity, ordinal=1, full_name=GUEST)
    version = budgets.begin(whole, by=by, at=AT)
    typed = [LineTyped("In phông", norm=500_000), LineTyped("Giải Nhất", follows="a/b/c")]
    budgets.write_lines(version, typed, revision=version.revision, by=by, at=AT)
    outline = Outline((Section("Kết quả", "Nêu số liệu"),))
    asked = NewRequest("Báo cáo kết quả năm 2026", outline, date(2026, 12, 15))
    reports.make_request(whole, asked, (), by=by, at=AT)
    return whole


def held(whole):
    """What stands of each part."""
    return {
        "duties": list(whole.committees.values_list("duties", flat=True)),
        "outreach": list(
            OutreachDuty.objects.filter(campaign=whole).values_list("channel", "first_day")
        ),
        "agenda": list(
            AgendaItem.objects.filter(activity__campaign=whole).values_list("content", "who")
        ),
        "chairs": list(
            Meeting.objects.filter(activity__campaign=whole).values_list("chair", flat=True)
        ),
        "guests": Guest.objects.filter(activity__campaign=whole).count(),
        "lines": list(
            BudgetLine.objects.filter(version__budget__campaign=whole).values_list("text", "norm")
        ),
        "reports": list(
            ReportRequest.objects.filter(campaign=whole).values_list("title", "due_on", "sent_at")
        ),
    }


def test_every_part_comes_along_a_year_later_without_its_people(made):
    twin = actions.copy_campaign(made, days=364, by=None, at=AT)
    assert held(twin) == {
        "duties": ["Chuẩn bị nội dung"],
        "outreach": [("radio", date(2027, 11, 1))],
        "agenda": [("Khai mạc", "")],
        "chairs": [""],
        "guests": 0,
        "lines": [("In phông", 500_000)],
        "reports": [("Báo cáo kết quả năm 2027", date(2027, 12, 14), None)],
    }


def test_every_part_is_in_the_file_and_nobody_with_it(made):
    data = actions.export(made, by=None, at=AT)
    told = json.loads(data)
    opened = actions.open_file(data, body=make.body("Xã Khác"), by=None, at=AT).campaign
    text = json.dumps(told, ensure_ascii=False)
    assert set(told["parts"]) == {part.name for part in PARTS}
    assert (CHAIR in text, GUEST in text) == (False, False)
    assert held(opened)["lines"] == [("In phông", 500_000)]


def test_the_file_of_the_opened_campaign_is_the_same_again(made):
    one = actions.open_file(
        actions.export(made, by=None, at=AT), body=make.body("Xã Một"), by=None, at=AT
    ).campaign
    two = actions.open_file(
        actions.export(one, by=None, at=AT), body=make.body("Xã Hai"), by=None, at=AT
    ).campaign
    assert actions.export(one, by=None, at=AT) == actions.export(two, by=None, at=AT)


def changed(made, parts) -> bytes:
    content = json.loads(actions.export(made, by=None, at=AT)) | {"parts": parts}
    del content["sha256"]
    return json.dumps(content | {"sha256": files._hash(content)}).encode()


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        ({"nothing-known": [{"a": 1}]}, Fault.NEWER),
        ({"money": [{"text": ""}]}, Fault.DAMAGED),
        ({"money": [{"text": "x", "norm": -1}]}, Fault.DAMAGED),
        ({"money": [{"text": "x", "quantity": "1e999999"}]}, Fault.DAMAGED),
        ({"money": [{"text": "x", "quantity": "NaN"}]}, Fault.DAMAGED),
        ({"money": [{"text": "x", "quantity": "0.001"}]}, Fault.DAMAGED),
        ({"money": [{"text": "x", "payee": "Nguyễn Văn An"}]}, Fault.DAMAGED),
        ({"outreach": [{"agency": "x", "phase": "never", "channel": "radio"}]}, Fault.DAMAGED),
        ({"reports": [{"title": "x", "outline": {}, "due_on": "9999-12-31"}]}, Fault.DAMAGED),
        ({"meetings": [{"activity": "hoi-nghi", "agenda": "x"}]}, Fault.DAMAGED),
        ({"meetings": [{"activity": "hoi-nghi"}] * 6_000}, Fault.DAMAGED),
    ],
)
def test_a_part_that_is_none_is_refused_and_nothing_is_founded(made, parts, fault):
    other = make.body("Xã Khác")
    with pytest.raises(CampaignFileRefused) as refused:
        actions.open_file(changed(made, parts), body=other, by=None, at=AT)
    assert (refused.value.fault, other.campaigns.count()) == (fault, 0)


def test_rows_that_lead_nowhere_are_left_out(made):
    rows = {
        "outreach": [{"agency": "Không có", "phase": "before", "channel": "radio"}],
        "meetings": [{"activity": "khong-co", "content": "x"}],
        "committees": [{"committee": "Không có", "duties": "x"}],
    }
    opened = actions.open_file(
        changed(made, rows), body=make.body("Xã Khác"), by=None, at=AT
    ).campaign
    assert (held(opened)["outreach"], held(opened)["agenda"]) == ([], [])


def test_every_part_tells_plain_data(made):
    for part in PARTS:
        rows = part.told(made)
        assert rows
        assert len(json.loads(msgspec.json.encode(rows))) == len(rows)
