"""A bank in the formats of offices and of other systems: sealed data, for its organisers alone."""

from datetime import datetime

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.urls import register_converter, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hoithi.documents.questions.sample import sample_docx, sample_text
from hoithi.documents.questions.written import Written
from hoithi.files.facts import FileKind
from hoithi.files.facts.errands import Made, Wanted
from hoithi.files.models import Errand
from hoithi.kit import clock
from hoithi.people.models import Person
from hoithi.questions import actions, queries
from hoithi.questions.models import Bank
from hoithi.questions.queries import KEEPERS
from hoithi.sittings.actions.reading import note_reading
from hoithi.web.errands import hand_on
from hoithi.web.files import download
from hoithi.web.request import SignedInRequest
from hoithi.wording.question_files import left_behind_sentence

_MOST_AT_ONCE = 100
"""Questions that are written while the person waits; more are left to the worker."""
_MEDIA_TYPES = {
    Written.GIFT: FileKind.TXT.media_type,
    Written.MOODLE_XML: "application/xml",
    Written.QTI: FileKind.ZIP.media_type,
    Written.DOCX: FileKind.DOCX.media_type,
}


class BankFormConverter:
    """The formats in which a bank leaves, besides the officials' table."""

    regex = "|".join(Written)

    def to_python(self, value: str) -> Written:
        """The format."""
        return Written(value)

    def to_url(self, value: str) -> str:
        """As it ends the address."""
        return str(value)


register_converter(BankFormConverter, "bank_form")


@require_safe
@login_required
def bank_take_away(request: SignedInRequest, bank: int, form: Written) -> HttpResponse:
    """The whole bank with its keys; with its trace. A long one is made by the worker."""
    at = clock.now()
    over = queries.bank_for(request.user, bank, *KEEPERS, at=at)
    if left := actions.left_behind(over, form):
        messages.warning(request, left_behind_sentence(left))
    if over.questions.count() <= _MOST_AT_ONCE:
        made = _made(over, form, by=request.user, at=at)
        return download(made.data, made.name, made.media_type)
    wanted = Wanted(
        long_bank,
        {"bank": over.pk, "form": form.value},
        title=_("Ngân hàng câu hỏi “%s”") % over.title,
        onward=reverse("bank_detail", args=[over.pk]),
        body=over.body,
    )
    return hand_on(request, wanted)


def long_bank(errand: Errand, at: datetime) -> Made:
    """The same, made by the worker with the permission of whoever asked."""
    over = queries.bank_for(errand.person, errand.wish["bank"], *KEEPERS, at=at)
    return _made(over, Written(errand.wish["form"]), by=errand.person, at=at)


def _made(bank: Bank, form: Written, *, by: Person, at: datetime) -> Made:
    data = actions.export_as(bank, form)
    actions.record_export(bank, by=by, at=at)
    note_reading(bank, "export", by=by, at=at)
    name = f"ngan-hang-cau-hoi-{bank.pk}.{form.ending}"
    return Made(data=data, name=name, media_type=_MEDIA_TYPES[form])


@require_safe
@login_required
def bank_sample(request: SignedInRequest, kind: str) -> HttpResponse:
    """An example of questions as they are written in Word or as text; of no bank."""
    del request
    if kind not in {"docx", "txt"}:
        raise Http404
    if kind == "docx":
        return download(sample_docx(), "mau-cau-hoi.docx", FileKind.DOCX.media_type)
    return download(sample_text(), "mau-cau-hoi.txt", FileKind.TXT.media_type)
