"""Reminding the holders of tasks: on which days, who hears of it, texts for Zalo."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from hoithi import wording
from hoithi.campaigns import actions, queries
from hoithi.campaigns.models import Agency, Campaign
from hoithi.campaigns.queries import RemindingTold, Work
from hoithi.core.tasks.due import Urgency
from hoithi.core.tasks.reminding import StepsNotUnderstood, steps_read
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.reminders import agency_text, everybodys_text

_PRESSING = (Urgency.OVERDUE, Urgency.SOON)


class RemindingForm(forms.Form):
    """On which days before the deadline holders are reminded."""

    is_on = forms.BooleanField(
        label=gettext_lazy("Tự động nhắc bằng thông báo trên hệ thống và thư điện tử"),
        required=False,
    )
    days = forms.CharField(
        label=gettext_lazy("Nhắc trước hạn (số ngày)"),
        max_length=60,
        help_text=gettext_lazy(
            "Các mốc cách nhau bằng dấu phẩy, ví dụ: 7, 3, 1. Ngoài các mốc này, hệ thống nhắc "
            "vào đúng ngày hạn và một lần khi đã quá hạn."
        ),
    )

    def clean_days(self) -> tuple[int, ...]:
        """The days, the longest first."""
        try:
            return steps_read(self.cleaned_data["days"])
        except StepsNotUnderstood as refused:
            raise forms.ValidationError(wording.sentence(refused)) from refused

    @property
    def told(self) -> RemindingTold:
        """What was chosen."""
        return RemindingTold(self.cleaned_data["days"], self.cleaned_data["is_on"])


@dataclass(frozen=True)
class ToRemind:
    """What presses on an agency, the text for it, and how many people hear of it by themselves."""

    agency: Agency
    works: list[Work]
    text: str
    contacts: int


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def tasks_reminding(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The days of reminding, and texts for whoever is reminded by hand."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    known = queries.reminding_of(campaign)
    days = ", ".join(map(str, known.days_before))
    form = RemindingForm(sent(request), initial={"is_on": known.is_on, "days": days})
    if form.is_valid():
        actions.set_reminding(campaign, form.told, by=request.user, at=at)
        messages.success(request, _("Đã ghi cách nhắc việc."))
        return redirect("tasks_reminding", body, number)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "form": form,
        "may_work": may_work(request, campaign.body),
        **_texts(request, campaign, at),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/tasks/reminding.html", shown, status=status)


def _texts(request: HttpRequest, campaign: Campaign, at: datetime) -> dict[str, object]:
    today, address = local_day(at), _address(request)
    agencies = list(campaign.agencies.all())
    works = queries.works_in(campaign, agencies, today=today)
    contacts = queries.contacts_by_agency(campaign, at=at)
    led = list(_pressed(works, agencies))
    rows = [
        ToRemind(
            agency,
            theirs,
            agency_text(campaign, agency, theirs, today, address),
            contacts.get(agency.pk, 0),
        )
        for agency, theirs in led
    ]
    return {"rows": rows, "everybody": everybodys_text(campaign, led, today, address)}


def _pressed(works: list[Work], agencies: list[Agency]) -> Iterator[tuple[Agency, list[Work]]]:
    pressing = queries.found_among((w for w in works if w.urgency in _PRESSING), queries.Wanted())
    for agency in agencies:
        theirs = [work for work in pressing if _is_undone_by(work, agency)]
        if theirs:
            yield agency, theirs


def _is_undone_by(work: Work, agency: Agency) -> bool:
    """Whether the agency leads the task and is not done with it, whatever others are."""
    return any(one.agency == agency and one.done < one.rows for one in work.leaders)


def _address(request: HttpRequest) -> str:
    site = settings.PUBLIC_ADDRESS or request.build_absolute_uri("/")[:-1]
    return f"{site}{reverse('unit_campaigns')}"
