"""One question: reading it with its key, writing, revising and withdrawing it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi import wording
from hoithi.core.questions.records import QuestionFault, QuestionKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person
from hoithi.questions import actions, queries
from hoithi.questions.actions import CodeTaken, QuestionFaulty
from hoithi.questions.facts import answer_of, text_of
from hoithi.questions.forms import QuestionForm, initial_of, kept_of
from hoithi.questions.models import Bank, QuestionVersion
from hoithi.questions.queries import WRITERS
from hoithi.questions.queries.changes import changes_open_for
from hoithi.questions.queries.seals import sealing
from hoithi.results.queries.corrections import READERS, asked_version, was_sat
from hoithi.results.queries.item_statistics import history_of
from hoithi.sittings.actions.reading import note_reading
from hoithi.study.queries import is_released
from hoithi.web.once import taken_once
from hoithi.web.organiser.bank.allowed import allowed
from hoithi.web.organiser.bank.corrected import key_changes
from hoithi.web.organiser.bank.shown import changed_since, shown_question
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.questions import fault_sentence


@require_safe
@login_required
def question_detail(request: SignedInRequest, version: int) -> HttpResponse:
    """A version with its key, its legal basis and what became of it."""
    return question_page(request, queries.version_for(request.user, version, at=clock.now()))


def question_page(
    request: SignedInRequest, found: QuestionVersion, sentence: str = ""
) -> HttpResponse:
    """The page of a version; with a sentence where a deed on it was refused."""
    at = clock.now()
    bank = found.question.bank
    note_reading(bank, found.question.code, by=request.user, at=at)
    versions = list(queries.history(found))
    shown = shown_question(found) | {
        "bank": bank,
        "versions": versions,
        "is_newest": versions[0] == found,
        "is_undescribed": not all(one.get("description") for one in found.media),
        "changed": changed_since(found, versions),
        "waiting": changes_open_for(found) if versions[0] == found else (),
        "may": allowed(request.user, bank, at=at),
        "asked": asked_version(versions) if was_sat(found) else None,
        "key_changes": key_changes(found),
        "reads_corrections": queries.may(request.user, bank, *READERS, at=at),
        "history": history_of(found.question, at=at),
        "sentence": sentence,
        "is_released": is_released(found),
        "sealed": sealing([found.question], at=at),
    }
    status = 422 if sentence else 200
    return render(request, "organiser/bank/question.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def question_new(request: SignedInRequest, bank: int) -> HttpResponse:
    """A new question; the document, field and audience of the last one stay filled in."""
    at = clock.now()
    into = queries.bank_for(request.user, bank, *WRITERS, at=at)
    last = _last(request, into)
    form = _new_form(request, last, local_day(at))
    if form.is_valid():
        try:
            made = _added(into, form, request.user, at)
        except CodeTaken as refusal:
            form.add_error("code", wording.sentence(refusal))
        except QuestionFaulty as refusal:
            _say(form, refusal.faults)
        else:
            messages.success(request, _("Đã ghi câu %s, chờ thẩm định.") % made.question.code)
            return _onward(request, made)
    shown = {"bank": into, "form": form, "kind": form.kind, "last": last}
    return _form_page(request, shown)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def question_edit(request: SignedInRequest, version: int) -> HttpResponse:
    """A new wording of a question; it waits for review again."""
    at = clock.now()
    found = queries.version_for(request.user, version, *WRITERS, at=at)
    bank, kind = found.question.bank, QuestionKind(found.kind)
    note_reading(bank, found.question.code, by=request.user, at=at)
    text, answer = text_of(found), answer_of(kind, queries.newest_key(found))
    initial = initial_of(text, answer) | {"code": found.question.code}
    form = QuestionForm(
        sent(request), initial=initial, kind=kind, today=local_day(at), files=text.media
    )
    form.fields["code"].disabled = True
    if form.is_valid():
        try:
            made = actions.revise(found, *form.record, by=request.user, at=at)
        except QuestionFaulty as refusal:
            _say(form, refusal.faults)
        except Refusal as refusal:
            form.add_error(None, wording.sentence(refusal))
        else:
            messages.success(request, _("Đã ghi câu %s.") % made.question.code)
            return _onward(request, made)
    shown = {"bank": bank, "form": form, "kind": kind, "version": found}
    shown["sealed"] = sealing([found.question], at=at)
    return _form_page(request, shown)


@require_POST
@login_required
@taken_once
def question_withdraw(request: SignedInRequest, version: int) -> HttpResponse:
    """Takes a question out of all papers to come, with the reason."""
    at = clock.now()
    found = queries.version_for(request.user, version, *WRITERS, at=at)
    reason, button = request.POST.get("reason", "")[:500], Form(request.POST)
    with SaidOn(button):
        actions.withdraw(found, reason=reason, by=request.user, at=at)
        messages.success(request, _("Đã rút câu %s.") % found.question.code)
        return redirect("question_detail", found.pk)
    return question_page(request, found, not_taken(button))


def _added(bank: Bank, form: QuestionForm, by: Person, at: datetime) -> QuestionVersion:
    text, answer = form.record
    code = form.cleaned_data["code"] or queries.code_for(bank, text.field)
    return actions.add(bank, code, text, answer, by=by, at=at)


def _last(request: SignedInRequest, bank: Bank) -> QuestionVersion | None:
    """The question that was written before this one, as the address names it."""
    number = request.GET.get("sau", "")
    if not number.isdecimal():
        return None
    rows = queries.own(queries.newest_versions(bank), request.user)
    return rows.filter(pk=int(number[:18])).first()


def _new_form(request: SignedInRequest, last: QuestionVersion | None, today: date) -> QuestionForm:
    """What was sent; or empty, or of another kind with what was typed so far."""
    typed, other = request.POST, request.POST.get("doi", "")
    kind = _kind(other or typed.get("loai") or request.GET.get("loai", ""), last)
    form = QuestionForm(
        None if other else sent(request), initial=_kept(last), kind=kind, today=today
    )
    if other:
        form.carry(typed)
    return form


def _kind(named: str, last: QuestionVersion | None) -> QuestionKind:
    if named in set(QuestionKind):
        return QuestionKind(named)
    return QuestionKind(last.kind) if last else QuestionKind.SINGLE


def _kept(last: QuestionVersion | None) -> dict[str, Any]:
    """What stays filled in; the code is given with the field, which may be another one now."""
    return kept_of(text_of(last)) if last else {}


def _say(form: QuestionForm, faults: Iterable[QuestionFault]) -> None:
    """Every fault at its field."""
    for fault in faults:
        form.add_error(form.field_of(fault), fault_sentence(fault))


def _onward(request: SignedInRequest, made: QuestionVersion) -> HttpResponse:
    """To the next empty form, or to what was written; says where its document was changed."""
    if changes_open_for(made).exists():
        told = {"number": made.document_number, "code": made.question.code}
        messages.warning(
            request,
            _(
                "Văn bản %(number)s đã được ghi nhận là thay đổi: câu %(code)s chờ xem lại, chưa "
                "được lấy vào đề."
            )
            % told,
        )
    if "next" not in request.POST:
        return redirect("question_detail", made.pk)
    response = redirect("question_new", made.question.bank_id)
    response["Location"] += f"?sau={made.pk}"
    return response


def _form_page(request: SignedInRequest, shown: dict[str, Any]) -> HttpResponse:
    form: QuestionForm = shown["form"]
    status = 422 if form.is_bound else 200
    if not form.is_valid():
        _say(form, form.faults_beside if form.is_bound else ())
    shown["fields"] = queries.fields_of(shown["bank"])
    shown["topics"] = queries.topics_of(shown["bank"])
    return render(request, "organiser/bank/question_form.html", shown, status=status)
