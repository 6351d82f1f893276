"""Addresses of the outreach of a campaign."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from hoithi.campaigns.actions import outreach as actions
from hoithi.campaigns.actions import public
from hoithi.campaigns.models import OutreachPass
from hoithi.campaigns.queries.outreach_units import token_of
from hoithi.core.outreach.channels import Channel, Phase
from hoithi.core.vietnamese.moments import local_day
from tests import make
from tests.matrix.campaigns import of_campaign
from tests.matrix.organiser import STAFF_OF_BODY, WORKERS
from tests.matrix.record import Address, everyone, only
from tests.matrix.world import World


def of_duty(world: World) -> Mapping[str, Any]:
    """The arguments of an address of a duty."""
    agency = world.campaign.agencies.first()
    assert agency is not None
    duty = world.campaign.outreach_duties.first()
    if duty is None:
        new = actions.NewDuty(agency, Phase.BEFORE, Channel.RADIO)
        duty = actions.add_duty(world.campaign, new, by=None, at=make.AT)
    return of_campaign(duty=duty.pk)(world)


def of_deed(world: World) -> Mapping[str, Any]:
    """The arguments of an address of something that was told."""
    agency = world.campaign.agencies.first()
    assert agency is not None
    told = actions.Told(Channel.RADIO, local_day(make.AT), words="Phát ba lần")
    who, by = (agency, None), actions.By(world.people["organiser"])
    deed = world.campaign.outreach_deeds.first()
    if deed is None:
        deed = actions.report_deed(world.campaign, who, told, by=by, at=make.AT)
    return of_campaign(deed=deed.pk)(world)


def of_pass(world: World) -> Mapping[str, Any]:
    """The arguments of an address of a link without an account."""
    return of_campaign(given=_given(world).pk)(world)


def of_token(world: World) -> Mapping[str, Any]:
    """The arguments of that link itself."""
    return {"token": token_of(_given(world))}


def _given(world: World) -> OutreachPass:
    there = world.campaign.outreach_passes.first()
    if there is not None:
        return there
    agency = world.campaign.agencies.first()
    return OutreachPass.objects.create(
        campaign=world.campaign,
        agency=agency,
        made_at=make.AT,
        expires_at=make.AT + timedelta(days=3),
    )


def of_page(world: World) -> Mapping[str, Any]:
    """The arguments of the public address of the campaign; its plan is not let out."""
    by = world.people["organiser"]
    assert by is not None
    return {"slug": public.open_page(world.campaign, by=by, at=make.AT).slug}


def of_news(world: World) -> Mapping[str, Any]:
    """The arguments of an address of a piece of news."""
    by, news = world.people["organiser"], world.campaign.news.first()
    assert by is not None
    if news is None:
        told = public.NewsTold("Khai mạc", "Đã khai mạc")
        news = public.publish_news(world.campaign, told, by=by, at=make.AT)
    return of_campaign(news=news.pk)(world)


_NO_UNIT: Mapping[str, Any] = {"number": 1, "agency": 1, "unit": 1}
"""A contact without a unit of the body: the stories are in `test_outreach_units`."""
_READ = only(200, *STAFF_OF_BODY)
_DONE = only(302, *WORKERS)
_FORM = only(200, *WORKERS)
_EMPTY = only(422, *WORKERS)

ADDRESSES = [
    Address("campaign_outreach", get=_READ, args=of_campaign()),
    Address("outreach_proposals", get=_FORM, post=_EMPTY, args=of_campaign()),
    Address("outreach_duty_new", get=_FORM, post=_EMPTY, args=of_campaign()),
    Address("outreach_duty_drop", post=_DONE, args=of_duty),
    Address("outreach_table", get=_READ, args=of_campaign()),
    Address("outreach_remind", post=_DONE, args=of_campaign()),
    Address("outreach_deeds", get=_READ, args=of_campaign()),
    Address("outreach_deed_new", get=_FORM, post=_EMPTY, args=of_campaign()),
    Address("outreach_deed_drop", post=_DONE, args=of_deed),
    Address(
        "campaign_public",
        get=_READ,
        post=only(422, "organiser"),
        args=of_campaign(),
    ),
    Address("campaign_public_preview", get=_READ, args=of_campaign()),
    Address("campaign_news_new", get=_FORM, post=_EMPTY, args=of_campaign()),
    Address("campaign_news_drop", post=_DONE, args=of_news),
    Address("campaign_visits", get=_READ, args=of_campaign()),
    Address("campaign_page", get=everyone(200), args=of_page),
    Address("campaign_document", get=everyone(404), args=of_page),
    Address("campaign_news", get=everyone(200), args=of_page),
    Address("campaign_days", get=everyone(200), args=of_page),
    Address("campaign_picture", get=everyone(200), args=of_page),
    Address("outreach_drafts", get=_READ, args=of_campaign()),
    Address(
        "outreach_draft", get=_READ, post=_EMPTY, args=of_campaign(phase="before", kind="radio")
    ),
    Address("outreach_draft_docx", get=_READ, args=of_campaign(phase="before", kind="radio")),
    Address("outreach_sheet", get=_READ, args=of_campaign(sheet="ap-phich", form="pdf")),
    Address("outreach_passes", get=_FORM, post=_EMPTY, args=of_campaign()),
    Address("outreach_passes_pdf", get=only(302, *WORKERS), args=of_campaign()),
    Address("outreach_pass_revoke", post=_DONE, args=of_pass),
    Address("outreach_by_link", get=everyone(200), post=everyone(422), args=of_token),
    Address("unit_outreach", get=only(404), post=only(404), args=lambda _world: _NO_UNIT),
    Address("unit_outreach_photo", get=only(404), args=lambda _world: {**_NO_UNIT, "photo": 1}),
    Address("outreach_photo", get=only(404, otherwise=404), args=of_campaign(photo=1)),
]
