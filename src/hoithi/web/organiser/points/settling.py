"""A third person settles points that two people typed unlike, with the signed paper in hand."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.core.settling import Side
from hoithi.judging import actions, queries
from hoithi.judging.facts import differences, typed_of
from hoithi.judging.models import PointsSheet, Retyping
from hoithi.judging.queries import CONFIRMERS
from hoithi.judging.queries.retypings import lines_of_retyping, retyping_of
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.points.shown import about_sheet, named
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest, sent

_CHOICE = "chon-"


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def points_settle(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """The lines in which two typings differ; what the third person ticks counts."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *CONFIRMERS, at=at)
    second = retyping_of(found)
    if second is None:
        raise Retyping.DoesNotExist
    button = Form(sent(request))
    if button.is_bound:
        with SaidOn(button):
            done = actions.settle_points(found, _sides(request.POST), by=request.user, at=at)
            messages.success(request, _("Đã thống nhất theo phiếu. Điểm được tính vào kết quả."))
            return redirect("points_sheet", slug, done.sheet_id)
    return _page(request, found, second, button, at)


def _sides(data: QueryDict) -> dict[int, Side]:
    """By entrant whose typing the paper confirms; what is none of the two is left out."""
    said = {name.removeprefix(_CHOICE): data[name] for name in data if name.startswith(_CHOICE)}
    return {
        int(who): Side(side)
        for who, side in said.items()
        if who.isdecimal() and len(who) < 20 and side in set(Side)
    }


def _page(
    request: SignedInRequest, sheet: PointsSheet, second: Retyping, button: Form, at: datetime
) -> HttpResponse:
    sides = _sides(request.POST)
    unlike = differences(typed_of(sheet), lines_of_retyping(second))
    shown = {
        **about_sheet(sheet, at=at),
        "unlike": [(one, sides.get(one.entrant.pk)) for one in named(unlike, [], sheet, at=at)],
        "second": second.person,
        "is_typist": second.person_id == request.user.pk or queries.typed_by(sheet, request.user),
        "sentence": not_taken(button) if button.is_bound else "",
    }
    status = 422 if button.is_bound else 200
    response = render(request, "organiser/points/settle.html", shown, status=status)
    response["Cache-Control"] = "private, no-store"
    return response
