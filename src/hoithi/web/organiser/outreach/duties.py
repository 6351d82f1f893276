"""The duties of outreach by phase and channel: proposed by the plan, given, taken away."""

from dataclasses import dataclass
from itertools import groupby
from typing import cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns import queries
from hoithi.campaigns.actions import outreach as actions
from hoithi.campaigns.forms import CleanField
from hoithi.campaigns.models import Agency, Campaign, OutreachDuty
from hoithi.campaigns.queries import outreach, outreach_lines
from hoithi.core.outreach.channels import Cadence, Channel, Phase, Windows
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.kit.date_fields import DayField
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.outreach import CADENCES, CHANNELS, PHASES, days_said


class DutyForm(forms.Form):
    """Who tells by which channel, when and how often."""

    agency = forms.ModelChoiceField(
        label=gettext_lazy("Cơ quan, đơn vị thực hiện"), queryset=Agency.objects.none()
    )
    phase = forms.ChoiceField(label=gettext_lazy("Giai đoạn"), choices=list(PHASES.items()))
    channel = forms.ChoiceField(label=gettext_lazy("Hình thức"), choices=list(CHANNELS.items()))
    cadence = forms.ChoiceField(label=gettext_lazy("Mức độ"), choices=list(CADENCES.items()))
    first_day = DayField(
        label=gettext_lazy("Từ ngày"),
        required=False,
        help_text=gettext_lazy("Để trống thì theo thời gian của giai đoạn."),
    )
    last_day = DayField(label=gettext_lazy("Đến hết ngày"), required=False)
    words = CleanField(
        label=gettext_lazy("Nội dung cụ thể (nếu có)"), max_length=1000, required=False
    )

    def of(self, campaign: Campaign) -> "DutyForm":
        """The form with the agencies of this campaign."""
        field = cast("forms.ModelChoiceField[Agency]", self.fields["agency"])
        field.queryset = campaign.agencies.all()
        return self

    @property
    def told(self) -> actions.NewDuty:
        """The duty as it was told."""
        data = self.cleaned_data
        return actions.NewDuty(
            data["agency"],
            Phase(data["phase"]),
            Channel(data["channel"]),
            Cadence(data["cadence"]),
            data["first_day"],
            data["last_day"],
            data["words"],
        )


@dataclass(frozen=True)
class DutyShown:
    """A duty with its days in words."""

    duty: OutreachDuty
    days: str
    cadence: str


@dataclass(frozen=True)
class PhaseShown:
    """The duties of a phase, channel by channel."""

    code: str
    title: str
    days: str
    channels: list[tuple[str, list[DutyShown]]]


@require_safe
@login_required
def campaign_outreach(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """What is to be told before, during and after, by which channels and by whom."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    table = outreach_lines.table(campaign, today=local_day(at))
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "phases": _phases(campaign),
        "table": table,
        "proposals": len(outreach.proposals(campaign)),
        "may_work": may_work(request, campaign.body),
    }
    return render(request, "organiser/outreach/duties.html", shown)


def _phases(campaign: Campaign) -> list[PhaseShown]:
    known = outreach.windows(campaign)
    duties = list(campaign.outreach_duties.select_related("agency").order_by("agency__ordinal"))
    return [
        PhaseShown(
            phase.value,
            str(PHASES[phase.value]),
            days_said(known.days(phase)),
            _channels([one for one in duties if one.phase == phase], known),
        )
        for phase in Phase
    ]


def _channels(duties: list[OutreachDuty], known: Windows) -> list[tuple[str, list[DutyShown]]]:
    order = [one.value for one in Channel]
    ordered = sorted(duties, key=lambda one: order.index(one.channel))
    return [
        (str(CHANNELS[channel]), [_shown(one, known) for one in rows])
        for channel, rows in groupby(ordered, key=lambda one: one.channel)
    ]


def _shown(duty: OutreachDuty, known: Windows) -> DutyShown:
    own = duty.first_day or duty.last_day
    days = days_said(outreach.days_of(duty, known)) if own else ""
    return DutyShown(duty, days, str(CADENCES[duty.cadence]))


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def outreach_proposals(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """What the plan's own sentences ask to be told; the chosen ones become duties."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    chosen = request.POST.getlist("viec")
    if chosen:
        taken = actions.take_proposals(campaign, chosen, by=request.user, at=at)
        messages.success(request, _("Đã giao %(number)s việc tuyên truyền.") % {"number": taken})
        return redirect("campaign_outreach", body, number)
    rows = groupby(outreach.proposals(campaign), key=lambda one: one.task)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "tasks": [(task, list(found)) for task, found in rows],
        "none_chosen": request.method == "POST",
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/outreach/proposals.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def outreach_duty_new(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """One more duty, given by hand."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    form = DutyForm(sent(request)).of(campaign)
    if form.is_valid():
        with SaidOn(form):
            actions.add_duty(campaign, form.told, by=request.user, at=at)
            messages.success(request, _("Đã giao việc tuyên truyền."))
            return redirect("campaign_outreach", body, number)
    shown = {"body": campaign.body, "campaign": campaign, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/outreach/new_duty.html", shown, status=status)


@require_POST
@login_required
@taken_once
def outreach_duty_drop(request: SignedInRequest, body: str, number: int, duty: int) -> HttpResponse:
    """The duty is taken away; what was told stays."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    found = campaign.outreach_duties.select_related("campaign").get(pk=duty)
    actions.drop_duty(found, by=request.user, at=at)
    messages.success(request, _("Đã bỏ việc tuyên truyền này. Kết quả đã ghi vẫn được giữ."))
    return redirect("campaign_outreach", body, number)
