"""A marker's essays: the lot, and the sheet of one, kept while it is typed and handed in once."""

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.core.rulebook.parts import JuryPart
from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.essays.actions.marking import Gave, MarksFaulty, save_sheet
from hoithi.essays.facts import lines_of_essay
from hoithi.essays.forms import SheetForm, boxes_of
from hoithi.essays.models import EssaySheet
from hoithi.essays.queries import essay_part
from hoithi.essays.queries.own import OwnLot, OwnTask, after, lot_of, task_in, texts_of
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.essays import mark_fault


@require_safe
@login_required
def essay_lot(request: SignedInRequest, slug: str, key: str, part: str) -> HttpResponse:
    """The marker's essays under their numbers, with how far each is."""
    at = clock.now()
    lot = lot_of(request.user, slug, key, part, at=at)
    shown = _about(lot, essay_part(lot.marking.round, part, at=at))
    return render(request, "judge/essay_lot.html", shown)


def _about(lot: OwnLot, part: JuryPart) -> dict[str, Any]:
    round_ = lot.marking.round
    return {"lot": lot, "round": round_, "contest": round_.contest, "part": part}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def essay_sheet(
    request: SignedInRequest, slug: str, key: str, part: str, number: int
) -> HttpResponse:
    """One essay with its sheet; nothing on the page tells whose it is or what another gave."""
    at = clock.now()
    lot = lot_of(request.user, slug, key, part, at=at)
    held, mine = essay_part(lot.marking.round, part, at=at), task_in(lot, number)
    lines = lines_of_essay(mine.task.essay)
    form = SheetForm(sent(request), lines=lines, initial=boxes_of(mine.sheet))
    saved = _saved(request, form, mine, held, at=at)
    if saved is not None and request.headers.get("HX-Request") is None:
        return _onward(request, lot, saved, number)
    shown = _about(lot, held) | {"mine": mine, "form": form, "saved": saved}
    shown |= {"essay": mine.task.essay, "step": held.step, "own_criteria": held.criteria}
    if request.headers.get("HX-Request") is None:
        shown["texts"] = texts_of(mine.task.essay)
    template = "judge/essay_saved.html" if "HX-Request" in request.headers else "judge/essay.html"
    status = 422 if form.is_bound and saved is None else 200
    return render(request, template, shown, status=status)


def _saved(
    request: SignedInRequest, form: SheetForm, mine: OwnTask, part: JuryPart, *, at: datetime
) -> EssaySheet | None:
    if not form.is_bound or not form.is_valid():
        return None
    hands_in = request.POST.get("viec") == "nop"
    seen = form.cleaned_data["seen"] or 0
    gave = Gave(form.marks, form.cleaned_data["remark"], hands_in, seen)
    with SaidOn(form):
        try:
            return save_sheet(mine.task, part, gave, by=request.user, at=at)
        except MarksFaulty as refusal:
            most = {line.key: decimal_text(line.most) for line in form.lines}
            step = decimal_text(part.step) if part.step else ""
            form.say({k: mark_fault(f, most[k], step) for k, f in refusal.faults.items()})
            raise
    return None


def _onward(request: SignedInRequest, lot: OwnLot, saved: EssaySheet, number: int) -> HttpResponse:
    """To the next essay that waits; to the lot behind the last one."""
    round_ = lot.marking.round
    place = (round_.contest.slug, round_.key, lot.marking.part_key)
    if saved.handed_in_at is None:
        messages.success(request, _("Đã lưu, chưa nộp."))
        return redirect("essay_sheet", *place, number)
    messages.success(request, _("Đã nộp phiếu chấm bài số %(number)s.") % {"number": number})
    following = after(lot_of(request.user, *place, at=clock.now()), number)
    if following is None:
        return redirect("essay_lot", *place)
    return redirect("essay_sheet", *place, following.task.essay.number)
