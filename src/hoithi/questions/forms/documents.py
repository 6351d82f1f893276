"""The form of a change of a cited document."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.questions.actions.documents import Change
from hoithi.questions.forms.fields import OneLineField, TypedDayField
from hoithi.questions.models import DocumentChangeKind

_KINDS = [
    (DocumentChangeKind.EXPIRED, _("Hết hiệu lực")),
    (DocumentChangeKind.AMENDED, _("Được sửa đổi, bổ sung")),
]


class ChangeForm(forms.Form):
    """What became of the document, from which day on, by which document."""

    kind = forms.ChoiceField(label=_("Văn bản này"), choices=_KINDS, widget=forms.RadioSelect)
    on = TypedDayField(_("Từ ngày"), _("Ngày nội dung cũ không còn áp dụng, ví dụ 01/7/2026"))
    by_document = OneLineField(
        label=_("Theo văn bản"),
        max_length=120,
        help_text=_("Số, ký hiệu văn bản thay thế, bãi bỏ hoặc sửa đổi"),
        error_messages={"required": _("Hãy ghi số, ký hiệu văn bản làm thay đổi.")},
    )
    article = OneLineField(
        label=_("Chỉ Điều"),
        required=False,
        max_length=60,
        help_text=_("Để trống nếu cả văn bản thay đổi"),
    )

    def clean_on(self) -> Any:
        """The day is needed."""
        if not self.cleaned_data.get("on"):
            raise forms.ValidationError(_("Hãy ghi ngày thay đổi có hiệu lực."))
        return self.cleaned_data["on"]

    def change(self, number: str) -> Change:
        """The change of the document with this number."""
        data = self.cleaned_data
        return Change(data["kind"], number, data["on"], data["by_document"], data["article"])
