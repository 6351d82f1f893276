"""Forms that stand on a page of several, and the page of one that was not filled in."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from hoithi import wording
from hoithi.kit.refusals import Refusal
from hoithi.results.forms import (
    AnswerForm,
    InviteForm,
    LeaderForm,
    PaperForm,
    PartingForm,
    ReasonForm,
    SignForm,
)
from hoithi.web.errors import said


def forms_of_desk() -> dict[str, Any]:
    """The empty forms of the results desk; each has ids of its own."""
    return {
        "parting_form": PartingForm(auto_id="bang_%s"),
        "units_parting_form": PartingForm(auto_id="dv_%s"),
        "sign_form": SignForm(auto_id=False),
        "leader_form": LeaderForm(auto_id="vb_%s"),
        "paper_form": PaperForm(auto_id="bb_%s"),
        "invite_form": InviteForm(auto_id="moi_%s"),
        "reason_form": ReasonForm(auto_id="cb_%s"),
        "answer_form": AnswerForm(auto_id=False),
    }


def said_above(form: forms.Form, refusal: Refusal) -> None:
    """Puts the sentence of a refusal above the form, so that what was typed stays in its boxes."""
    form.add_error(None, wording.sentence(refusal))


def not_taken(refusal: Refusal | None) -> str:
    """Why a form on a page of several was not taken: its refusal, or that boxes are marked."""
    if refusal is not None:
        return wording.sentence(refusal)
    return _("Chưa ghi nhận. Hãy sửa các ô có báo lỗi bên dưới; nội dung đã nhập được giữ lại.")


def refused(request: HttpRequest, form: forms.Form) -> HttpResponse:
    """A page that says which boxes were left out or cannot be read; nothing has changed."""
    wrong = "; ".join(
        f"{form.fields[name].label if name in form.fields else ''}: {errors.as_text()}"
        for name, errors in form.errors.items()
    )
    sentence = _("Chưa ghi nhận vì còn thiếu hoặc sai: %(wrong)s Hãy quay lại và sửa.")
    return said(request, _("Chưa thực hiện được"), sentence % {"wrong": wrong}, status=422)
