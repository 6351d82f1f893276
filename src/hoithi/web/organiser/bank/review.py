"""Reviewing: one question after the other, approved or sent back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi import wording
from hoithi.kit import clock
from hoithi.questions import actions, queries
from hoithi.questions.actions import BasisChanged, ReasonMissing
from hoithi.questions.models import Bank, QuestionVersion
from hoithi.questions.queries import REVIEWERS
from hoithi.questions.queries.changes import changes_open_for
from hoithi.questions.queries.seals import sealing
from hoithi.sittings.actions.reading import note_reading
from hoithi.web.once import taken_once
from hoithi.web.organiser.bank.shown import shown_question
from hoithi.web.request import SignedInRequest


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def question_review(request: SignedInRequest, bank: int) -> HttpResponse:
    """The next question that somebody else wrote; the one behind it follows each word."""
    at = clock.now()
    over = queries.bank_for(request.user, bank, *REVIEWERS, at=at)
    if request.method == "POST":
        return _reviewed(request, over)
    waiting = queries.next_to_review(over, request.user, request.GET.get("sau", ""))
    return _review_page(request, over, waiting)


def _reviewed(request: SignedInRequest, bank: Bank) -> HttpResponse:
    at, number = clock.now(), request.POST.get("version", "")[:18]
    waiting = queries.to_review(bank, request.user)
    version = queries.version_for(
        request.user, int(number) if number.isdecimal() else 0, *REVIEWERS, at=at
    )
    code = version.question.code
    if "approve" in request.POST:
        compared = {int(one) for one in request.POST.getlist("compared") if one.isdecimal()}
        try:
            actions.approve(version, by=request.user, at=at, compared=compared)
        except BasisChanged as refusal:
            return _review_page(request, bank, version, changed=wording.sentence(refusal))
        messages.success(request, _("Đã duyệt câu %s.") % code)
    else:
        remark = request.POST.get("remark", "")[:2000]
        try:
            actions.send_back(version, remark=remark, by=request.user, at=at)
        except ReasonMissing as refusal:
            still = waiting.filter(pk=version.pk).first()
            return _review_page(request, bank, still, error=wording.sentence(refusal))
        messages.success(request, _("Đã trả lại câu %s cho người soạn.") % code)
    response = redirect("question_review", bank.pk)
    response["Location"] += f"?sau={code}"
    return response


def _review_page(
    request: SignedInRequest, bank: Bank, version: QuestionVersion | None, **said: str
) -> HttpResponse:
    """`said`: an `error` of the remark, or that the document `changed`."""
    shown = {"bank": bank, **said, "left": queries.to_review(bank, request.user).count()}
    if version:
        shown["waiting"] = changes_open_for(version)
        shown["sealed"] = sealing([version.question], at=clock.now())
        note_reading(bank, version.question.code, by=request.user, at=clock.now())
        earlier = queries.history(version).filter(number__lt=version.number).first()
        shown |= shown_question(version) | {"earlier": earlier}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/bank/review.html", shown, status=status)
