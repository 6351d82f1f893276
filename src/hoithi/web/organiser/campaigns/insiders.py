"""Members of committees put on the list of those whom a contest of the campaign excludes."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.campaigns import queries
from hoithi.campaigns.models import Campaign
from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS, contest_for, may_edit
from hoithi.entries.actions.insiders import exclude_insiders
from hoithi.entries.queries.exclusions import rules_of
from hoithi.entries.queries.insiders import (
    contests_of,
    insiders_of,
    not_yet_listed,
    touched_among,
)
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.permissions import opened_by, opens
from hoithi.web.request import SignedInRequest

_FIELD = "ban-"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_exclusions(
    request: SignedInRequest, body: str, number: int, slug: str
) -> HttpResponse:
    """Which members are on the contest's list; whom it would touch is shown before it is done."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, at=at)
    names = EDITORS if request.method == "POST" else opened_by("exclusions")
    contest = contest_for(request.user, slug, *names, at=at)
    if contest.campaign_id != campaign.pk or contest.rehearses_id is not None:
        raise Contest.DoesNotExist
    form, chosen = forms.Form(request.POST or None), _chosen(request)
    if chosen and request.POST.get("xac-nhan"):
        with SaidOn(form):
            added = exclude_insiders(contest, chosen, by=request.user, at=at)
            told = _("Đã đưa %(number)s người vào danh sách không dự thi, không xếp hạng.")
            messages.success(request, told % {"number": added})
            return redirect("campaign_exclusions", body, number, slug)
    return _page(request, contest, form, chosen, at)


def _chosen(request: HttpRequest) -> dict[int, str]:
    """The rule of each committee that was sent; none for one that is to be left out."""
    sent = ((name.removeprefix(_FIELD), key) for name, key in request.POST.items())
    return {int(pk): str(key) for pk, key in sent if pk.isdecimal() and len(pk) < 19 and key}


def _page(
    request: SignedInRequest,
    contest: Contest,
    form: forms.Form,
    chosen: dict[int, str],
    at: datetime,
) -> HttpResponse:
    is_preview = bool(chosen) and request.method == "POST"
    found = insiders_of(contest, chosen or None, at=at)
    if is_preview:
        found = [one for one in found if one.committee.pk in chosen]
    shown: dict[str, Any] = {
        "body": contest.body,
        "campaign": contest.campaign,
        "contest": contest,
        "found": found,
        "rules": rules_of(contest, at=at),
        "touched": touched_among(contest, found, at=at),
        "new": sum(len(one.new) for one in found),
        "is_preview": is_preview,
        "form": form,
        "may_edit": may_edit(request.user, contest, at=at),
    }
    status = 422 if request.method == "POST" and (not chosen or form.errors) else 200
    response = render(request, "organiser/campaigns/exclusions.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response


def contests_offered(
    request: HttpRequest, campaign: Campaign, at: datetime
) -> list[tuple[Contest, int]]:
    """The contests whose lists lack members, where the list opens for who looks."""
    lacking = not_yet_listed(campaign, at=at)
    return [(one, number) for one, number in lacking if opens(request, "exclusions", one)]


def contests_shown(request: HttpRequest, campaign: Campaign) -> list[Contest]:
    """The contests of the campaign whose lists open for who looks."""
    return [one for one in contests_of(campaign) if opens(request, "exclusions", one)]
