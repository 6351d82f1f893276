"""The sheets of single judges: typed or read from a file, then made into the points of a part."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.contests.models import Round
from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.vietnamese.text import words_key
from hoithi.judging import actions, queries
from hoithi.judging.actions import JudgeGave
from hoithi.judging.actions.own_sheets import open_own_sheet
from hoithi.judging.facts import TypedPoints, read_points
from hoithi.judging.forms import GroundsForm, JudgeForm, PointsForm, boxes_of
from hoithi.judging.models import JudgeSheet
from hoithi.judging.queries.own import judges_unsigned, sheet_signed
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.points.entering import grounds_form, see_newest
from hoithi.web.organiser.points.out import judges_table
from hoithi.web.organiser.points.shown import about, entrants_of, grounds_of, known
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.organiser.two_persons import scan_stored
from hoithi.web.request import SignedInRequest, sent
from hoithi.web.staff.uploads import content, kept, reference
from hoithi.web.tables import Asked, TableOut, table_view
from hoithi.wording.points import points_reasons

_REASONS_SHOWN = 100


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def judge_sheets(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """The judges of a part with their sheets; sent, these are made into a points sheet."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    held, counted = actions.jury_part(round_, part, at=at), queries.counted_sheet(round_, part)
    again = counted is not None
    form = grounds_form(
        round_, part, is_correction=again, data=sent(request), files=request.FILES or None
    )
    if form.is_bound and form.is_valid():
        with SaidOn(form):
            return _combined(request, round_, part, form)
    if form.is_bound:
        see_newest(form, round_, part)
    sheets = queries.judge_sheets(round_, part)
    shown = {**about(round_, held), "sheets": sheets, "grounds": form, "counted": counted}
    shown["unsigned"] = judges_unsigned(round_, part, at=at)
    shown["left_out"] = request.POST.get("ly-do-chua-ky", "")
    status = 422 if form.is_bound else 200
    return render(request, "organiser/points/judges.html", shown, status=status)


def _combined(
    request: SignedInRequest, round_: Round, part: str, form: GroundsForm
) -> HttpResponse:
    allowed = actions.Allowed(
        uneven="thieu-phieu" in request.POST, unsigned=request.POST.get("ly-do-chua-ky", "")
    )
    grounds = grounds_of(request, form, round_.contest.body)
    sheet = actions.combine_judge_sheets(
        round_, part, by=request.user, at=clock.now(), grounds=grounds, allowed=allowed
    )
    messages.success(request, _("Đã tính điểm. Điểm được tính khi người thứ hai xác nhận."))
    return redirect("points_sheet", round_.contest.slug, sheet.pk)


@require_POST
@login_required
@taken_once
def judge_reopen(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """Opens a sheet that its judge has signed, with a reason; the judge corrects and signs anew."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    sheet = sheet_signed(round_, part, request.POST.get("phieu", ""))
    open_own_sheet(sheet, reason=request.POST.get("ly-do", ""), by=request.user, at=at)
    messages.success(request, _("Đã mở lại phiếu. Giám khảo sửa và ký lại."))
    return redirect("judge_sheets", slug, key, part)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def judge_sheet(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """The sheet of one judge: a box for each entrant; typed over the one before."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    page = _page(request, round_, actions.jury_part(round_, part, at=at), at=at)
    form, judge, before = page["form"], page["judge"], page["before"]
    if before and request.POST.get("viec") == "bo":
        actions.withdraw_judge_sheet(before, by=request.user, at=at)
        messages.success(request, _("Đã bỏ phiếu; các lần nhập trước vẫn được giữ."))
        return redirect("judge_sheets", slug, key, part)
    if form.is_bound and form.is_valid() and judge.is_valid():
        with SaidOn(judge):
            _entered(request, round_, part, page, at=at)
            return redirect("judge_sheets", slug, key, part)
    status = 422 if form.is_bound else 200
    return render(request, "organiser/points/judge.html", page, status=status)


def _entered(
    request: SignedInRequest, round_: Round, part: str, page: dict[str, Any], *, at: datetime
) -> None:
    said, body = page["judge"].cleaned_data, round_.contest.body
    paper = scan_stored(request, body, said["file"]) if said["file"] else None
    gave = JudgeGave(judge=said["judge"], lines=page["form"].lines(), paper=paper)
    sheet = actions.enter_judge_sheet(round_, part, gave, by=request.user, at=at)
    messages.success(request, _("Đã ghi phiếu của %(judge)s.") % {"judge": sheet.judge})


def _page(
    request: SignedInRequest, round_: Round, part: JuryPart, *, at: datetime
) -> dict[str, Any]:
    """The form with what was typed; for a judge with a sheet it begins with that sheet."""
    entrants, data = entrants_of(round_, part.key, at=at), sent(request)
    name = request.POST.get("judge") or request.GET.get("giam-khao", "")
    sheets = queries.judge_sheets(round_, part.key)
    before = next((one for one in sheets if one.judge_key == words_key(name)), None)
    first = boxes_of(entrants, _lines(before)) if before else {}
    return {
        **about(round_, part),
        "form": PointsForm(data, part=part, entrants=entrants, initial=first),
        "judge": JudgeForm(data, request.FILES or None, initial={"judge": name[:120]}),
        "before": before,
        "entrants": len(entrants),
    }


def _lines(sheet: JudgeSheet) -> list[TypedPoints]:
    return [TypedPoints(mark.entrant_id, mark.total) for mark in sheet.marks.all()]


@require_POST
@login_required
def judge_file(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """The sheet of one judge from a table: it fills the boxes, nothing is recorded yet."""
    at = clock.now()
    round_ = queries.round_to_enter(request.user, slug, key, at=at)
    held, entrants = actions.jury_part(round_, part, at=at), entrants_of(round_, part, at=at)
    file = kept(request, round_.contest.body)[0]
    read = read_points(content(file), file.name, held, known(entrants))
    first = boxes_of(entrants, read.lines) if read.usable else {}
    page = {
        **about(round_, held),
        "form": PointsForm(None, part=held, entrants=entrants, initial=first),
        "judge": JudgeForm(initial={"judge": request.POST.get("judge", "")[:120]}),
        "entrants": len(entrants),
        "file": file,
        "usable": read.usable,
        "reasons": list(points_reasons(read).items())[:_REASONS_SHOWN],
        "reference": reference([file], round_.contest.body),
    }
    status = 200 if read.usable else 422
    return render(request, "organiser/points/judge.html", page, status=status)


@table_view
def judges_out(asked: Asked, slug: str, key: str, part: str) -> TableOut:
    """What every judge gave every entrant and the points of it, as a table."""
    round_ = queries.round_to_read(asked.person, slug, key, at=asked.at)
    held = actions.jury_part(round_, part, at=asked.at)
    table = judges_table(round_, held, queries.judge_sheets(round_, part))
    return table.called(f"phieu-giam-khao-{key}-{part}", round_.contest.body)
