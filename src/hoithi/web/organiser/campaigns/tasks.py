"""One task: who holds it, how far each is, what is stuck, and the answer to what was open."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns import actions, queries
from hoithi.campaigns.actions import Attached, Report
from hoithi.campaigns.models import HoldingStatus, Task
from hoithi.campaigns.queries.moves import activities_asked
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.files import sent as sent_file
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work, number_in
from hoithi.web.organiser.campaigns.telling import tell_answered
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.tasks import STATUSES


class ReportForm(forms.Form):
    """What a holder reports, written down by the organiser."""

    status = forms.ChoiceField(label=gettext_lazy("Tình hình"), choices=list(STATUSES.items()))
    evidence = forms.CharField(
        label=gettext_lazy("Kết quả, số văn bản hoặc đường dẫn"), max_length=1000, required=False
    )
    file = forms.FileField(
        label=gettext_lazy("Tệp minh chứng"),
        required=False,
        help_text=gettext_lazy("PDF, Word, Excel hoặc ảnh, không quá 20 MB."),
    )
    obstacle = forms.CharField(
        label=gettext_lazy("Vướng mắc (nếu có)"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    @property
    def told(self) -> Report:
        """What was reported, with the file where one was sent."""
        data = self.cleaned_data
        upload = data["file"]
        attached = Attached(upload, upload.name) if upload else None
        status = HoldingStatus(data["status"])
        return Report(status, data["evidence"], data["obstacle"], attached)


class AnswerForm(forms.Form):
    """The answer to an obstacle, or to what the plan left open."""

    answer = forms.CharField(
        label=gettext_lazy("Trả lời"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_task(request: SignedInRequest, body: str, number: int, task: int) -> HttpResponse:
    """The task with everybody who holds it; reports and answers are written down here."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    found = queries.task_of(campaign, task)
    form = _form_of(request)
    if form.is_valid():
        with SaidOn(form):
            _done(request, found, form)
            messages.success(request, _("Đã ghi."))
            return redirect("campaign_task", body, number, task)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "task": found,
        "asked": activities_asked(found),
        "holdings": queries.holdings_of(found, local_day(at)),
        "sent": form,
        "report_form": ReportForm(),
        "answer_form": AnswerForm(initial={"answer": found.answer}),
        "may_work": may_work(request, campaign.body),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/task.html", shown, status=status)


def _form_of(request: SignedInRequest) -> forms.Form:
    """A report where a status is sent, else an answer."""
    kind = ReportForm if "status" in request.POST else AnswerForm
    return kind(sent(request), request.FILES or None)


def _done(request: SignedInRequest, task: Task, form: forms.Form) -> None:
    at, by, data = clock.now(), request.user, form.cleaned_data
    holding = request.POST.get("holding", "")
    if not holding and isinstance(form, AnswerForm):
        actions.answer_question(task, data["answer"], by=by, at=at)
        return
    held = task.holdings.get(pk=number_in(holding))
    if isinstance(form, ReportForm):
        actions.report(held, form.told, by=by, at=at)
    else:
        answered = actions.answer_obstacle(held, data["answer"], by=by, at=at)
        tell_answered(answered, by=by, at=at)


@require_safe
@login_required
def task_evidence(
    request: SignedInRequest, body: str, number: int, task: int, holding: int
) -> FileResponse:
    """The file that shows what a holder did, to be saved."""
    campaign = queries.campaign_for(request.user, body, number, at=clock.now())
    return sent_file(queries.evidence_of(campaign, task, holding))
