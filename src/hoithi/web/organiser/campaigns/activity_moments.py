"""When and where an activity is: what would move is shown first, then it is moved; options."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.campaigns import actions, queries
from hoithi.campaigns.actions import told_of
from hoithi.campaigns.facts import standing_of
from hoithi.campaigns.models import Activity, ActivityMove
from hoithi.campaigns.queries.contacts import is_draft
from hoithi.campaigns.queries.moves import TaskMove, would_move
from hoithi.conferences import actions as conferences
from hoithi.conferences.actions import is_told
from hoithi.conferences.queries import waiting_for
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people.queries.units import versions_on
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.activity_forms import (
    MomentForm,
    OptionForm,
    UnitsForm,
    moment_initial,
)
from hoithi.web.organiser.campaigns.shown import number_in
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.tasks import day_off_said, moved_sentence
from hoithi.wording.tasks import standing_said as said


def _activity(request: SignedInRequest, body: str, number: int, key: str) -> Activity:
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=clock.now())
    return campaign.activities.select_related("campaign__body", "agency").get(key=key)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_moment(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """Another time or place: first what moves with it, and only when confirmed it is moved."""
    activity = _activity(request, body, number, key)
    form = MomentForm(sent(request), initial=_initial(request, activity))
    if form.is_valid() and "again" not in request.POST:
        with SaidOn(form):
            return _moved_or_shown(request, activity, form)
    shown: dict[str, Any] = {"body": activity.campaign.body, "campaign": activity.campaign}
    shown |= {"activity": activity, "has_contest": activity.contests.exists()}
    status = 422 if request.method == "POST" and form.errors else 200
    page = "organiser/campaigns/activity_moment.html"
    return render(request, page, {**shown, "form": form}, status=status)


def _initial(request: SignedInRequest, activity: Activity) -> dict[str, Any]:
    """What is known, or the days of the option that is to be settled."""
    chosen = number_in(request.GET.get("phuong-an"))
    option = activity.options.filter(pk=chosen).first() if chosen else None
    known = moment_initial(activity)
    if option is None:
        return known
    last = None if option.first_day == option.last_day else option.last_day
    days = {"first_day": option.first_day, "last_day": last, "is_open": option.is_open}
    return {**known, **days, "words": option.words if option.is_open else ""}


def _moved_or_shown(request: SignedInRequest, activity: Activity, form: MomentForm) -> HttpResponse:
    standing = form.standing
    told = told_of(activity, standing)
    actions.check_told(activity, told)
    moves = would_move(activity, standing.moment)
    if "confirmed" not in request.POST:
        return _preview(request, activity, form, moves)
    reason = " ".join(request.POST.get("reason", "").split())[:500]
    made = conferences.move(activity, told, by=request.user, at=clock.now(), reason=reason)
    messages.success(request, moved_sentence(moves) if moves else _("Đã ghi thời gian, địa điểm."))
    return redirect(_onward(request, activity, made))


def _preview(
    request: SignedInRequest, activity: Activity, form: MomentForm, moves: list[TaskMove]
) -> HttpResponse:
    shown = {
        "body": activity.campaign.body,
        "campaign": activity.campaign,
        "activity": activity,
        "form": form,
        "moves": moves,
        "waiting": waiting_for(activity, [one.task.pk for one in moves], at=clock.now()),
        "is_told": not (activity.is_open and form.standing.moment.is_open)
        and not is_draft(activity.campaign),
        "day_off": day_off_said(form.standing.moment),
        "before": said(standing_of(activity)),
        "after": said(form.standing),
    }
    return render(request, "organiser/campaigns/activity_preview.html", shown)


def _onward(request: SignedInRequest, activity: Activity, made: ActivityMove | None) -> str:
    """The question that asked for it, where one did; else what the move did, or the activity."""
    campaign = activity.campaign
    asked = number_in(request.GET.get("hoi"))
    if asked and campaign.tasks.filter(pk=asked).exists():
        return reverse("campaign_task", args=[campaign.body.slug, campaign.pk, asked])
    if made and is_told(made):
        return reverse("activity_move", args=[campaign.body.slug, campaign.pk, made.pk])
    return reverse("campaign_activity", args=[campaign.body.slug, campaign.pk, activity.key])


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_options(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """The times on which an open activity may take place: added and taken out."""
    activity = _activity(request, body, number, key)
    if dropped := number_in(request.POST.get("drop")):
        actions.drop_option(activity.options.get(pk=dropped), by=request.user, at=clock.now())
        messages.success(request, _("Đã bỏ phương án."))
        return redirect("activity_options", body, number, key)
    form = OptionForm(sent(request))
    if form.is_valid():
        with SaidOn(form):
            actions.add_option(activity, form.moment, by=request.user, at=clock.now())
            messages.success(request, _("Đã thêm phương án."))
            return redirect("activity_options", body, number, key)
    shown = {
        "body": activity.campaign.body,
        "campaign": activity.campaign,
        "activity": activity,
        "options": list(activity.options.all()),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/activity_options.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def activity_units(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """The sets of units that take part: by rule, or chosen one by one."""
    activity = _activity(request, body, number, key)
    if dropped := number_in(request.POST.get("drop")):
        units = activity.unit_sets.get(pk=dropped)
        actions.drop_units(units, by=request.user, at=clock.now())
        messages.success(request, _("Đã bỏ nhóm đơn vị."))
        return redirect("activity_units", body, number, key)
    own = versions_on(local_day(clock.now()), activity.campaign.body)
    versions = sorted(own, key=lambda one: one.search)
    form = UnitsForm(sent(request)).of(versions)
    if form.is_valid():
        if told := form.told(versions):
            actions.add_units(activity, told, by=request.user, at=clock.now())
            messages.success(request, _("Đã ghi nhóm đơn vị tham gia."))
            return redirect("activity_units", body, number, key)
        form.add_error("units", _("Chưa chọn đơn vị nào."))
    shown = {
        "body": activity.campaign.body,
        "campaign": activity.campaign,
        "activity": activity,
        "sets": list(activity.unit_sets.prefetch_related("units")),
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/activity_units.html", shown, status=status)
