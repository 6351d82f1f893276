"""The page of a unit: everything that waits for it, and one task with what it reports of it."""

from itertools import groupby

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns import actions, queries
from hoithi.campaigns.models import HoldingStatus
from hoithi.campaigns.queries.nominations import nominations_for_contact
from hoithi.campaigns.queries.outreach_units import tellings_of
from hoithi.campaigns.queries.reports import asked_of_units
from hoithi.core.vietnamese.moments import local_day
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.web.files import sent as sent_file
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.tasks import ReportForm
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.unit.registrations import registrations
from hoithi.wording.tasks import REPORTED


class UnitReportForm(ReportForm):
    """What a unit says of its task, in a minute and from a phone."""

    status = forms.ChoiceField(
        label=gettext_lazy("Tình hình"),
        choices=[(value, label) for value, label in REPORTED.items()],
        widget=forms.RadioSelect,
    )
    evidence = forms.CharField(
        label=gettext_lazy("Kết quả, số văn bản hoặc đường dẫn"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    obstacle = forms.CharField(
        label=gettext_lazy("Vướng mắc, đề nghị Ban Tổ chức (nếu có)"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    file = forms.FileField(
        label=gettext_lazy("Ảnh hoặc tệp minh chứng (nếu có)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*,.pdf,.docx,.xlsx"}),
    )


@require_safe
@login_required
def unit_campaigns(request: SignedInRequest) -> HttpResponse:
    """What waits for the units of the person: tasks by urgency, lists and contests."""
    at = clock.now()
    units = queries.units_of_contact(request.user, at=at)
    tasks = queries.tasks_of_units(units, today=local_day(at))
    shown = {
        "units": list(units.values()),
        "groups": [(how, list(rows)) for how, rows in groupby(tasks, key=lambda one: one.urgency)],
        "tellings": tellings_of(units, today=local_day(at)),
        "reports": asked_of_units(units, today=local_day(at)),
        "registrations": registrations(request.user, at=at),
        "nominations": nominations_for_contact(request.user, at=at),
    }
    return render(request, "unit/campaigns.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def unit_task(request: SignedInRequest, holding: int) -> HttpResponse:
    """One task of the unit: until when, what was reported, what the organiser answered."""
    at = clock.now()
    held = queries.holding_for_contact(request.user, holding, at=at)
    initial = {"status": _next(held.holding.status)}
    form = UnitReportForm(sent(request), request.FILES or None, initial=initial)
    if form.is_valid():
        with SaidOn(form):
            actions.report(held.holding, form.told, by=request.user, at=at)
            messages.success(request, _("Đã gửi báo cáo tới Ban Tổ chức."))
            return redirect("unit_task", holding)
    status = 422 if request.method == "POST" else 200
    return render(request, "unit/task.html", {"held": held, "form": form}, status=status)


def _next(status: str) -> str:
    """What is most often said of a task next."""
    return HoldingStatus.DOING if status == HoldingStatus.WAITING else status


@require_safe
@login_required
def unit_task_file(request: SignedInRequest, holding: int) -> FileResponse:
    """The file that shows what the unit did."""
    held = queries.holding_for_contact(request.user, holding, at=clock.now())
    if held.holding.evidence_file is None:
        raise StoredFile.DoesNotExist
    return sent_file(held.holding.evidence_file)
