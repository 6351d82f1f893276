"""The queue of remarks on results, over all rounds of a contest, and their answers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import contest_for, current_version
from hoithi.kit import clock
from hoithi.results import actions
from hoithi.results.forms import AnswerForm
from hoithi.results.queries import desk as desks
from hoithi.results.queries.remarks import all_remarks, remark_for
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn, beside, not_taken
from hoithi.web.permissions import opened_by
from hoithi.web.request import SignedInRequest


@require_safe
@login_required
def remarks_desk(request: SignedInRequest, slug: str) -> HttpResponse:
    """Every remark of the contest, those that wait for an answer first."""
    return _page(
        request, contest_for(request.user, slug, *opened_by("remarks_desk"), at=clock.now()), {}
    )


def _page(
    request: SignedInRequest, contest: Contest, answers: dict[int, AnswerForm], sentence: str = ""
) -> HttpResponse:
    """The queue; an answer that was not taken stands below its remark as it was sent (422)."""
    at = clock.now()
    shown = {
        "contest": contest,
        "body": contest.body,
        "window": rulebook_of(current_version(contest, at=at)).remarks,
        "remarks": beside(all_remarks(contest), AnswerForm, answers),
        "may_work": desks.may_work(request.user, contest, at=at),
        "sentence": sentence,
    }
    status = 422 if sentence else 200
    return render(request, "organiser/results/remarks_desk.html", shown, status=status)


@require_POST
@login_required
@taken_once
def remark_answer(request: SignedInRequest, slug: str, remark: int) -> HttpResponse:
    """The public answer to a remark."""
    at = clock.now()
    filed = remark_for(request.user, slug, remark, at=at)
    form = AnswerForm(request.POST, auto_id="tra_loi_%s")
    if form.is_valid():
        with SaidOn(form):
            actions.answer_remark(filed, form.cleaned_data["answer"], by=request.user, at=at)
            messages.success(request, _("Đã trả lời; câu trả lời hiện công khai."))
            return redirect("remarks_desk", slug)
    return _page(request, filed.result.contest, {filed.pk: form}, not_taken(form))
