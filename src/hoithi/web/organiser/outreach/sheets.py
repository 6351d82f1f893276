"""The poster and the banner of a campaign, with a QR code, to print or to send."""

from datetime import datetime

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.models import Campaign
from hoithi.core.outreach.facts import BLANK, CampaignTold
from hoithi.core.outreach.sources import Source
from hoithi.documents.typeset.posters import (
    Banner,
    Paper,
    Poster,
    banner,
    banner_picture,
    poster,
    poster_picture,
)
from hoithi.kit import clock
from hoithi.web.files import download
from hoithi.web.organiser.outreach.told import (
    address_of,
    contests_of,
    from_source,
    site_of,
    told,
)
from hoithi.web.request import SignedInRequest

_PDF, _PNG = "application/pdf", "image/png"


@require_safe
@login_required
def outreach_sheet(
    request: SignedInRequest, body: str, number: int, sheet: str, form: str
) -> HttpResponse:
    """Poster (A4, A3) or banner as PDF or PNG. What is not known stands as a blank."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    if (sheet, form) == ("ap-phich-a3", "png"):
        raise Http404
    return download(
        _made(request, campaign, sheet, form, at),
        f"{sheet}.{form}",
        _PDF if form == "pdf" else _PNG,
    )


def _made(
    request: SignedInRequest, campaign: Campaign, sheet: str, form: str, at: datetime
) -> bytes:
    site = site_of(request)
    facts = told(campaign, site, at=at, source=Source.STRAIGHT)
    address = address_of(campaign, contests_of(campaign), site)
    if sheet == "bang-ron":
        content = _banner(facts, address)
        return banner(content) if form == "pdf" else banner_picture(content)
    shown = _poster(facts, address)
    if form == "png":
        return poster_picture(shown)
    return poster(shown, Paper.A3 if sheet == "ap-phich-a3" else Paper.A4)


def _when(facts: CampaignTold) -> str:
    of_contests = [one.when for one in facts.contests if one.when]
    days = [*of_contests, *(one.when for one in facts.activities if one.when)]
    return days[0] if days else _("Thời gian: %(blank)s") % {"blank": BLANK}


def _poster(facts: CampaignTold, address: str) -> Poster:
    contest = facts.contests[0] if facts.contests else None
    steps = contest.how if contest and contest.how else _READING
    return Poster(
        title=facts.title,
        address=address,
        issuer=(facts.issuer,),
        when=_when(facts),
        steps=steps,
        kind="",
        who=contest.who if contest else "",
        foot=facts.plan,
        link=from_source(address, Source.POSTER),
    )


_READING = (
    "Quét mã bằng máy ảnh hoặc Zalo",
    "Xem lịch hoạt động và các văn bản",
    "Tham gia và mời người thân cùng tham gia",
)


def _banner(facts: CampaignTold, address: str) -> Banner:
    return Banner(
        line=facts.title.removeprefix("Tổ chức ").upper(),
        issuer=facts.issuer,
        address=address,
        when=_when(facts),
        link=from_source(address, Source.BANNER),
    )
