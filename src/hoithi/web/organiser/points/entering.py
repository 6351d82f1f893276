"""Typing the points of a part from signed paper, and correcting points that count."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.contests.models import Round
from hoithi.judging import actions, queries
from hoithi.judging.actions.entering import part_entered
from hoithi.judging.facts import HandPart, typed_of
from hoithi.judging.forms import MOST_BY_HAND, GroundsForm, PointsForm, boxes_of
from hoithi.kit import clock
from hoithi.web.organiser.points.shown import about, entrants_of, grounds_of
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def points_enter(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """One line for each entrant; nothing counts before a second person has confirmed it."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    page = _page(request, round_, part_entered(round_, part, at=at), at=at)
    form, grounds = page["form"], page["grounds"]
    if form.is_bound and form.is_valid() and grounds.is_valid():
        rests_on = grounds_of(request, grounds, round_.contest.body)
        lines = form.lines()
        sheet = actions.enter_sheet(round_, part, lines, by=request.user, at=at, grounds=rests_on)
        messages.success(request, _("Đã ghi. Điểm được tính khi người thứ hai xác nhận."))
        return redirect("points_sheet", slug, sheet.pk)
    status = 422 if form.is_bound else 200
    return render(request, "organiser/points/enter.html", page, status=status)


def _page(
    request: SignedInRequest, round_: Round, part: HandPart, *, at: datetime
) -> dict[str, Any]:
    """The form with what was typed; over points that count it begins with these."""
    entrants, data = entrants_of(round_, part.key, at=at), sent(request)
    by_hand = entrants if len(entrants) <= MOST_BY_HAND else []
    counted = queries.counted_sheet(round_, part.key)
    first = boxes_of(by_hand, typed_of(counted)) if counted and by_hand else {}
    return {
        **about(round_, part),
        "form": PointsForm(data, part=part, entrants=by_hand, initial=first),
        "grounds": grounds_form(request, round_, part.key, is_correction=counted is not None),
        "entrants": len(entrants),
        "counted": counted,
    }


def grounds_form(
    request: SignedInRequest, round_: Round, part_key: str, *, is_correction: bool
) -> GroundsForm:
    """What a sheet rests on; it remembers which sheet was the newest when the page was made."""
    seen = {"seen": queries.newest_number(round_, part_key)}
    files = request.FILES or None
    return GroundsForm(sent(request), files, is_correction=is_correction, initial=seen)
