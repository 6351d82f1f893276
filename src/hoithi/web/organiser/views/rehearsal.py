"""Rehearsals (chạy thử): asked for, watched, looked at and ended."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.contests import actions, queries
from hoithi.contests.actions.rehearsing import objection
from hoithi.contests.forms import RehearseForm
from hoithi.contests.models import Contest
from hoithi.contests.queries import EDITORS
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.permissions import editors
from hoithi.web.organiser.rehearsal import UNDER_WAY, Total, share_done, trial_results
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def rehearsals(request: SignedInRequest, slug: str) -> HttpResponse:
    """The rehearsal that runs, or the form that asks for one; the page asks again by itself."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, *editors(request), at=at)
    form = RehearseForm(sent(request))
    if form.is_valid():
        with SaidOn(form):
            actions.rehearse(contest, form.cleaned_data["people"], by=request.user, at=at)
            return redirect("rehearsals", slug)
    shown = {
        "contest": contest,
        "body": contest.body,
        "form": form,
        "sentence": not_taken(form) if form.is_bound else "",
        "why_not": objection(contest, at=at),
        "may_edit": queries.may_edit(request.user, contest, at=at),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/rehearsal/page.html", shown | _last(contest), status=status)


def _last(contest: Contest) -> dict[str, Any]:
    """The rehearsal asked for last, and what it showed."""
    last = queries.last_rehearsal(contest)
    if last is None:
        return {"last": None}
    return {
        "last": last,
        "is_under_way": last.state in UNDER_WAY and last.ended_at is None,
        "total": Total.of(last.progress),
        "share_done": share_done(last),
        "results": trial_results(last.twin) if last.cleared_at is None else [],
    }


@require_POST
@login_required
def rehearsal_end(request: SignedInRequest, slug: str) -> HttpResponse:
    """Ends the rehearsal; within a minute nothing false is left."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, *EDITORS, at=at)
    actions.end_rehearsal(contest, by=request.user, at=at)
    messages.success(request, _("Đã kết thúc chạy thử. Dữ liệu giả đang được xóa."))
    return redirect("rehearsals", slug)
