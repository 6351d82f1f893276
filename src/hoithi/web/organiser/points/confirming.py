"""The second person's word on points: line by line, by typing again, or on signed paper."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.judging import actions, queries
from hoithi.judging.actions import TypingsDiffer
from hoithi.judging.actions.entering import part_entered
from hoithi.judging.facts import TypedPoints, read_points
from hoithi.judging.forms import MOST_BY_HAND, PointsForm
from hoithi.judging.models import PointsSheet
from hoithi.judging.queries import CONFIRMERS, TYPISTS
from hoithi.kit import clock
from hoithi.results.forms import PaperForm
from hoithi.web.organiser.points.shown import about, entrants_of, known, named
from hoithi.web.organiser.shown import refused
from hoithi.web.organiser.two_persons import scan_stored
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.staff.uploads import content, kept
from hoithi.wording.points import points_reasons

_REASONS_SHOWN = 100


@require_POST
@login_required
def points_confirm(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A second person has compared every line with the signed paper."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *CONFIRMERS, at=at)
    actions.check_lines(found, request.POST.getlist("khop"))
    actions.confirm(found, by=request.user, at=at)
    return _counted(request, slug, found)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def points_retype(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A second person types the signed paper again without seeing the first typing."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *CONFIRMERS, at=at)
    part = part_entered(found.round, found.part_key, at=at)
    entrants = entrants_of(found.round, found.part_key, at=at)
    by_hand = entrants if len(entrants) <= MOST_BY_HAND else []
    form = PointsForm(sent(request), part=part, entrants=by_hand)
    page = {**about(found.round, part), "sheet": found, "form": form}
    if form.is_bound and form.is_valid():
        return _compared(request, found, form.lines(), page)
    status = 422 if form.is_bound else 200
    return render(request, "organiser/points/retype.html", page, status=status)


@require_POST
@login_required
def points_retype_file(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A second person sends a table of their own; the file is compared, never entered."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *CONFIRMERS, at=at)
    part = part_entered(found.round, found.part_key, at=at)
    entrants = entrants_of(found.round, found.part_key, at=at)
    file = kept(request, found.round.contest.body)[0]
    read = read_points(content(file), file.name, part, known(entrants))
    by_hand = entrants if len(entrants) <= MOST_BY_HAND else []
    form = PointsForm(None, part=part, entrants=by_hand)
    page = {**about(found.round, part), "sheet": found, "form": form}
    if read.usable:
        return _compared(request, found, read.lines, page)
    page["reasons"] = list(points_reasons(read).items())[:_REASONS_SHOWN]
    return render(request, "organiser/points/retype.html", page, status=422)


def _compared(
    request: SignedInRequest,
    sheet: PointsSheet,
    lines: Sequence[TypedPoints],
    page: dict[str, Any],
) -> HttpResponse:
    """Equal lines confirm the sheet; unequal ones are put side by side."""
    at = clock.now()
    try:
        actions.confirm_by_retyping(sheet, lines, by=request.user, at=at)
    except TypingsDiffer as unequal:
        page["differences"] = named(unequal.differences, [], sheet, at=at)
        return render(request, "organiser/points/retype.html", page, status=422)
    return _counted(request, sheet.round.contest.slug, sheet)


@require_POST
@login_required
def points_confirm_paper(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A body with one official closes the step with the signed sheet; the result says so."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *TYPISTS, at=at)
    form = PaperForm(request.POST, request.FILES)
    if not form.is_valid():
        return refused(request, form)
    actions.refuse_paper(found)
    paper = scan_stored(request, found.round.contest.body, form.cleaned_data["file"])
    actions.confirm_on_paper(found, paper, by=request.user, at=at)
    return _counted(request, slug, found)


def _counted(request: SignedInRequest, slug: str, sheet: PointsSheet) -> HttpResponse:
    messages.success(request, _("Đã xác nhận. Điểm của bảng này được tính vào kết quả."))
    return redirect("points_sheet", slug, sheet.pk)
