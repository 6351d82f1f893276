"""A campaign whose plan asks for outreach, with three hamlets that tell."""

from dataclasses import replace

from hoithi.campaigns.actions import Founded
from hoithi.campaigns.actions.outreach import NewDuty, add_duty
from hoithi.campaigns.models import Campaign, OutreachDuty
from hoithi.core.founding.records import ActivityDraft, AgencyDraft, Holder, Kind, TaskDraft
from hoithi.core.outreach.channels import Channel, Phase
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.tasks.moments import set_on
from hoithi.core.units.kinds import UnitKind
from hoithi.people.actions import add_unit
from hoithi.people.facts.units import NewUnit
from hoithi.people.models import OrganisingBody, Unit
from tests import make
from tests.campaigns.make import DRAFT
from tests.campaigns.make import campaign as made
from tests.make import AT

HAMLETS = "Các thôn, tổ dân phố"
DRAFT_TOLD = replace(
    DRAFT,
    activities=(
        ActivityDraft(
            "cuoc-thi",
            Kind.CONTEST,
            "Cuộc thi trực tuyến tìm hiểu cải cách hành chính",
            "",
            set_on(AT.date().replace(day=10), AT.date().replace(day=20)),
        ),
    ),
    agencies=(AgencyDraft("Phòng Văn hóa - Xã hội"), AgencyDraft(HAMLETS, HolderSet.HAMLETS)),
    tasks=(
        TaskDraft(
            "Tuyên truyền trên hệ thống truyền thanh trước và trong Cuộc thi",
            holders=(Holder("Phòng Văn hóa - Xã hội"),),
        ),
        TaskDraft("Tuyên truyền, phát động tới Nhân dân", holders=(Holder(HAMLETS),)),
        TaskDraft("Chuẩn bị giải thưởng", holders=(Holder("Phòng Văn hóa - Xã hội"),)),
    ),
)


def campaign(of: OrganisingBody | None = None, *, hamlets: int = 0) -> Founded:
    """The campaign, with so many hamlets in the body's tree."""
    founded = made(of, DRAFT_TOLD)
    for number in range(hamlets):
        hamlet(founded.campaign.body, number)
    return founded


def hamlet(body: OrganisingBody, number: int = 0) -> Unit:
    """A hamlet of the body."""
    new = NewUnit(f"thon-{number}", f"Thôn số {number}", UnitKind.THON)
    return add_unit(body, new, by=None, at=AT).unit


def duty(
    campaign: Campaign,
    agency: str = HAMLETS,
    *,
    phase: Phase = Phase.BEFORE,
    channel: Channel = Channel.ZALO,
) -> OutreachDuty:
    """A duty of one of the agencies."""
    new = NewDuty(campaign.agencies.get(name=agency), phase, channel)
    return add_duty(campaign, new, by=make.person(), at=AT)
