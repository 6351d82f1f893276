"""The second person's word on points: line by line, by typing again, or on signed paper."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi import wording
from hoithi.judging import actions, queries
from hoithi.judging.actions import TypingsDiffer
from hoithi.judging.actions.entering import part_entered
from hoithi.judging.facts import TypedPoints, read_points
from hoithi.judging.forms import MOST_BY_HAND, PointsForm
from hoithi.judging.models import PointsSheet
from hoithi.judging.queries import CONFIRMERS, TYPISTS, Listed
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.results.forms import PaperForm
from hoithi.web.once import taken_once
from hoithi.web.organiser.points.desk import sheet_page
from hoithi.web.organiser.points.shown import about, entrants_of, known, named
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.organiser.two_persons import scan_stored
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.staff.uploads import content, kept
from hoithi.wording.points import points_reasons

_REASONS_SHOWN = 100


@require_POST
@login_required
@taken_once
def points_confirm(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A second person has compared every line with the signed paper."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *CONFIRMERS, at=at)
    checked, button = request.POST.getlist("khop"), Form(request.POST)
    with SaidOn(button):
        actions.check_lines(found, checked)
        actions.confirm(found, by=request.user, at=at)
        return _counted(request, slug, found)
    return sheet_page(request, found, not_taken(button), checked=checked)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def points_retype(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A second person types the signed paper again without seeing the first typing."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *CONFIRMERS, at=at)
    part = part_entered(found.round, found.part_key, at=at)
    form = PointsForm(
        sent(request), part=part, entrants=_by_hand(entrants_of(found.round, part.key, at=at))
    )
    page = {**about(found.round, part), "sheet": found, "form": form}
    if form.is_bound and form.is_valid():
        return _compared(request, found, form.lines(), page)
    status = 422 if form.is_bound else 200
    return render(request, "organiser/points/retype.html", page, status=status)


def _by_hand(entrants: list[Listed]) -> list[Listed]:
    """Those who get a box each; none where they are too many to be typed."""
    return entrants if len(entrants) <= MOST_BY_HAND else []


@require_POST
@login_required
def points_retype_file(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A second person sends a table of their own; the file is compared, never entered."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *CONFIRMERS, at=at)
    part = part_entered(found.round, found.part_key, at=at)
    entrants = entrants_of(found.round, found.part_key, at=at)
    form, upload = PointsForm(None, part=part, entrants=_by_hand(entrants)), Form(request.POST)
    page = {**about(found.round, part), "sheet": found, "form": form}
    with SaidOn(upload):
        file = kept(request, found.round.contest.body)[0]
        read = read_points(content(file), file.name, part, known(entrants))
        if read.usable:
            return _compared(request, found, read.lines, page)
        page["reasons"] = list(points_reasons(read).items())[:_REASONS_SHOWN]
    page["sentence"] = not_taken(upload) if upload.errors else ""
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
        actions.keep_retyping(sheet, lines, by=request.user, at=at)
        page["differences"] = named(unequal.differences, [], sheet, at=at)
    except Refusal as refusal:
        page["sentence"] = wording.sentence(refusal)
    else:
        return _counted(request, sheet.round.contest.slug, sheet)
    return render(request, "organiser/points/retype.html", page, status=422)


@require_POST
@login_required
@taken_once
def points_confirm_paper(request: SignedInRequest, slug: str, sheet: int) -> HttpResponse:
    """A body with one official closes the step with the signed sheet; the result says so."""
    at = clock.now()
    found = queries.sheet_for(request.user, slug, sheet, *TYPISTS, at=at)
    form = PaperForm(request.POST, request.FILES, auto_id="bb_%s")
    if form.is_valid():
        with SaidOn(form):
            actions.refuse_paper(found)
            paper = scan_stored(request, found.round.contest.body, form.cleaned_data["file"])
            actions.confirm_on_paper(found, paper, by=request.user, at=at)
            return _counted(request, slug, found)
    return sheet_page(request, found, not_taken(form), paper_form=form)


def _counted(request: SignedInRequest, slug: str, sheet: PointsSheet) -> HttpResponse:
    messages.success(request, _("Đã xác nhận. Điểm của bảng này được tính vào kết quả."))
    return redirect("points_sheet", slug, sheet.pk)
