"""Links by which units report without an account: given to all, printed as QR slips, taken back."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions.outreach_passes import give_passes, revoke_pass
from hoithi.campaigns.models import Campaign, OutreachPass
from hoithi.campaigns.queries import outreach, outreach_units
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import END_OF_DAY, LocalMoment, local_day
from hoithi.documents.typeset.links import LinkSlip, link_slips
from hoithi.kit import clock
from hoithi.kit.date_fields import DayField
from hoithi.web.files import download
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent

_USUAL = timedelta(days=30)


class PassesForm(forms.Form):
    """Until when the links hold."""

    until = DayField(label=gettext_lazy("Dùng được đến hết ngày"))


@dataclass(frozen=True)
class PassShown:
    """A teller with its link, where one holds."""

    name: str
    given: OutreachPass | None
    link: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def outreach_passes(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Who has a link; one button gives one to all who have none."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    usual = local_day(at) + _USUAL
    form = PassesForm(sent(request), initial={"until": usual})
    if form.is_valid():
        with SaidOn(form):
            to = _tellers(campaign, local_day(at))
            until = _end_of(form.cleaned_data["until"])
            new = give_passes(campaign, to, until=until, by=request.user, at=at)
            messages.success(request, _("Đã cấp %(number)s liên kết mới.") % {"number": new})
            return redirect("outreach_passes", body, number)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "form": form,
        "rows": _shown(request, campaign, at),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/outreach/passes.html", shown, status=status)


def _end_of(day: date) -> datetime:
    return LocalMoment(day, END_OF_DAY).instant()


def _tellers(campaign: Campaign, on: date) -> list[outreach.Teller]:
    """Those who have a duty."""
    duties = campaign.outreach_duties.select_related("agency").order_by("agency__ordinal")
    return outreach.tellers(campaign, dict.fromkeys(one.agency for one in duties), on=on)


def _shown(request: HttpRequest, campaign: Campaign, at: datetime) -> list[PassShown]:
    there = outreach_units.passes_of(campaign, at=at)
    rows = [(one.name, there.get(one.key)) for one in _tellers(campaign, local_day(at))]
    return [PassShown(name, given, _link(request, given)) for name, given in rows]


def _link(request: HttpRequest, given: OutreachPass | None) -> str:
    if given is None:
        return ""
    path = reverse("outreach_by_link", args=[outreach_units.token_of(given)])
    return request.build_absolute_uri(path)


@require_POST
@login_required
@taken_once
def outreach_pass_revoke(
    request: SignedInRequest, body: str, number: int, given: int
) -> HttpResponse:
    """The link opens nothing any more; a new one may be given."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    found = campaign.outreach_passes.select_related("campaign").get(pk=given)
    revoke_pass(found, by=request.user, at=at)
    messages.success(request, _("Đã thu hồi liên kết. Kết quả đã ghi vẫn được giữ."))
    return redirect("outreach_passes", body, number)


@never_cache
@require_safe
@login_required
def outreach_passes_pdf(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The slips of all links that hold, eight on a page."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    slips = [
        LinkSlip(
            campaign.body.name,
            one.name,
            campaign.title,
            one.link,
            _("hết ngày %(day)s")
            % {"day": date_text(local_day(one.given.expires_at - timedelta(minutes=1)))},
        )
        for one in _shown(request, campaign, at)
        if one.given
    ]
    if not slips:
        messages.error(request, _("Chưa có liên kết nào để in. Hãy cấp liên kết trước."))
        return redirect("outreach_passes", body, number)
    return download(link_slips(slips), "lien-ket-tuyen-truyen.pdf", "application/pdf")
