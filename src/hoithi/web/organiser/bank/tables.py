"""Questions as tables: the empty form, a file looked at before it is taken in, the whole bank."""

from dataclasses import replace
from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from hoithi.documents import spreadsheets
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.questions import actions, queries
from hoithi.questions.forms import BesideForm, ImportForm
from hoithi.questions.models import Bank
from hoithi.questions.queries import KEEPERS, WRITERS
from hoithi.sittings.actions.reading import note_reading
from hoithi.web.organiser.bank import importing
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.uploads import content, download, kept, reference, referred
from hoithi.web.tables import Asked, TableOut, table_view
from hoithi.wording.questions import notes_by_line, reasons_by_line

_LINES_SHOWN = 100


@require_safe
@login_required
def bank_template(request: SignedInRequest) -> HttpResponse:
    """The empty table to be filled in; it holds nothing of any bank."""
    del request
    return download(actions.template(), "mau-ngan-hang-cau-hoi.xlsx")


@table_view
def bank_export(asked: Asked, bank: int) -> TableOut:
    """The whole bank with its keys, for its organisers; with its trace."""
    over = queries.bank_for(asked.person, bank, *KEEPERS, at=asked.at)
    found = actions.export(over)
    table = TableOut(found.title, found.columns, found.lines)
    table = table.called(f"ngan-hang-cau-hoi-{over.pk}", over.body)
    return replace(table, trace=partial(_journaled, over, asked))


def _journaled(bank: Bank, asked: Asked) -> None:
    actions.record_export(bank, by=asked.person, at=asked.at)
    note_reading(bank, "export", by=asked.person, at=asked.at)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def bank_import(request: SignedInRequest, bank: int) -> HttpResponse:
    """Choose a file; see what it would bring, or what is wrong with each line."""
    into = queries.bank_for(request.user, bank, *WRITERS, at=clock.now())
    if request.method != "POST":
        shown = {"bank": into, "beside": BesideForm()}
        return render(request, "organiser/bank/import.html", shown)
    is_again = "tep" in request.POST
    body = into.body
    file = (referred(request, body) if is_again else kept(request, body, importing.KINDS))[0]
    reading = importing.reading_of(file)
    if reading is None:
        return _preview(request, into, file)
    return importing.preview(request, into, file, reading)


@require_POST
@login_required
def bank_import_take(request: SignedInRequest, bank: int) -> HttpResponse:
    """Takes in every question of the file that was shown, or none."""
    at = clock.now()
    into = queries.bank_for(request.user, bank, *WRITERS, at=at)
    file = referred(request, into.body)[0]
    if (reading := importing.reading_of(file)) is not None:
        return importing.take(request, into, file, reading)
    form = ImportForm(request.POST)
    if form.is_valid() and form.cleaned_data["is_reviewed"]:
        over = queries.bank_for(request.user, bank, *KEEPERS, at=at)
        review = form.cleaned_data["review"]
        written = actions.import_reviewed(
            over, content(file), file.name, review=review, by=request.user, at=at
        )
    else:
        written = actions.import_questions(into, content(file), file.name, by=request.user, at=at)
    messages.success(request, _("Đã nhập %s câu hỏi mới hoặc có thay đổi.") % written)
    return redirect("bank_detail", into.pk)


@require_POST
@login_required
def bank_import_return(request: SignedInRequest, bank: int) -> HttpResponse:
    """The same file as .xlsx with the column "Lý do"."""
    into = queries.bank_for(request.user, bank, *WRITERS, at=clock.now())
    file = referred(request, into.body)[0]
    found = actions.preview(content(file), file.name, queries.codes(into))
    data = spreadsheets.give_back(content(file), file.name, reasons_by_line(found), found.reading)
    return download(data, f"{file.name.rpartition('.')[0]} - ly do.xlsx")


def _preview(request: SignedInRequest, bank: Bank, file: StoredFile) -> HttpResponse:
    found = actions.preview(content(file), file.name, queries.codes(bank))
    shown = {
        "bank": bank,
        "file": file,
        "found": found,
        "kind": _("Bảng câu hỏi"),
        "reference": reference([file], bank.body),
        "form": ImportForm(),
        "beside": BesideForm(),
        "may_keep": queries.may(request.user, bank, *KEEPERS, at=clock.now()),
    }
    shown |= _places(found)
    if found.can_be_imported:
        shown["effect"] = actions.effect(bank, found)
        shown["questions"] = importing.questions_shown(*actions.coming(bank, found), {})
    status = 200 if found.can_be_imported else 422
    return render(request, "organiser/bank/import.html", shown, status=status)


def _places(found: actions.Import) -> dict[str, object]:
    """What is wrong with the lines of a table, and what should be looked at."""
    reasons, notes = reasons_by_line(found), notes_by_line(found)
    return {
        "lines": [(line, "", why) for line, why in reasons.items()][:_LINES_SHOWN],
        "more": max(0, len(reasons) - _LINES_SHOWN),
        "waiting": [(line, "", " ".join(told)) for line, told in notes.items()][:_LINES_SHOWN],
    }
