"""Addresses of campaigns that are copied, given away, looked at again, and of their folders."""

from tests.matrix.campaigns import of_campaign
from tests.matrix.organiser import STAFF_OF_BODY, WORKERS
from tests.matrix.record import Address, only
from tests.matrix.world import slug

ADDRESSES = [
    Address("campaign_receive", get=only(200, "organiser"), post=only(422, "organiser"), args=slug),
    Address(
        "campaign_again",
        get=only(200, *STAFF_OF_BODY),
        post=only(422, *WORKERS),
        args=of_campaign(),
    ),
    Address(
        "campaign_copy",
        get=only(200, "organiser"),
        post=only(422, "organiser"),
        args=of_campaign(),
    ),
    Address("campaign_folder", get=only(200, *STAFF_OF_BODY), args=of_campaign()),
    Address(
        "campaign_folder_stage", get=only(200, *STAFF_OF_BODY), args=of_campaign(stage="ket-thuc")
    ),
    Address(
        "campaign_folder_paper",
        get=only(200, *WORKERS),
        args=of_campaign(stage="khoi-dong", name="01-to-trinh-ban-hanh-ke-hoach.docx"),
    ),
    Address("campaign_folder_make", post=only(302, *WORKERS), args=of_campaign(stage="khoi-dong")),
    Address("campaign_export", get=only(200, "organiser"), args=of_campaign()),
]
