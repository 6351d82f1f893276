"""Forms of estimates: lines and sources as tables of boxes, and the words about them."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.campaigns.actions.budgets import MOST_LINES, LineTyped, SourceTyped
from hoithi.campaigns.models import BudgetSource, BudgetVersion, Sponsor
from hoithi.core.budget.norms import Item
from hoithi.kit.date_fields import SignedDayField
from hoithi.web.organiser.campaigns.budget.fields import MoneyField, QuantityField
from hoithi.web.organiser.shown import today
from hoithi.wording.budgets import ITEMS, SOURCES

BLANK_LINES = 5
"""Empty lines below those that are written."""


class LineForm(forms.Form):
    """One line of an estimate; a line whose words are taken out is taken out."""

    key = forms.IntegerField(required=False, widget=forms.HiddenInput)
    follows = forms.CharField(required=False, max_length=120, widget=forms.HiddenInput)
    group = forms.CharField(label=_("Mục"), max_length=200, required=False)
    text = forms.CharField(label=_("Nội dung chi"), max_length=500, required=False)
    item = forms.ChoiceField(
        label=_("Loại chi"), choices=list(ITEMS.items()), initial="other", required=False
    )
    quantity = QuantityField(label=_("Số lượng"), required=False)
    unit = forms.CharField(label=_("Đơn vị tính"), max_length=40, required=False)
    norm = MoneyField(label=_("Mức chi (đồng)"), required=False)
    source = forms.TypedChoiceField(label=_("Nguồn"), coerce=int, required=False, empty_value=None)
    note = forms.CharField(label=_("Ghi chú, căn cứ"), max_length=500, required=False)

    def __init__(self, *args: Any, sources: Iterable[BudgetSource] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["source"]
        field.choices = [("", "–"), *((row.key, row.name) for row in sources)]

    def clean(self) -> dict[str, Any]:
        """A line without words but with figures is a slip that is asked about."""
        data = super().clean() or {}
        told = [data.get(name) for name in ("quantity", "norm", "unit", "note")]
        if not data.get("text") and any(told) and not data.get("key"):
            self.add_error("text", _("Chưa ghi nội dung chi của dòng này."))
        if data.get("text") and not data.get("quantity") and "quantity" not in self.errors:
            self.add_error("quantity", _("Chưa ghi số lượng."))
        return data

    @property
    def typed(self) -> LineTyped | None:
        """The line; None where it is empty."""
        data = self.cleaned_data
        if not data.get("text"):
            return None
        return LineTyped(
            data["text"],
            data["quantity"],
            Item(data["item"] or "other"),
            data["group"],
            data["unit"],
            data["norm"],
            data["source"],
            data["note"],
            data["follows"],
            data["key"],
        )


LineFormSet = forms.formset_factory(
    LineForm, extra=0, max_num=MOST_LINES, absolute_max=MOST_LINES + 1, validate_max=True
)


class SourceForm(forms.Form):
    """One source of money; one whose name is taken out is taken out."""

    key = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label=_("Loại nguồn"), choices=list(SOURCES.items()), initial="budget", required=False
    )
    name = forms.CharField(
        label=_("Tên nguồn, cơ quan cấp"),
        max_length=300,
        required=False,
    )
    year = forms.IntegerField(
        label=_("Năm ngân sách"), min_value=2000, max_value=2100, required=False
    )
    amount = MoneyField(label=_("Số tiền (đồng), nếu đã biết"), required=False)
    sponsor = forms.ModelChoiceField(
        Sponsor.objects.none(), label=_("Nhà tài trợ"), required=False, empty_label="–"
    )

    def __init__(self, *args: Any, sponsors: Any = None, **options: Any) -> None:
        super().__init__(*args, **options)
        field: Any = self.fields["sponsor"]
        field.queryset = sponsors if sponsors is not None else Sponsor.objects.none()

    def clean(self) -> dict[str, Any]:
        """Money of a sponsor names the sponsor, so that its use can be told."""
        data = super().clean() or {}
        if not data.get("name") and data.get("amount"):
            self.add_error("name", _("Chưa ghi tên nguồn."))
        if data.get("name") and data.get("kind") == "sponsor" and not data.get("sponsor"):
            self.add_error("sponsor", _("Hãy chọn nhà tài trợ trong danh sách."))
        return data

    @property
    def typed(self) -> SourceTyped | None:
        """The source; None where it is empty."""
        data = self.cleaned_data
        if not data.get("name"):
            return None
        sponsor = data["sponsor"] if data["kind"] == "sponsor" else None
        return SourceTyped(
            data["kind"] or "other",
            data["name"],
            data["year"],
            data["amount"],
            sponsor,
            data["key"],
        )


SourceFormSet = forms.formset_factory(
    SourceForm, extra=0, max_num=50, absolute_max=51, validate_max=True
)


def line_initial(version: BudgetVersion) -> list[dict[str, Any]]:
    """The lines as the boxes show them."""
    return [
        {
            "key": row.key,
            "follows": row.follows,
            "group": row.group,
            "text": row.text,
            "item": row.item,
            "quantity": row.quantity,
            "unit": row.unit,
            "norm": row.norm,
            "source": row.source_key,
            "note": row.note,
        }
        for row in version.lines.all()
    ]


def source_initial(version: BudgetVersion) -> list[dict[str, Any]]:
    """The sources as the boxes show them."""
    return [
        {
            "key": row.key,
            "kind": row.kind,
            "name": row.name,
            "year": row.year,
            "amount": row.amount,
            "sponsor": row.sponsor_id,
        }
        for row in version.sources.all()
    ]


class ReasonForm(forms.Form):
    """Why something is sent back, adjusted, cancelled or opened again."""

    reason = forms.CharField(
        label=_("Lý do"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )


class ApproveForm(forms.Form):
    """The decision; with the signed document it counts as signed on paper."""

    number = forms.CharField(label=_("Số quyết định"), max_length=60, required=False)
    on = SignedDayField(label=_("Ngày ký"), required=False, today=today)
    signer = forms.CharField(label=_("Người ký, chức vụ"), max_length=200, required=False)
    file = forms.FileField(
        label=_("Bản chụp văn bản đã ký"),
        required=False,
        help_text=_("Khi lãnh đạo đã ký bản giấy: gửi kèm bản chụp (PDF hoặc ảnh)."),
    )
