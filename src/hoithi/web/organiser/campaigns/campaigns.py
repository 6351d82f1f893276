"""The campaigns of a body, and one of them with all that is to be done."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns import actions, queries
from hoithi.contests.queries import stand_ins_of
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.kit.date_fields import SignedDayField
from hoithi.plans.queries import waiting_documents
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import contests_in, may_found, may_work
from hoithi.web.organiser.shown import today
from hoithi.web.request import SignedInRequest, sent

_SOON = 6
"""Activities that the first page names."""


class HeaderForm(forms.Form):
    """Number and day of the plan."""

    number = forms.CharField(
        label=gettext_lazy("Số, ký hiệu"),
        max_length=60,
        help_text=gettext_lazy("Ví dụ: 15/KH-UBND"),
    )
    issued_on = SignedDayField(label=gettext_lazy("Ngày ký"), required=False, today=today)


@require_safe
@login_required
def campaigns(request: SignedInRequest, body: str) -> HttpResponse:
    """All campaigns of the body, and the plans that wait to be looked through."""
    at = clock.now()
    over = queries.body_with_campaigns(request.user, body, at=at)
    rows = list(queries.campaigns_of(over))
    told = queries.summaries(rows, today=local_day(at))
    stand_ins = stand_ins_of(over)
    shown = {
        "body": over,
        "campaigns": [(row, told[row.pk], stand_ins.get(row.pk)) for row in rows],
        "waiting": list(waiting_documents(over)),
        "may_found": may_found(request, over),
    }
    return render(request, "organiser/campaigns/list.html", shown)


@require_safe
@login_required
def campaign(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """One campaign at a glance: figures, what presses, what is open, what takes place soon."""
    at = clock.now()
    found = queries.campaign_for(request.user, body, number, at=at)
    seen = queries.overview(found, today=local_day(at))
    shown = {
        "body": found.body,
        "campaign": found,
        "seen": seen,
        "activities": contests_in(request, seen.activities[:_SOON]),
        "may_work": may_work(request, found.body),
        "plan": getattr(found, "plan_document", None),
    }
    return render(request, "organiser/campaigns/campaign.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_header(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Writes down number and day of the plan, where the text had left them blank."""
    at = clock.now()
    found = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    known = {"number": found.plan_number, "issued_on": found.plan_issued_on}
    form = HeaderForm(sent(request), initial=known)
    if form.is_valid():
        header = actions.Header(**form.cleaned_data)
        actions.set_header(found, header, by=request.user, at=at)
        messages.success(request, _("Đã ghi số, ký hiệu và ngày ký."))
        return redirect("campaign", body, number)
    shown = {"body": found.body, "campaign": found, "form": form, "may_work": True}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/header.html", shown, status=status)
