"""Forms of the organiser's lists: exclusions, corrections, assisted places."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.core.rulebook.entry import Exclusion


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=forms.Textarea({"rows": 2}))


class ExclusionListForm(forms.Form):
    """Under which rule people are listed, and the decision or list that names them."""

    rule = forms.ChoiceField(label=_("Diện theo thể lệ"))
    source = forms.CharField(
        label=_("Căn cứ"),
        max_length=200,
        help_text=_("Ví dụ: Quyết định số 12/QĐ-UBND ngày 05/10/2026."),
    )

    def __init__(self, *args: Any, rules: Sequence[Exclusion], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["rule"].choices = [(one.key, one.who) for one in rules]  # type: ignore[attr-defined]  # a choice field


class ExclusionForm(ExclusionListForm):
    """One person typed in."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    birth_year = forms.CharField(label=_("Năm sinh"), max_length=10, required=False)
    phone = forms.CharField(
        label=_("Số điện thoại"),
        max_length=20,
        required=False,
        help_text=_("Cần năm sinh hoặc số điện thoại để đối chiếu khi đăng ký dự thi."),
    )
    field_order = ["name", "birth_year", "phone", "rule", "source"]


class PersonSearchForm(forms.Form):
    """What somebody on the telephone says of themselves."""

    full_name = forms.CharField(label=_("Họ và tên đầy đủ"), max_length=120, required=False)
    birth_year = forms.CharField(label=_("Năm sinh"), max_length=4, required=False)
    phone = forms.CharField(label=_("Số điện thoại"), max_length=20, required=False)
    personal_number = forms.CharField(
        label=_("Số định danh cá nhân"), max_length=20, required=False
    )

    def clean(self) -> dict[str, Any]:
        """A year of birth alone is half the commune."""
        said = super().clean() or {}
        if not any(said.get(name) for name in ("full_name", "phone", "personal_number")):
            raise forms.ValidationError(_("Ghi họ tên, số điện thoại hoặc số định danh."))
        return said


class CorrectionsForm(forms.Form):
    """One decision about the requests that are ticked."""

    deed = forms.ChoiceField(choices=[("accept", ""), ("decline", "")])
    answer = forms.CharField(max_length=500, required=False)
    asked = forms.TypedMultipleChoiceField(coerce=int, choices=[])

    def __init__(self, *args: Any, numbers: Sequence[int], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["asked"].choices = [(one, one) for one in numbers]  # type: ignore[attr-defined]  # a choice field
        self.fields["asked"].error_messages["required"] = _("Chưa chọn đề nghị nào.")
