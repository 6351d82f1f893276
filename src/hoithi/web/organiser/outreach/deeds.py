"""What was told: the list with links and photographs, written down by the office, withdrawn."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions import outreach as actions
from hoithi.campaigns.forms import DeedForm
from hoithi.campaigns.models import OutreachPhoto
from hoithi.campaigns.queries import outreach
from hoithi.core.outreach.channels import Channel
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people.models import Unit
from hoithi.web import photographs
from hoithi.web.deeds_told import told_in
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.outreach import CHANNELS

_ON_A_PAGE = 30


class OfficeDeedForm(DeedForm):
    """What the office writes down for an agency or a unit."""

    who = forms.ChoiceField(label=gettext_lazy("Cơ quan, đơn vị"))
    field_order = ("who",)

    def about(self, tellers: list[outreach.Teller]) -> "OfficeDeedForm":
        """The form with those who tell."""
        who: Any = self.fields["who"]
        who.choices = [(_key(one), one.name) for one in tellers]
        return self


def _key(teller: outreach.Teller) -> str:
    return f"{teller.agency.pk}-{teller.unit_id or ''}"


@require_safe
@login_required
def outreach_deeds(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """All that was told, the newest first, with what shows it."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    rows = outreach.deeds_of(campaign).prefetch_related("photos")
    page = Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("trang"))
    names = outreach.unit_names({one.unit_id for one in page if one.unit_id}, local_day(at))
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "page": page,
        "rows": [(one, names.get(one.unit_id or 0, "")) for one in page],
        "may_work": may_work(request, campaign.body),
    }
    return render(request, "organiser/outreach/deeds.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def outreach_deed_new(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The office writes down what an agency or a unit told."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    tellers = outreach.tellers(campaign, campaign.agencies.all(), on=local_day(at))
    form = OfficeDeedForm(sent(request), request.FILES or None)
    form.of([(one.value, str(CHANNELS[one.value])) for one in Channel], today=local_day(at))
    if form.about(tellers).is_valid():
        teller = next(one for one in tellers if _key(one) == form.cleaned_data["who"])
        unit = Unit.objects.get(pk=teller.unit_id) if teller.unit_id else None
        with SaidOn(form):
            told = told_in(form, body=campaign.body, by=request.user, at=at)
            by = actions.By(request.user)
            actions.report_deed(campaign, (teller.agency, unit), told, by=by, at=at)
            messages.success(request, _("Đã ghi kết quả tuyên truyền."))
            return redirect("outreach_deeds", body, number)
    shown = {"body": campaign.body, "campaign": campaign, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/outreach/new_deed.html", shown, status=status)


@require_POST
@login_required
@taken_once
def outreach_deed_drop(request: SignedInRequest, body: str, number: int, deed: int) -> HttpResponse:
    """A report that was a slip counts no more."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    actions.withdraw_deed(campaign.outreach_deeds.get(pk=deed), by=request.user, at=at)
    messages.success(request, _("Đã rút kết quả này; bảng theo dõi không tính nữa."))
    return redirect("outreach_deeds", body, number)


@require_safe
@login_required
def outreach_photo(
    request: SignedInRequest, body: str, number: int, photo: int
) -> HttpResponseBase:
    """A photograph that a unit sent."""
    campaign = queries.campaign_for(request.user, body, number, at=clock.now())
    photos = OutreachPhoto.objects.select_related("file")
    return photographs.shown(photos.get(pk=photo, deed__campaign=campaign).file)
