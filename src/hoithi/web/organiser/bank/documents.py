"""The documents that questions cite: what became of them, and which questions wait for a look."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from hoithi.core.vietnamese.numbers import dotted
from hoithi.kit import clock
from hoithi.people.models import OrganisingBody
from hoithi.questions import actions, queries
from hoithi.questions.forms.documents import ChangeForm
from hoithi.questions.queries import CHECKERS, REVIEWERS, documents
from hoithi.sittings.actions.reading import note_reading_of_body
from hoithi.web.once import taken_once
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest

_A_PAGE = 30


@require_safe
@login_required
def cited_documents(request: SignedInRequest, body: str) -> HttpResponse:
    """Every document that the banks of the body cite, those first that questions wait for."""
    at = clock.now()
    of = documents.body_for_documents(request.user, body, *CHECKERS, at=at)
    text = request.GET.get("tim", "")[:200]
    shown = {
        "body": of,
        "documents": documents.cited_documents(of, text, at=at),
        "text": text,
    }
    return render(request, "organiser/bank/documents.html", shown)


@require_safe
@login_required
def cited_document(request: SignedInRequest, body: str, key: str) -> HttpResponse:
    """One document, its changes, and the questions that cite it."""
    of = documents.body_for_documents(request.user, body, *CHECKERS, at=clock.now())
    return _page(request, of, key, ChangeForm(initial={"kind": "expired"}))


def _page(
    request: SignedInRequest, of: OrganisingBody, key: str, form: ChangeForm, sentence: str = ""
) -> HttpResponse:
    at = clock.now()
    found = {one.key: one for one in documents.cited_documents(of, at=at)}.get(key)
    if found is None:
        raise OrganisingBody.DoesNotExist
    article = request.GET.get("dieu", "")[:60]
    versions = documents.citing_versions(of, key, article)
    page = Paginator(versions, _A_PAGE).get_page(request.GET.get("trang"))
    note_reading_of_body(of, [one.question for one in page], by=request.user, at=at)
    roles = queries.roles_over_body(request.user, of, at=at)
    shown: dict[str, Any] = {
        "body": of,
        "document": found,
        "form": form,
        "article": article,
        "page": page,
        "may_review": not roles.isdisjoint(REVIEWERS),
        "sentence": sentence,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/bank/document.html", shown, status=status)


@require_POST
@login_required
@taken_once
def document_changed(request: SignedInRequest, body: str, key: str) -> HttpResponse:
    """Puts down that the document ended or was amended; its questions wait for a reviewer."""
    at = clock.now()
    of = documents.body_for_documents(request.user, body, *CHECKERS, at=at)
    first = documents.citing_versions(of, key).first()
    if first is None:
        raise OrganisingBody.DoesNotExist
    form = ChangeForm(request.POST)
    if form.is_valid():
        with SaidOn(form):
            told = form.change(first.document_number)
            actions.change_document(of, told, by=request.user, at=at)
            count = documents.count_waiting(of, key)
            said = ngettext(
                "Đã ghi nhận. %(count)s câu hỏi chờ xem lại.",
                "Đã ghi nhận. %(count)s câu hỏi chờ xem lại.",
                count,
            )
            messages.success(request, said % {"count": dotted(count)})
            return redirect("cited_document", of.slug, key)
    return _page(request, of, key, form, not_taken(form))


@require_POST
@login_required
@taken_once
def document_change_back(request: SignedInRequest, change: int) -> HttpResponse:
    """Takes back a change that was put down by mistake, with the reason."""
    at = clock.now()
    found = documents.change_for(request.user, change, *CHECKERS, at=at)
    reason, button = request.POST.get("reason", ""), Form(request.POST)
    with SaidOn(button):
        actions.take_change_back(found, reason=reason, by=request.user, at=at)
        messages.success(request, _("Đã bỏ ghi nhận thay đổi của văn bản %s.") % found.number)
        return redirect("cited_document", found.body.slug, found.key)
    return _page(request, found.body, found.key, ChangeForm(), not_taken(button))


@require_POST
@login_required
@taken_once
def question_confirm(request: SignedInRequest, version: int) -> HttpResponse:
    """The reviewer finds that the question still holds after the change of its document."""
    at = clock.now()
    found = queries.version_for(request.user, version, *REVIEWERS, at=at)
    actions.confirm(found, by=request.user, at=at)
    messages.success(request, _("Câu %s vẫn đúng và được ra đề trở lại.") % found.question.code)
    return redirect("question_detail", found.pk)
