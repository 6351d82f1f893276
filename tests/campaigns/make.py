"""Campaigns for tests."""

from datetime import date

from hoithi.campaigns.actions import Founded, found
from hoithi.core.founding.records import (
    ActivityDraft,
    AgencyDraft,
    Asks,
    CampaignDraft,
    CommitteeDraft,
    CommitteeKind,
    Holder,
    Kind,
    TaskDraft,
)
from hoithi.core.tasks.due import Due, DueKind, Edge, until
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.tasks.moments import some_day
from hoithi.people.models import OrganisingBody
from tests import make

LATE = some_day(date(2026, 12, 21), date(2026, 12, 31), words="cuối tháng 12 năm 2026")
DRAFT = CampaignDraft(
    title="Tổ chức Hội nghị tổng kết chuyên đề thi đua năm 2026",
    number="15/KH-UBND",
    issued_on=date(2026, 10, 1),
    issuer="UBND xã Bình Phước",
    activities=(
        ActivityDraft("hoi-nghi", Kind.CONFERENCE, "Hội nghị tổng kết", "Hội trường xã", LATE),
    ),
    committees=(CommitteeDraft("Ban Tổ chức Hội nghị", CommitteeKind.ORGANISING),),
    agencies=(
        AgencyDraft("Phòng Văn hóa - Xã hội", is_standing=True),
        AgencyDraft("Các trường học trên địa bàn xã", HolderSet.SCHOOLS),
    ),
    tasks=(
        TaskDraft(
            "Dự thảo bài phát biểu kết luận",
            Due(DueKind.RELATIVE, offset=-7, words="trước 07 ngày tổ chức Hội nghị"),
            "hoi-nghi",
            (Holder("Phòng Văn hóa - Xã hội"),),
        ),
        TaskDraft(
            "Dự thảo thông báo kết luận",
            Due(DueKind.RELATIVE, offset=2, edge=Edge.END),
            "hoi-nghi",
            (Holder("Phòng Văn hóa - Xã hội"),),
        ),
        TaskDraft(
            "Đăng ký tham luận",
            until(date(2026, 11, 1)),
            holders=(
                Holder("Các trường học trên địa bàn xã"),
                Holder("Phòng Văn hóa - Xã hội", leads=False),
            ),
        ),
        TaskDraft("Chuẩn bị hội trường"),
        TaskDraft("Hội nghị tổ chức ngày nào?", activity="hoi-nghi", asks=Asks.WHEN),
    ),
)


def campaign(of: OrganisingBody | None = None, draft: CampaignDraft = DRAFT) -> Founded:
    """A campaign of a conference whose day is open."""
    return found(draft, body=of or make.body(), by=None, at=make.AT)
