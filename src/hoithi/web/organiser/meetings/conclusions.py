"""Minutes and conclusions, and the one button that makes conclusions tasks."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.campaigns.models import Activity
from hoithi.conferences import actions
from hoithi.conferences.queries import meeting_of, unassigned
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.meetings.forms import ConclusionForm, MinutesForm, initial_of
from hoithi.web.organiser.meetings.shown import activity_read, shown_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_conclusions(
    request: SignedInRequest, body: str, number: int, key: str
) -> HttpResponse:
    """What the minutes say, the conclusions, and their becoming tasks."""
    activity = activity_read(request, body, number, key)
    is_minutes, is_assigned = "discussion" in request.POST, "assign" in request.POST
    is_new = request.method == "POST" and not is_minutes and not is_assigned
    known = initial_of(MinutesForm, meeting_of(activity))
    minutes = MinutesForm(request.POST if is_minutes else None, initial=known)
    new = ConclusionForm(request.POST if is_new else None).of(activity)
    press = forms.Form(request.POST if is_assigned else None)
    sent_form = minutes if is_minutes else press if is_assigned else new
    if sent_form.is_valid():
        with SaidOn(sent_form):
            messages.success(request, _done(request, activity, sent_form))
            _remark_past(request, sent_form)
            return redirect("activity_conclusions", body, number, key)
    shown = shown_of(request, activity, "activity_conclusions")
    rows = list(activity.conclusions.select_related("agency", "task"))
    shown |= {"minutes": minutes, "new": new, "press": press, "conclusions": rows}
    shown["unassigned"] = unassigned(activity).count()
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/meetings/conclusions.html", shown, status=status)


def _remark_past(request: SignedInRequest, form: forms.Form | None) -> None:
    """Says so where what was concluded is late the moment it is written."""
    due = form.told.due if isinstance(form, ConclusionForm) else None
    if due and due < local_day(clock.now()):
        told = _("Thời hạn %(day)s đã qua; hãy kiểm tra lại thời hạn của kết luận.")
        messages.warning(request, told % {"day": date_text(due)})


def _done(request: SignedInRequest, activity: Activity, form: forms.Form) -> str:
    by, at = request.user, clock.now()
    if isinstance(form, MinutesForm):
        actions.set_meeting(activity, form.cleaned_data, by=by, at=at)
        return _("Đã ghi nội dung biên bản.")
    if isinstance(form, ConclusionForm):
        actions.add_conclusion(activity, form.told, by=by, at=at)
        return _("Đã thêm kết luận.")
    tasks = actions.assign(activity, by=by, at=at)
    return _("Đã giao %(number)s nhiệm vụ từ kết luận.") % {"number": len(tasks)}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_conclusion(
    request: SignedInRequest, body: str, number: int, key: str, conclusion: int
) -> HttpResponse:
    """Another wording, agency or day of a conclusion; taken out while it is no task."""
    activity = activity_read(request, body, number, key)
    found = activity.conclusions.select_related("activity__campaign", "agency").get(pk=conclusion)
    by, at, is_drop = request.user, clock.now(), "drop" in request.POST
    known = {"text": found.text, "agency": found.agency, "due": found.due}
    form = ConclusionForm(sent(request), initial=known).of(activity)
    with SaidOn(form):
        if is_drop:
            actions.drop_conclusion(found, by=by, at=at)
        elif form.is_valid():
            actions.change_conclusion(found, form.told, by=by, at=at)
        if is_drop or form.is_valid():
            messages.success(request, _("Đã bỏ kết luận.") if is_drop else _("Đã ghi kết luận."))
            _remark_past(request, None if is_drop else form)
            return redirect("activity_conclusions", body, number, key)
    shown = shown_of(request, activity, "activity_conclusions")
    shown |= {"conclusion": found, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/meetings/conclusion.html", shown, status=status)
