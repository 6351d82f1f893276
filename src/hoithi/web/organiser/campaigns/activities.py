"""One activity: when and where it takes place, what moves with it, the superior's contest."""

from datetime import datetime
from typing import cast

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.campaigns import actions, queries
from hoithi.campaigns.actions import ActivityTold
from hoithi.campaigns.models import Activity, Agency
from hoithi.contests import actions as contests
from hoithi.contests.queries import joinable_contests
from hoithi.core.tasks.due import Moved
from hoithi.core.tasks.moments import Moment
from hoithi.kit import clock
from hoithi.kit.date_fields import DayField
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import contests_in, may_work
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.plan_facts import KINDS
from hoithi.wording.tasks import moved_sentence


class ActivityForm(forms.Form):
    """What is told of an activity."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại hoạt động"), choices=list(KINDS.items()))
    title = forms.CharField(
        label=gettext_lazy("Tên hoạt động"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    first_day = DayField(label=gettext_lazy("Từ ngày"), required=False)
    last_day = DayField(
        label=gettext_lazy("Đến ngày"),
        required=False,
        help_text=gettext_lazy("Để trống nếu diễn ra trong một ngày."),
    )
    is_open = forms.BooleanField(
        label=gettext_lazy("Chưa ấn định ngày: sẽ diễn ra trong khoảng này"), required=False
    )
    starts_at = forms.TimeField(
        label=gettext_lazy("Giờ bắt đầu"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    place = forms.CharField(label=gettext_lazy("Địa điểm"), max_length=300, required=False)
    agency = forms.ModelChoiceField(
        label=gettext_lazy("Cơ quan phụ trách"), queryset=Agency.objects.none(), required=False
    )

    def told(self, activity: Activity) -> ActivityTold:
        """What was told; without a day the moment stays open in the plan's words."""
        data = self.cleaned_data
        first, last = data["first_day"], data["last_day"] or data["first_day"]
        is_open = data["is_open"] or first is None
        words = activity.moment_words if is_open else ""
        return ActivityTold(
            data["kind"],
            data["title"],
            Moment(first, last, is_open, words),
            data["place"],
            data["agency"],
            data["starts_at"],
            activity.ends_at,
        )


def _form(request: SignedInRequest, activity: Activity) -> ActivityForm:
    names = ("kind", "title", "first_day", "last_day", "is_open", "starts_at", "place", "agency")
    form = ActivityForm(sent(request), initial={name: getattr(activity, name) for name in names})
    agency = cast("forms.ModelChoiceField[Agency]", form.fields["agency"])
    agency.queryset = activity.campaign.agencies.all()
    return form


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_activity(request: SignedInRequest, body: str, number: int, key: str) -> HttpResponse:
    """The activity with its tasks; moving it moves them and says so."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    activity = campaign.activities.select_related("campaign", "agency").get(key=key)
    form = _form(request, activity)
    if form.is_valid():
        with SaidOn(form):
            moved = _changed(request, activity, form, at)
            messages.success(request, moved_sentence(moved) if moved else _("Đã ghi hoạt động."))
            return redirect("campaign_activity", body, number, key)
    return _page(request, activity, form)


def _changed(
    request: SignedInRequest, activity: Activity, form: ActivityForm, at: datetime
) -> list[Moved]:
    return actions.change_activity(activity, form.told(activity), by=request.user, at=at)


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
    return _page(request, activity, _form(request, activity), status=422)


def _page(
    request: SignedInRequest, activity: Activity, form: ActivityForm, status: int = 0
) -> HttpResponse:
    body = activity.campaign.body
    shown = {
        "body": body,
        "campaign": activity.campaign,
        "shown": contests_in(request, [activity])[0],
        "activity": activity,
        "units": list(activity.unit_sets.all()),
        "tasks": list(activity.tasks.filter(asks="")),
        "form": form,
        "joinable": list(joinable_contests(body)[:50]) if activity.is_superiors else [],
        "may_work": may_work(request, body),
    }
    refused = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/activity.html", shown, status=status or refused)
