"""Totals of a contest for a superior body: numbers only, its people's data stay with their body."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.contests import actions, queries
from hoithi.contests.forms import ShareForm
from hoithi.kit import clock
from hoithi.sittings.queries.figures import Totals, totals
from hoithi.web.once import taken_once
from hoithi.web.organiser.permissions import editors
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent


@require_safe
@login_required
def shared_contests(request: SignedInRequest, body: str) -> HttpResponse:
    """What other bodies share with this one: people, attempts and units of each contest."""
    at = clock.now()
    over = queries.body_over(request.user, body, at=at)
    contests = list(queries.shared_with_body(request.user, body, at=at))
    found = totals([contest.pk for contest in contests])
    rows = [(contest, found.get(contest.pk, Totals())) for contest in contests]
    return render(request, "organiser/shared.html", {"body": over, "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def contest_sharing(request: SignedInRequest, slug: str) -> HttpResponse:
    """With which bodies the contest is shared; sharing and taking it back."""
    at = clock.now()
    contest = queries.contest_for(request.user, slug, *editors(request), at=at)
    form = ShareForm(sent(request), contest=contest)
    if form.is_valid():
        ends = "thoi" in request.POST
        deed = actions.stop_sharing if ends else actions.share_with
        told = _("Đã thôi chia sẻ.") if ends else _("Đã chia sẻ số liệu tổng.")
        with SaidOn(form):
            deed(contest, form.cleaned_data["body"], by=request.user, at=at)
            messages.success(request, told)
            return redirect("contest_sharing", slug)
    shown = {
        "contest": contest,
        "body": contest.body,
        "form": form,
        "shared": contest.shared_with.order_by("name"),
        "may_edit": queries.may_edit(request.user, contest, at=at),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/sharing.html", shown, status=status)
