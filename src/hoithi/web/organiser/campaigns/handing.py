"""A campaign goes on: copied to another year, given as a file, received, and looked at again."""

from datetime import date, datetime, timedelta
from functools import partial

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions import answer_question
from hoithi.campaigns.models import Campaign
from hoithi.core.handing.file import MOST_BYTES
from hoithi.core.handing.years import days_to_next_year
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import fold
from hoithi.kit import clock
from hoithi.kit.date_fields import DayField
from hoithi.people.models import OrganisingBody, Person
from hoithi.plans import actions
from hoithi.plans.queries import first_day_in, left_to_look_at, origin_of
from hoithi.web.files import download
from hoithi.web.once import done_once, taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.request import SignedInRequest, sent

ENDING = ".hoithi.json"


class YearForm(forms.Form):
    """When the campaign begins another year."""

    first_day = DayField(
        label=gettext_lazy("Ngày bắt đầu mới"),
        help_text=gettext_lazy(
            "Mốc sớm nhất của bản chép. Các mốc khác dời theo cùng số ngày; ngày gợi ý giữ nguyên "
            "thứ trong tuần."
        ),
    )


class ReceiveForm(forms.Form):
    """The file that another body gave."""

    file = forms.FileField(
        allow_empty_file=True,
        label=gettext_lazy("Tệp kế hoạch nhận được"),
        help_text=gettext_lazy(
            "Tệp có đuôi .hoithi.json do đơn vị khác xuất từ hệ thống này, không quá 8 MB."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".json,application/json"}),
    )
    begins = DayField(
        label=gettext_lazy("Ngày bắt đầu ở đơn vị mình"),
        required=False,
        help_text=gettext_lazy("Để trống thì giữ các ngày ghi trong tệp."),
    )


class SeenForm(forms.Form):
    """What was decided about a matter that had to be looked at again."""

    question = forms.IntegerField(widget=forms.HiddenInput)
    answer = forms.CharField(
        label=gettext_lazy("Kết quả xem lại"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def campaign_copy(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The campaign again another year, and its file for other bodies."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.FOUNDERS, at=at)
    first = first_day_in(campaign)
    form = YearForm(sent(request), initial={"first_day": _suggested(first, at)})
    if form.is_valid():
        days = (form.cleaned_data["first_day"] - first).days if first else 0
        deed = partial(_copied, campaign, days, by=request.user, at=at)
        if done := done_once(request, form, deed):
            return done
    shown = {"body": campaign.body, "campaign": campaign, "form": form, "first_day": first}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/copy.html", shown, status=status)


def _suggested(first: date | None, at: datetime) -> date | None:
    if first is None:
        return None
    return first + timedelta(days_to_next_year(first, local_day(at)))


def _copied(campaign: Campaign, days: int, *, by: Person, at: datetime) -> str:
    twin = actions.copy_campaign(campaign, days=days, by=by, at=at)
    return reverse("campaign_again", args=[campaign.body.slug, twin.pk])


@require_safe
@login_required
def campaign_export(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The file of the campaign, to be saved and sent; the journal keeps that it was made."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.FOUNDERS, at=at)
    data = actions.export(campaign, by=request.user, at=at)
    name = slugify(fold(campaign.title))[:60].strip("-") or "ke-hoach"
    return download(data, f"{name}{ENDING}", "application/json")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def campaign_receive(request: SignedInRequest, body: str) -> HttpResponse:
    """A campaign from another body's file, as a draft of this one."""
    at = clock.now()
    over = queries.body_with_campaigns(request.user, body, *queries.FOUNDERS, at=at)
    data = sent(request)
    form = ReceiveForm(data, None if data is None else request.FILES)
    if form.is_valid():
        deed = partial(_received, request, form, over, at=at)
        if done := done_once(request, form, deed):
            return done
    status = 422 if request.method == "POST" else 200
    shown = {"body": over, "form": form}
    return render(request, "organiser/campaigns/receive.html", shown, status=status)


def _received(
    request: SignedInRequest, form: ReceiveForm, body: OrganisingBody, *, at: datetime
) -> str:
    told = form.cleaned_data
    data = told["file"].read(MOST_BYTES + 1)
    opened = actions.open_file(data, body=body, by=request.user, at=at, begins=told["begins"])
    if not opened.is_new:
        messages.info(request, _("Tệp này đã được nhận trước đó; đây là kế hoạch đã lập."))
    return reverse("campaign_again", args=[body.slug, opened.campaign.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_again(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Everything that is open or must be looked at again, each with its own answer."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    form = SeenForm(sent(request))
    if form.is_valid():
        question = campaign.tasks.exclude(asks="").get(pk=form.cleaned_data["question"])
        answer = form.cleaned_data["answer"] or _("Đã xem lại.")
        answer_question(question, answer, by=request.user, at=at)
        messages.success(request, _("Đã ghi."))
        return redirect("campaign_again", body, number)
    left, seen = left_to_look_at(campaign)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "origin": origin_of(campaign),
        "left": left,
        "seen": seen,
        "sent": form,
        "may_work": may_work(request, campaign.body),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/again.html", shown, status=status)
