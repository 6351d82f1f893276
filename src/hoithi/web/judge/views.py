"""A judge's parts, and the own sheet of one: typed on a tablet or phone, saved, signed, locked."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.contests.models import Round
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.essays.queries.own import lots_of
from hoithi.judging.actions import jury_part
from hoithi.judging.actions.own_sheets import OwnGave, save_own_sheet
from hoithi.judging.facts import TypedPoints
from hoithi.judging.forms import PointsForm, boxes_of
from hoithi.judging.models import JudgeSheet
from hoithi.judging.queries import own
from hoithi.kit import clock
from hoithi.web.organiser.points.shown import entrants_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent


class OwnSheetForm(PointsForm):
    """A box for each entrant, in the steps in which the rules let a judge give points."""

    part: JuryPart
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean(self) -> None:
        """Refuses points between two steps."""
        step = self.part.step
        for name, value in list(self.cleaned_data.items()):
            if step and name.startswith("diem-") and value is not None and value % step:
                told = _("Điểm cho theo bước %(step)s.") % {"step": decimal_text(step)}
                self.add_error(name, told)


@require_safe
@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """Every part that the person judges, whether the own sheet is signed; essays to be marked."""
    at = clock.now()
    shown = {"parts": own.parts_to_judge(request.user, at=at), "lots": lots_of(request.user, at=at)}
    return render(request, "judge/home.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def own_sheet(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """The judge's own sheet: kept as it stands, or signed and so locked."""
    at = clock.now()
    round_ = own.round_to_judge(request.user, slug, key, at=at)
    held = jury_part(round_, part, at=at)
    sheet = own.newest_own_sheet(round_, part, request.user)
    form = _form(request, round_, held, sheet, at=at)
    if form.is_bound and form.is_valid():
        with SaidOn(form):
            signs = request.POST.get("viec") == "ky"
            gave = OwnGave(lines=form.lines(), seen=form.cleaned_data["seen"], signs=signs)
            save_own_sheet(round_, part, gave, by=request.user, at=at)
            messages.success(request, _("Đã ký phiếu.") if signs else _("Đã lưu, chưa ký."))
            return redirect("own_sheet", slug, key, part)
    shown = {"round": round_, "contest": round_.contest, "part": held, "sheet": sheet, "form": form}
    return render(request, "judge/sheet.html", shown, status=422 if form.is_bound else 200)


def _form(
    request: SignedInRequest,
    round_: Round,
    part: JuryPart,
    sheet: JudgeSheet | None,
    *,
    at: datetime,
) -> OwnSheetForm:
    entrants = entrants_of(round_, part.key, at=at)
    marks = sheet.marks.all() if sheet else ()
    first = boxes_of(entrants, [TypedPoints(one.entrant_id, one.total) for one in marks])
    first["seen"] = str(sheet.number if sheet else 0)
    made = OwnSheetForm(sent(request), part=part, entrants=entrants, initial=first)
    if sheet is not None and sheet.signed_at is not None:
        for name in made.fields:
            made.fields[name].widget.attrs["readonly"] = True
    return made
