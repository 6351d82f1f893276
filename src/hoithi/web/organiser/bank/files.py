"""A question as contestants see it, and its pictures, sounds and films: added, taken away."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.files.uploadedfile import UploadedFile
from django.forms import Form
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.files.facts import NoFile
from hoithi.kit import clock
from hoithi.live.papers import alone
from hoithi.questions import actions, queries
from hoithi.questions.facts import text_of
from hoithi.questions.queries import WRITERS
from hoithi.sittings.actions.reading import note_reading
from hoithi.sittings.queries.media import file_of
from hoithi.web.media import sent, taken
from hoithi.web.once import taken_once
from hoithi.web.organiser.bank.questions import question_page
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest
from hoithi.wording.room import room_words


@require_safe
@login_required
def question_file(request: SignedInRequest, version: int, digest: str) -> HttpResponseBase:
    """A file of a question, for those who may read the bank."""
    found = queries.version_for(request.user, version, at=clock.now())
    return sent(request, file_of(found, digest))


@require_safe
@login_required
def question_trial(request: SignedInRequest, version: int) -> HttpResponse:
    """A question as contestants see it, to be tried without anything being kept."""
    found = queries.version_for(request.user, version, at=clock.now())
    note_reading(found.question.bank, found.question.code, by=request.user, at=clock.now())
    shown = {
        "version": found,
        "bank": found.question.bank,
        "question": alone(found),
        "words": room_words(),
        "files": reverse("question_file_add", args=[found.pk]),
    }
    return render(request, "organiser/bank/trial.html", shown)


@require_POST
@login_required
@taken_once
def question_file_add(request: SignedInRequest, version: int) -> HttpResponse:
    """A file goes with the stem from the next version on."""
    at = clock.now()
    found = queries.version_for(request.user, version, *WRITERS, at=at)
    note_reading(found.question.bank, found.question.code, by=request.user, at=at)
    button = Form(request.POST)
    with SaidOn(button):
        chosen = request.FILES.get("file")
        if not isinstance(chosen, UploadedFile):
            raise NoFile
        description = " ".join(request.POST.get("description", "").split())
        stored = taken(chosen, body=found.question.bank.body, by=request.user, at=at)
        made = actions.attach(found, stored, description, by=request.user, at=at)
        messages.success(request, _("Đã kèm tệp vào câu %s.") % made.question.code)
        return redirect("question_detail", made.pk)
    return question_page(request, found, not_taken(button))


@require_POST
@login_required
@taken_once
def question_file_remove(request: SignedInRequest, version: int, digest: str) -> HttpResponse:
    """The next version no longer has the file; papers that are sealed keep it."""
    at = clock.now()
    found = queries.version_for(request.user, version, *WRITERS, at=at)
    file_of(found, digest)
    button = Form(request.POST)
    with SaidOn(button):
        made = actions.detach(found, digest, by=request.user, at=at)
        messages.success(request, _("Đã bỏ tệp khỏi câu %s.") % made.question.code)
        return redirect("question_detail", made.pk)
    return question_page(request, found, not_taken(button))


@require_POST
@login_required
@taken_once
def question_files_describe(request: SignedInRequest, version: int) -> HttpResponse:
    """What the files of the question show, without sending them again."""
    at = clock.now()
    found = queries.version_for(request.user, version, *WRITERS, at=at)
    note_reading(found.question.bank, found.question.code, by=request.user, at=at)
    button = Form(request.POST)
    digests = [one.digest for one in text_of(found).media]
    told = {one: request.POST.get(f"mo-ta-{one}", "") for one in digests}
    with SaidOn(button):
        made = actions.describe(found, told, by=request.user, at=at)
        messages.success(request, _("Đã ghi lời mô tả tệp của câu %s.") % made.question.code)
        return redirect("question_detail", made.pk)
    return question_page(request, found, not_taken(button))
