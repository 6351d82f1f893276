"""A task added, changed and dropped."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from hoithi.campaigns import actions, queries
from hoithi.campaigns.facts import due_of
from hoithi.campaigns.models import Campaign
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.organiser.tasks.forms import TaskForm, initial_of
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_task_new(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """One more task, with who leads, who helps and until when."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    form = TaskForm(sent(request)).of(campaign)
    if form.is_valid():
        with SaidOn(form):
            task = actions.add_task(campaign, form.told(), by=request.user, at=at)
            messages.success(request, _("Đã thêm nhiệm vụ."))
            return redirect("campaign_task", body, number, task.pk)
    return _page(request, campaign, form, "organiser/tasks/new.html")


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def task_change(request: SignedInRequest, body: str, number: int, task: int) -> HttpResponse:
    """The words, holders and due date of a task as they are told now."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    found = queries.work_of(campaign, task)
    form = TaskForm(sent(request), initial=initial_of(found)).of(campaign)
    if form.is_valid():
        with SaidOn(form):
            actions.change_task(found, form.told(due_of(found)), by=request.user, at=at)
            messages.success(request, _("Đã sửa nhiệm vụ."))
            return redirect("campaign_task", body, number, task)
    return _page(request, campaign, form, "organiser/tasks/change.html", task=found)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def task_drop(request: SignedInRequest, body: str, number: int, task: int) -> HttpResponse:
    """Asks once more, and drops a task of which nobody has reported."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    found = queries.work_of(campaign, task)
    form = DropForm(sent(request))
    if form.is_valid():
        with SaidOn(form):
            actions.drop_task(found, by=request.user, at=at)
            messages.success(request, _("Đã xóa nhiệm vụ."))
            return redirect("campaign_tasks", body, number)
    return _page(request, campaign, form, "organiser/tasks/drop.html", task=found)


class DropForm(forms.Form):
    """That a task shall be dropped."""

    sure = forms.BooleanField(label=gettext_lazy("Tôi đã xem lại và muốn xóa nhiệm vụ này"))


def _page(
    request: SignedInRequest, campaign: Campaign, form: forms.Form, page: str, **more: object
) -> HttpResponse:
    shown = {"body": campaign.body, "campaign": campaign, "form": form, "may_work": True, **more}
    return render(request, page, shown, status=422 if request.method == "POST" else 200)
