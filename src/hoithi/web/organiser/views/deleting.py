"""Giving up a draft contest, after a look at what goes with it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi import wording
from hoithi.contests import queries
from hoithi.contests.queries import EDITORS
from hoithi.entries.actions.deleting import delete_contest, objection
from hoithi.kit import clock
from hoithi.sittings.queries.deleting import what_goes
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def contest_delete(request: SignedInRequest, slug: str) -> HttpResponse:
    """What would go, or why it cannot go; sent, the draft is deleted."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, *EDITORS, at=at)
    button = Form(sent(request))
    if button.is_bound:
        with SaidOn(button):
            delete_contest(contest, by=request.user, at=at)
            messages.success(request, _("Đã xóa bản nháp: %(title)s.") % {"title": contest.title})
            # Whoever works on this contest alone has nothing left on the body's own page.
            if queries.may_found(request.user, contest.body, at=at):
                return redirect("organiser_home", contest.body.slug)
            return redirect("staff_home")
    why_not = objection(contest)
    shown = {
        "contest": contest,
        "body": contest.body,
        "goes": what_goes(contest),
        "why_not": wording.sentence(why_not) if why_not else "",
    }
    status = 422 if button.is_bound else 200
    return render(request, "organiser/delete.html", shown, status=status)
