"""The form in which a report is asked of units."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.campaigns.actions.reports import NewRequest
from hoithi.campaigns.facts import outline_of
from hoithi.campaigns.models import ReportRequest
from hoithi.campaigns.queries.recipients import Asked, Recipients
from hoithi.core.reporting.outlines import read_outline, sections_text, tables_text
from hoithi.kit.date_fields import DayField
from hoithi.kit.refusals import Refusal
from hoithi.wording import sentence
from hoithi.wording.reports import recipients_said

_SECTIONS = """I. Công tác chỉ đạo, triển khai
- Văn bản đã ban hành, hội nghị đã tổ chức
II. Kết quả thực hiện
- Ghi số liệu, cách làm hay
III. Khó khăn, vướng mắc và nguyên nhân
IV. Đề xuất, kiến nghị"""


class RequestForm(forms.Form):
    """Title, day, outline and tables, and who is asked."""

    title = forms.CharField(
        label=_("Tên báo cáo"),
        max_length=300,
        help_text=_("Ví dụ: Báo cáo kết quả tuyên truyền Cuộc thi, đợt 1"),
    )
    due_on = DayField(label=_("Hạn gửi"))
    guidance = forms.CharField(
        label=_("Hướng dẫn chung (nếu có)"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    sections = forms.CharField(
        label=_("Đề cương"),
        max_length=20_000,
        required=False,
        initial=_SECTIONS,
        help_text=_("Mỗi dòng một mục; hướng dẫn của mục ghi ở dòng dưới, bắt đầu bằng dấu gạch."),
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    tables = forms.CharField(
        label=_("Bảng số liệu (nếu có)"),
        max_length=20_000,
        required=False,
        help_text=_(
            "Dòng đầu là tên bảng; mỗi cột một dòng, bắt đầu bằng dấu gạch; ghi (số) hoặc (ngày) "
            "sau tên cột là số hoặc ngày. Cột đầu bắt buộc phải ghi."
        ),
        widget=forms.Textarea(
            attrs={
                "rows": 5,
                "placeholder": "Bảng 1. Kết quả tuyên truyền\n- Hình thức\n- Số buổi (số)",
            }
        ),
    )
    asked = forms.MultipleChoiceField(
        label=_("Đơn vị phải báo cáo"), widget=forms.CheckboxSelectMultiple
    )

    def of(self, choices: list[Recipients]) -> "RequestForm":
        """The form with those who may be asked."""
        self.choices = choices
        field: Any = self.fields["asked"]
        field.choices = [(one.value, recipients_said(one)) for one in choices]
        return self

    def clean(self) -> dict[str, Any]:
        """Reads the outline; what cannot be asked is said above the form."""
        data: dict[str, Any] = super().clean() or {}
        try:
            data["outline"] = read_outline(data.get("sections", ""), data.get("tables", ""))
        except Refusal as refusal:
            self.add_error(None, sentence(refusal))
        return data

    @property
    def told(self) -> NewRequest:
        """What is asked."""
        data = self.cleaned_data
        return NewRequest(data["title"], data["outline"], data["due_on"], data["guidance"])

    @property
    def named(self) -> list[Asked]:
        """Of whom it is asked."""
        values = set(self.cleaned_data["asked"])
        return [one for choice in self.choices if choice.value in values for one in choice.asked]


def initial_of(request: ReportRequest) -> dict[str, Any]:
    """The boxes of a request that exists."""
    outline = outline_of(request)
    return {
        "title": request.title,
        "due_on": request.due_on,
        "guidance": request.guidance,
        "sections": sections_text(outline.sections),
        "tables": tables_text(outline.tables),
    }
