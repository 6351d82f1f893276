"""What a correction changes, the second person's word on it, and taking it back."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.awards.models import Certificate
from hoithi.awards.queries import certificates_touched
from hoithi.kit import clock
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import AnswerKey
from hoithi.results.actions.applying import apply_if_quick
from hoithi.results.actions.correcting import (
    approve_correction,
    preview_if_quick,
    reject_correction,
    take_back,
)
from hoithi.results.facts.corrections import RoundPreview
from hoithi.results.models import CorrectedRound, CorrectionState, KeyCorrection
from hoithi.results.queries import corrections as queries
from hoithi.results.queries.corrections import DECIDERS, PROPOSERS
from hoithi.results.queries.using import kept_secret_by, using_rounds
from hoithi.sittings.actions.reading import note_reading
from hoithi.web.once import taken_once
from hoithi.web.organiser.corrections.issued import PaperSeen, papers_seen
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest
from hoithi.wording.corrections import key_said, state_said, waiting_said


@dataclass(frozen=True)
class RoundSeen:
    """A round with what changes in it, the certificates whose prize is lost, and what else was
    issued."""

    row: CorrectedRound
    preview: RoundPreview
    certificates: list[Certificate]
    papers: list[PaperSeen]
    waits_for: str


@require_safe
@login_required
def key_correction(request: SignedInRequest, number: int) -> HttpResponse:
    """The correction with everything it changes."""
    return _page(request, queries.correction_for(request.user, number, at=clock.now()))


def _page(request: SignedInRequest, found: KeyCorrection, sentence: str = "") -> HttpResponse:
    at, bank = clock.now(), found.version.question.bank
    note_reading(bank, found.version.question.code, by=request.user, at=at)
    text = text_of(found.version)
    proposed = AnswerKey(right=found.right, withdrawn=found.withdrawn)
    shown: dict[str, Any] = {
        "bank": bank,
        "correction": found,
        "text": text,
        "state": state_said(found.state),
        "before": key_said(text, answer_of(text.kind, found.base), found.base),
        "after": key_said(text, answer_of(text.kind, proposed), proposed),
        "rounds": rounds_seen(found),
        "using": using_rounds(found, at=at),
        "held": kept_secret_by(found, at=at),
        "sentence": sentence,
        "is_open": found.state in {CorrectionState.PREPARING, CorrectionState.READY},
        "is_own": found.proposed_by_id == request.user.pk,
        "may_decide": queries.may(request.user, found, *DECIDERS, at=at),
        "may_propose": queries.may(request.user, found, *PROPOSERS, at=at),
    }
    status = 422 if sentence else 200
    return render(request, "organiser/corrections/correction.html", shown, status=status)


def rounds_seen(correction: KeyCorrection) -> list[RoundSeen]:
    """Each round with what changes in it, and with the documents that were issued."""
    found = []
    for row, preview in queries.corrected_rounds(correction):
        lost = {one.key for one in preview.prizes if not one.gained}
        touched = certificates_touched(row.round_id, lost) if lost else []
        waits = waiting_said(row.waits_for) if row.waits_for else ""
        found.append(RoundSeen(row, preview, touched, papers_seen(row, preview), waits))
    return found


@require_POST
@login_required
@taken_once
def key_decide(request: SignedInRequest, number: int) -> HttpResponse:
    """The second person's word; who proposed it may take the proposal back."""
    at = clock.now()
    found = queries.correction_for(request.user, number, *DECIDERS, *PROPOSERS, at=at)
    button = Form(request.POST)
    with SaidOn(button):
        if "approve" in request.POST:
            queries.correction_for(request.user, number, *DECIDERS, at=at)
            approve_correction(found, by=request.user, at=at)
            apply_if_quick(found, at=at)
            messages.success(request, _("Đã phê duyệt đính chính; kết quả mới đang được lập."))
        else:
            reason = request.POST.get("reason", "")[:1000]
            reject_correction(found, reason=reason, by=request.user, at=at)
            messages.success(request, _("Đã trả lại đề nghị; đáp án giữ nguyên."))
        return redirect("key_correction", found.pk)
    return _page(request, queries.correction_for(request.user, number, at=at), not_taken(button))


@require_POST
@login_required
@taken_once
def key_take_back(request: SignedInRequest, number: int) -> HttpResponse:
    """Proposes the key of before again: it is approved by a second person like any other."""
    at = clock.now()
    found = queries.correction_for(request.user, number, *PROPOSERS, at=at)
    button = Form(request.POST)
    with SaidOn(button):
        reason = request.POST.get("reason", "")[:1000]
        made = take_back(found, reason=reason, by=request.user, at=at)
        preview_if_quick(made, at=at)
        messages.success(request, _("Đã ghi đề nghị lấy lại đáp án trước."))
        return redirect("key_correction", made.pk)
    return _page(request, found, not_taken(button))
