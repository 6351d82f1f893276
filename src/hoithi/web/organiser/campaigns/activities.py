"""The activities of a campaign by day; one of them with its tasks; the superior's contest."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.campaigns import actions, queries
from hoithi.campaigns.facts import standing_of
from hoithi.campaigns.models import Activity
from hoithi.campaigns.queries.activities import by_month
from hoithi.campaigns.queries.moves import hanging_on, planned_otherwise
from hoithi.conferences.queries import open_counts
from hoithi.contests import actions as contests
from hoithi.contests.queries import joinable_contests
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.activity_forms import AboutForm, NewActivityForm
from hoithi.web.organiser.campaigns.shown import contests_in, may_work
from hoithi.web.organiser.campaigns.superiors import offered
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.tasks import when_said


@require_safe
@login_required
def campaign_activities(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """All activities by day, with what is still open about each."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "months": by_month(campaign),
        "invited": open_counts(campaign),
        "today": local_day(at),
        "may_work": may_work(request, campaign.body),
    }
    return render(request, "organiser/campaigns/activities.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_new(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """One more activity, of any kind."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    form = NewActivityForm(sent(request), initial={"kind": "meeting"})
    form.of(campaign)
    if form.is_valid():
        with SaidOn(form):
            told = form.told(form.standing)
            made = actions.add_activity(campaign, told, by=request.user, at=at)
            messages.success(request, _("Đã thêm hoạt động."))
            return redirect("campaign_activity", body, number, made.key)
    shown = {"body": campaign.body, "campaign": campaign, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/new_activity.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_activity(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """The activity with its tasks; what it is and who is responsible is changed here."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    activity = campaign.activities.select_related("campaign", "agency").get(key=key)
    form = _form(request, activity)
    if form.is_valid():
        with SaidOn(form):
            told = form.told(standing_of(activity))
            actions.change_activity(activity, told, by=request.user, at=at)
            messages.success(request, _("Đã ghi hoạt động."))
            return redirect("campaign_activity", body, number, key)
    return _page(request, activity, form)


def _form(request: SignedInRequest, activity: Activity) -> AboutForm:
    known = {name: getattr(activity, name) for name in ("kind", "title", "agency")}
    return AboutForm(sent(request), initial=known).of(activity.campaign)


@require_POST
@login_required
@taken_once
def activity_delete(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """Takes away an activity on which nothing hangs."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    activity = campaign.activities.select_related("campaign", "agency").get(key=key)
    form = forms.Form(request.POST)
    form.is_valid()
    with SaidOn(form):
        actions.delete_activity(activity, by=request.user, at=at)
        messages.success(request, _("Đã xóa hoạt động."))
        return redirect("campaign_activities", body, number)
    return _page(request, activity, _unsent(activity), refused=form)


def _unsent(activity: Activity) -> AboutForm:
    known = {name: getattr(activity, name) for name in ("kind", "title", "agency")}
    return AboutForm(initial=known).of(activity.campaign)


@require_POST
@login_required
@taken_once
def activity_join(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """Joins the superior's contest that was chosen."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.FOUNDERS, at=at)
    activity = campaign.activities.select_related("campaign", "agency").get(key=key)
    form = forms.Form()
    contest = joinable_contests(campaign.body).filter(slug=request.POST.get("contest", "")).first()
    with SaidOn(form):
        if contest:
            contests.join(activity, contest, by=request.user, at=at)
            messages.success(request, _("Đã liên kết; ngày thi và thể lệ xem theo cuộc thi này."))
            return redirect("campaign_activity", body, number, key)
    messages.error(request, _("Chưa chọn cuộc thi của cấp trên."))
    return _page(request, activity, _unsent(activity))


def _page(
    request: SignedInRequest,
    activity: Activity,
    form: AboutForm,
    refused: forms.Form | None = None,
) -> HttpResponse:
    body = activity.campaign.body
    planned = planned_otherwise(activity)
    shown: dict[str, Any] = {
        "body": body,
        "campaign": activity.campaign,
        "shown": contests_in(request, [activity])[0],
        "activity": activity,
        "units": list(activity.unit_sets.all()),
        "options": list(activity.options.all()),
        "planned": when_said(planned) if planned else "",
        "moves": list(activity.moves.select_related("made_by")[:10]),
        "tasks": list(activity.tasks.filter(asks="")),
        "form": form,
        "refused": refused,
        "joinable": offered(body, activity.title) if activity.is_superiors else [],
        "may_work": may_work(request, body),
        "may_delete": not activity.is_superiors and not hanging_on(activity),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/activity.html", shown, status=status)
