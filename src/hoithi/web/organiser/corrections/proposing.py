"""The form on which another key is proposed."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.kit import clock
from hoithi.questions import queries as questions
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.models import QuestionVersion
from hoithi.results.actions.correcting import preview_if_quick, propose
from hoithi.results.forms import KeyForm
from hoithi.results.queries.corrections import PROPOSERS, corrections_of
from hoithi.sittings.actions.reading import note_reading
from hoithi.web.once import taken_once
from hoithi.web.organiser.bank.shown import shown_question
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest
from hoithi.wording.corrections import lettered


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def key_correct(request: SignedInRequest, version: int) -> HttpResponse:
    """A question with its key, what was corrected in it, and the form for another key."""
    at = clock.now()
    found = questions.version_for(request.user, version, *PROPOSERS, at=at)
    note_reading(found.question.bank, found.question.code, by=request.user, at=at)
    form = _form(request, found)
    if form.is_valid():
        with SaidOn(form):
            made = propose(found, form.wanted, by=request.user, at=at)
            preview_if_quick(made, at=at)
            messages.success(request, _("Đã ghi đề nghị. Người thứ hai xem và phê duyệt ở đây."))
            return redirect("key_correction", made.pk)
    shown = shown_question(found) | {
        "bank": found.question.bank,
        "form": form,
        "corrections": corrections_of(found),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/corrections/propose.html", shown, status=status)


def _form(request: SignedInRequest, version: QuestionVersion) -> KeyForm:
    text = text_of(version)
    base = answer_of(text.kind, questions.newest_key(version))
    options = [lettered(place, option) for place, option in enumerate(text.options)]
    return KeyForm(request.POST or None, text=text, options=options, base=base)
