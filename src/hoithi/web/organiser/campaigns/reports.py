"""Reports of a campaign: asking units for them, and who has sent what."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions import reports as deeds
from hoithi.campaigns.facts import outline_of
from hoithi.campaigns.models import Campaign, ReportRequest
from hoithi.campaigns.queries import reports
from hoithi.campaigns.queries.recipients import chosen, recipients
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.report_forms import RequestForm, initial_of
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.campaigns.telling import tell_asked, tell_reminded
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.reports import reminder


@require_safe
@login_required
def campaign_reports(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """What was asked of units and how many have sent it."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "requests": reports.requests_of(campaign, today=local_day(at)),
        "upward": campaign.upward_reports.annotate(sent=Count("versions")).order_by("-pk"),
        "may_work": may_work(request, campaign.body),
    }
    return render(request, "organiser/campaigns/reports.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def report_request_new(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """One more report that is asked of units; they are told when it is sent."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    form = RequestForm(sent(request)).of(recipients(campaign, local_day(at)))
    if form.is_valid():
        with SaidOn(form):
            made = deeds.make_request(campaign, form.told, form.named, by=request.user, at=at)
            messages.success(request, _("Đã lập yêu cầu. Hãy xem lại rồi gửi tới các đơn vị."))
            return redirect("report_request", body, number, made.pk)
    return _form_page(request, campaign, form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def report_request_change(
    request: SignedInRequest, body: str, number: int, asks: int
) -> HttpResponse:
    """Other words, day or units, as long as nobody was asked."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    wanted = reports.request_of(campaign, asks)
    choices = recipients(campaign, local_day(at))
    initial = {**initial_of(wanted), "asked": chosen(choices, wanted.asked.all())}
    form = RequestForm(sent(request), initial=initial).of(choices)
    if form.is_valid():
        with SaidOn(form):
            deeds.change_request(wanted, form.told, form.named, by=request.user, at=at)
            messages.success(request, _("Đã ghi yêu cầu."))
            return redirect("report_request", body, number, asks)
    return _form_page(request, campaign, form, wanted)


def _form_page(
    request: SignedInRequest,
    campaign: Campaign,
    form: RequestForm,
    wanted: ReportRequest | None = None,
) -> HttpResponse:
    shown = {"body": campaign.body, "campaign": campaign, "form": form, "asks": wanted}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/report_form.html", shown, status=status)


@require_safe
@login_required
def report_request(request: SignedInRequest, body: str, number: int, asks: int) -> HttpResponse:
    """A request: its outline while it is a draft, and then who has sent the report."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    wanted = reports.request_of(campaign, asks)
    asked = reports.asked_in(wanted, today=local_day(at))
    missing = [one.name for one in asked if one.standing.is_missing]
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "asks": wanted,
        "outline": outline_of(wanted),
        "asked": asked,
        "missing": missing,
        "may_work": may_work(request, campaign.body),
    }
    if wanted.sent_at and missing:
        address = request.build_absolute_uri(reverse("unit_campaigns"))
        shown["reminder"] = reminder(wanted.title, wanted.due_on, missing, address)
    return render(request, "organiser/campaigns/report_request.html", shown)


def _wanted(
    request: SignedInRequest, body: str, number: int, asks: int, at: datetime
) -> ReportRequest:
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    return reports.request_of(campaign, asks)


@require_POST
@login_required
@taken_once
def report_request_send(
    request: SignedInRequest, body: str, number: int, asks: int
) -> HttpResponse:
    """The units are asked and told."""
    at = clock.now()
    wanted = _wanted(request, body, number, asks, at)
    if "xac-nhan" not in request.POST:
        messages.error(request, _("Chưa gửi: hãy đánh dấu ô xác nhận đã xem lại rồi gửi."))
        return redirect("report_request", body, number, asks)
    told = tell_asked(deeds.send_request(wanted, by=request.user, at=at), at=at)
    said = _("Đã gửi yêu cầu báo cáo; %(told)s đầu mối nhận thông báo trên hệ thống.")
    messages.success(request, said % {"told": told})
    _say_unreached(request, told)
    return redirect("report_request", body, number, asks)


def _say_unreached(request: SignedInRequest, told: int) -> None:
    """Where nobody is told on the site, how the units are reached all the same."""
    if not told:
        said = _(
            "Chưa đơn vị nào nhận được thông báo vì chưa có đầu mối trên hệ thống. Hãy sao chép "
            "tin nhắc ở cuối trang này gửi vào nhóm Zalo, hoặc mời đầu mối của đơn vị."
        )
        messages.warning(request, said)


@require_POST
@login_required
@taken_once
def report_remind(request: SignedInRequest, body: str, number: int, asks: int) -> HttpResponse:
    """Everybody who has not sent the report is reminded."""
    at = clock.now()
    wanted = _wanted(request, body, number, asks, at)
    rows = reports.asked_in(wanted, today=local_day(at))
    missing = [one.asked for one in rows if one.standing.is_missing]
    deeds.remind(missing, wanted, by=request.user, at=at)
    told = tell_reminded(wanted, missing, at=at)
    facts = {"units": len(missing), "told": told}
    said = _("Đã nhắc %(units)s đơn vị chưa gửi; %(told)s đầu mối nhận thông báo trên hệ thống.")
    messages.success(request, said % facts)
    _say_unreached(request, told)
    return redirect("report_request", body, number, asks)
