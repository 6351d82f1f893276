"""Forms of the head of a bank: which questions are released for which contest, and taking back."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.contests.models import Contest
from hoithi.kit.date_fields import InstantField
from hoithi.questions.forms.bank import SearchForm
from hoithi.study.actions import Terms

FOUND, PICKED, LISTED = "found", "picked", "listed"


class ReleaseForm(forms.Form):
    """What is released, for whom, from when."""

    contest = forms.ModelChoiceField(
        label=_("Cuộc thi"), queryset=Contest.objects.none(), widget=forms.HiddenInput
    )
    """The one chosen above the list that is filtered."""
    visible_from = InstantField(
        label=_("Công khai từ"),
        required=False,
        help_text=_("Để trống là công khai ngay."),
    )
    document_number = forms.CharField(
        label=_("Văn bản phê duyệt danh mục (nếu có)"), required=False, max_length=120
    )
    which = forms.ChoiceField(
        label=_("Công bố những câu nào"),
        choices=[
            (PICKED, _("Các câu được đánh dấu trong danh sách bên dưới")),
            (FOUND, _("Mọi câu khớp với điều kiện đang lọc")),
            (LISTED, _("Theo danh sách mã câu hỏi đã duyệt")),
        ],
        widget=forms.RadioSelect,
        initial=PICKED,
    )
    codes = forms.CharField(
        label=_("Danh sách mã câu hỏi, mỗi dòng một mã"),
        required=False,
        max_length=60_000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, contests: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["contest"].queryset = contests  # type: ignore[attr-defined]  # of this field

    def clean(self) -> None:
        """A list of codes is asked for where a list is chosen."""
        if self.cleaned_data.get("which") == LISTED and not self.code_list:
            self.add_error("codes", _("Hãy ghi mã các câu hỏi, mỗi dòng một mã."))

    @property
    def code_list(self) -> list[str]:
        """The codes, however they were set apart."""
        text: str = self.cleaned_data.get("codes", "")
        return text.replace(",", " ").replace(";", " ").split()

    def terms(self, at: datetime) -> Terms:
        """For which contest, from when, by which document."""
        said = self.cleaned_data
        return Terms(said["contest"], said["visible_from"] or at, said["document_number"])


class StudySearchForm(SearchForm):
    """What is looked for among questions that can be released: all of them are approved."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["trang_thai"]


class TakeBackForm(forms.Form):
    """Why a public question is taken back, for the readers of its page."""

    reason = forms.CharField(
        label=_("Lý do (người đọc trang công khai sẽ thấy)"), max_length=500, required=False
    )
