"""One minute of a unit: what it is to tell, and the form by which it says what it told."""

from collections.abc import Iterable
from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns.actions.outreach import By, report_deed
from hoithi.campaigns.actions.outreach_passes import slow_down
from hoithi.campaigns.forms import DeedForm
from hoithi.campaigns.models import OutreachPass
from hoithi.campaigns.queries import outreach_units as queries
from hoithi.campaigns.queries.outreach_units import Telling
from hoithi.core.outreach.channels import Channel
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people.models import Unit
from hoithi.web import photographs
from hoithi.web.deeds_told import told_in
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.unit.by_link import private
from hoithi.wording.outreach import CHANNELS


def _form(request: HttpRequest, telling: Telling, at: datetime) -> DeedForm:
    """The form with the channels of the unit's own duties before all others."""
    own = [one.channel for one in telling.cells]
    ordered: Iterable[Channel] = [*own, *(one for one in Channel if one not in own)]
    choices = [(one.value, str(CHANNELS[one.value])) for one in ordered]
    form = DeedForm(sent(request), request.FILES or None)
    return form.of(choices, today=local_day(at))


def _taken(form: DeedForm, telling: Telling, by: By, at: datetime) -> None:
    """Writes down what the valid form says."""
    body, teller = telling.campaign.body, telling.teller
    unit = Unit.objects.get(pk=teller.unit_id) if teller.unit_id else None
    told = told_in(form, body=body, by=by.person, at=at)
    report_deed(telling.campaign, (teller.agency, unit), told, by=by, at=at)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def unit_outreach(request: SignedInRequest, number: int, agency: int, unit: int) -> HttpResponse:
    """What the unit is to tell of a campaign; its contact says what was told."""
    at = clock.now()
    telling = queries.telling_for(request.user, (number, agency), unit, at=at)
    form = _form(request, telling, at)
    if form.is_valid():
        with SaidOn(form):
            _taken(form, telling, By(request.user), at)
            messages.success(request, _("Đã ghi. Có thể ghi tiếp việc khác ngay bên dưới."))
            return redirect("unit_outreach", number, agency, unit)
    shown = {"telling": telling, "form": form, "deeds": queries.told_by(telling)}
    status = 422 if request.method == "POST" else 200
    return render(request, "unit/outreach.html", shown, status=status)


@require_safe
@login_required
def unit_outreach_photo(
    request: SignedInRequest, number: int, agency: int, unit: int, photo: int
) -> HttpResponseBase:
    """A photograph that the contact's own unit sent."""
    telling = queries.telling_for(request.user, (number, agency), unit, at=clock.now())
    return photographs.shown(queries.photo_for(telling, photo).file)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@taken_once
def outreach_by_link(request: SignedInRequest, token: str) -> HttpResponse:
    """The same page without an account, for whoever has the link of the unit."""
    at = clock.now()
    given = queries.pass_of(token)
    if not queries.is_valid(given, at=at):
        return _over(request, given)
    telling = queries.telling_by_pass(given, at=at)
    form = _form(request, telling, at)
    if form.is_valid():
        with SaidOn(form):
            slow_down(given, at=at)
            # Whoever is signed in by chance does not report: the link does.
            _taken(form, telling, By(None, given), at)
            messages.success(request, _("Đã ghi. Có thể ghi tiếp việc khác ngay bên dưới."))
            return redirect("outreach_by_link", token)
    shown = {"telling": telling, "form": form, "given": given, "deeds": queries.told_by(telling)}
    status = 422 if request.method == "POST" else 200
    return private(render(request, "unit/outreach_link.html", shown, status=status))


def _over(request: HttpRequest, given: OutreachPass) -> HttpResponse:
    shown = {"given": given}
    return private(render(request, "unit/outreach_link_over.html", shown, status=410))
