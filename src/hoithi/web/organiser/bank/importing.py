"""Files of questions other than the officials' table: seen whole, then taken in."""

from base64 import b64encode
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hoithi.core.questions.records import Media, MediaKind
from hoithi.core.questions.rows import ReadQuestion
from hoithi.documents.questions.read import read_questions
from hoithi.documents.questions.records import QuestionReading
from hoithi.documents.questions.sheets import read_list
from hoithi.files.facts import FileKind, kind_of_bytes
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.questions import actions
from hoithi.questions.actions import Beside, Effect, NothingTaken, Seen
from hoithi.questions.actions.arriving import Arrived
from hoithi.questions.forms import BesideForm
from hoithi.questions.models import Bank
from hoithi.web.organiser.bank.shown import shown_text
from hoithi.web.request import SignedInRequest
from hoithi.web.staff.uploads import TABLES, content, reference
from hoithi.wording.question_files import format_label, left_sentence, problem_in_file

KINDS = TABLES | {FileKind.TXT, FileKind.DOCX, FileKind.XML, FileKind.ZIP}
_LARGEST_SHOWN = 2 * 1024 * 1024
_TABLE_ENDINGS = (".xlsx", ".xls", ".csv")


def reading_of(file: StoredFile) -> QuestionReading | None:
    """What the file holds; None for the form of the bank, whose lines state all of a question."""
    data = content(file)
    is_table = file.name.lower().endswith(_TABLE_ENDINGS)
    return read_list(data, file.name) if is_table else read_questions(data)


def preview(
    request: SignedInRequest, bank: Bank, file: StoredFile, reading: QuestionReading
) -> HttpResponse:
    """Every question of the file as the bank would have it, and what it would not take."""
    form = BesideForm(request.POST)
    seen = actions.look(bank, reading, _beside(form, file))
    return _page(request, bank, file, (form, reading, seen))


def take(
    request: SignedInRequest, bank: Bank, file: StoredFile, reading: QuestionReading
) -> HttpResponse:
    """Takes in all questions, or all that are good where the button says so; else nothing."""
    form = BesideForm(request.POST)
    beside, partly = _beside(form, file), "partly" in request.POST
    by, at = request.user, clock.now()
    try:
        taken = actions.take_foreign(bank, reading, beside, partly=partly, by=by, at=at)
    except NothingTaken:
        seen = actions.look(bank, reading, beside)
        return _page(request, bank, file, (form, reading, seen), status=422)
    messages.success(request, _("Đã nhập %s câu hỏi mới hoặc có thay đổi.") % taken.written)
    return redirect("bank_detail", bank.pk)


def _beside(form: BesideForm, file: StoredFile) -> Beside:
    form.is_valid()
    told = form.cleaned_data
    return Beside(
        field=told.get("field", ""),
        difficulty=told.get("difficulty", "") or "medium",
        document=told.get("document", ""),
        file=file.name,
    )


def _page(
    request: SignedInRequest,
    bank: Bank,
    file: StoredFile,
    found: tuple[BesideForm, QuestionReading, Seen],
    *,
    status: int = 0,
) -> HttpResponse:
    form, reading, seen = found
    lines = [(one.line, one.about, problem_in_file(one)) for one in reading.faults]
    lines += [(one.line, one.name, left_sentence(one)) for one in seen.left]
    changed = sum(1 for one in seen.good if one.code in seen.changed)
    shown = {
        "bank": bank,
        "file": file,
        "foreign": seen,
        "kind": format_label(reading.format),
        "reference": reference([file], bank.body),
        "beside": form,
        "effect": Effect(len(seen.good) - changed, changed, len(seen.there)),
        "refused": len(lines),
        "lines": lines,
        "waiting": [(one.line, one.name, left_sentence(one)) for one in seen.doubts],
        "questions": questions_shown(seen.good, seen.changed, seen.files),
        "is_whole": not lines,
        "may_take": bool(seen.good) and not seen.is_too_much,
    }
    usual = 200 if seen.good or seen.there else 422
    return render(request, "organiser/bank/import.html", shown, status=status or usual)


def questions_shown(
    good: Iterable[ReadQuestion], changed: Collection[str], files: Mapping[str, Arrived]
) -> list[dict[str, Any]]:
    """Questions on their way into a bank; `files` are those that come with them, by hash."""
    return [
        shown_text(one.question, one.answer)
        | {
            "read": one,
            "is_changed": one.code in changed,
            "files": [_shown_file(media, files) for media in one.question.media],
        }
        for one in good
        if one.question
    ]


def _shown_file(media: Media, files: Mapping[str, Arrived]) -> dict[str, Any]:
    """A picture that would come in as it looks, unless it is too heavy for the page; nothing is
    stored yet, so the page itself carries the bytes."""
    come = files.get(media.digest)
    is_shown = come and media.kind is MediaKind.IMAGE and len(come.data) <= _LARGEST_SHOWN
    if come is None or not is_shown:
        return {"media": media, "source": ""}
    kind = kind_of_bytes(come.data) or FileKind.PNG
    source = f"data:{kind.media_type};base64,{b64encode(come.data).decode('ascii')}"
    return {"media": media, "source": source}
