"""Forms of what goes out and comes in: vouchers, sponsors, lists of payments, norms, tax."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.campaigns.actions.payments import Payee
from hoithi.campaigns.models import BudgetLine, BudgetSource, Committee
from hoithi.core.budget.norms import Item, Norm
from hoithi.core.budget.tax import Base, Income, TaxRule
from hoithi.kit.date_fields import DayField, SignedDayField
from hoithi.web.organiser.campaigns.budget.fields import MoneyField, QuantityField, RateField
from hoithi.web.organiser.shown import today
from hoithi.wording.budgets import BASES, INCOMES, ITEMS, STAGES


def _line_choices(lines: list[BudgetLine]) -> list[tuple[int, str]]:
    return [(line.key, line.text[:90]) for line in lines]


class VoucherForm(forms.Form):
    """One document by which money went out."""

    number = forms.CharField(
        label=_("Số chứng từ"), max_length=60, help_text=_("Ví dụ: PC 05 hoặc số hóa đơn")
    )
    on = SignedDayField(label=_("Ngày chứng từ"), today=today)
    payee = forms.CharField(label=_("Người nhận tiền"), max_length=300)
    text = forms.CharField(label=_("Nội dung"), max_length=500)
    line_key = forms.TypedChoiceField(label=_("Dòng chi"), coerce=int)
    source_key = forms.TypedChoiceField(
        label=_("Nguồn chi"), coerce=int, required=False, empty_value=None
    )
    amount = MoneyField(label=_("Số tiền (đồng)"))
    over_decision = forms.CharField(
        label=_("Văn bản cho phép chi vượt dự toán (nếu có)"), max_length=300, required=False
    )
    file = forms.FileField(label=_("Bản chụp chứng từ (PDF hoặc ảnh)"), required=False)

    def of(self, lines: list[BudgetLine], sources: list[BudgetSource]) -> "VoucherForm":
        """The form with the lines and sources of the approved estimate."""
        line: Any = self.fields["line_key"]
        line.choices = _line_choices(lines)
        source: Any = self.fields["source_key"]
        by_line = ("", _("Theo nguồn của dòng chi"))
        source.choices = [by_line, *((row.key, row.name) for row in sources)]
        return self


class SponsorForm(forms.Form):
    """Who is asked for support."""

    name = forms.CharField(label=_("Tên nhà tài trợ"), max_length=300)
    address = forms.CharField(label=_("Địa chỉ, người liên hệ"), max_length=300, required=False)
    wish = forms.CharField(
        label=_("Nội dung kêu gọi"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Tiền, hiện vật, thiết bị, địa điểm …"),
    )


class StepForm(forms.Form):
    """What happened with a sponsor."""

    stage = forms.ChoiceField(label=_("Việc"), choices=list(STAGES.items()))
    on = DayField(label=_("Ngày"), initial=today)
    amount = MoneyField(label=_("Số tiền (đồng)"), required=False)
    in_kind = forms.CharField(label=_("Hiện vật"), max_length=500, required=False)
    document = forms.CharField(label=_("Văn bản, phiếu thu"), max_length=200, required=False)


class ListForm(forms.Form):
    """A new list of payments."""

    income = forms.ChoiceField(label=_("Loại danh sách"), choices=list(INCOMES.items()))
    title = forms.CharField(
        label=_("Tên danh sách"),
        max_length=300,
        help_text=_("Ví dụ: Chi bồi dưỡng Ban Giám khảo vòng chung kết"),
    )
    line_key = forms.TypedChoiceField(label=_("Dòng chi"), coerce=int)
    paid_on = DayField(
        label=_("Ngày chi"), help_text=_("Quy định thuế có hiệu lực vào ngày này được áp dụng.")
    )

    def of(self, lines: list[BudgetLine]) -> "ListForm":
        """The form with the lines of the approved estimate."""
        line: Any = self.fields["line_key"]
        line.choices = _line_choices(lines)
        return self


class PayeeForm(forms.Form):
    """One line of a list of payments."""

    full_name = forms.CharField(label=_("Họ và tên, tên tập thể"), max_length=120, required=False)
    post = forms.CharField(label=_("Chức vụ, đơn vị"), max_length=300, required=False)
    quantity = QuantityField(label=_("Số lượng"), required=False)
    norm = MoneyField(label=_("Mức chi (đồng)"), required=False)
    account = forms.CharField(label=_("Số tài khoản"), max_length=40, required=False)
    bank = forms.CharField(label=_("Ngân hàng"), max_length=120, required=False)
    kind = forms.ChoiceField(
        label=_("Người nhận"),
        choices=[("person", _("Cá nhân")), ("group", _("Tập thể"))],
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A named line has a price; figures without a name are asked about."""
        data = super().clean() or {}
        if data.get("full_name"):
            for name in ("quantity", "norm"):
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, _("Chưa ghi."))
        elif any(data.get(name) for name in ("quantity", "norm", "account", "post")):
            self.add_error("full_name", _("Chưa ghi tên người nhận."))
        return data

    @property
    def typed(self) -> Payee | None:
        """The line; None where it is empty."""
        data = self.cleaned_data
        if not data.get("full_name"):
            return None
        return Payee(
            data["full_name"],
            data["norm"],
            data["quantity"],
            data["post"],
            data["account"],
            data["bank"],
            data["kind"] != "group",
        )


PayeeFormSet = forms.formset_factory(
    PayeeForm, extra=5, max_num=200, absolute_max=201, validate_max=True
)


class FillForm(forms.Form):
    """Everybody of a committee, each at the same price."""

    committee = forms.ModelChoiceField(Committee.objects.none(), label=_("Ban, tổ"))
    quantity = QuantityField(label=_("Số buổi, số lần"), initial="1")
    norm = MoneyField(label=_("Mức chi cho một người (đồng)"))


class CloseForm(forms.Form):
    """The voucher that a closed list becomes."""

    number = forms.CharField(label=_("Số chứng từ"), max_length=60)
    over_decision = forms.CharField(
        label=_("Văn bản cho phép chi vượt dự toán (nếu có)"), max_length=300, required=False
    )


class NormForm(forms.Form):
    """A norm of spending from a document."""

    item = forms.ChoiceField(label=_("Loại chi"), choices=list(ITEMS.items()))
    most = MoneyField(label=_("Mức tối đa cho một đơn vị tính (đồng)"))
    document = forms.CharField(label=_("Văn bản quy định"), max_length=200)
    article = forms.CharField(label=_("Điều, khoản"), max_length=120)
    since = DayField(label=_("Có hiệu lực từ ngày"))
    until = DayField(label=_("Đến hết ngày (nếu đã hết hiệu lực)"), required=False)

    @property
    def norm(self) -> Norm:
        """The norm as the rules know it."""
        data = dict(self.cleaned_data)
        return Norm(Item(data.pop("item")), **data)


class TaxForm(forms.Form):
    """A rule of tax from a document."""

    income = forms.ChoiceField(label=_("Loại thu nhập"), choices=list(INCOMES.items()))
    base = forms.ChoiceField(label=_("Cách tính"), choices=list(BASES.items()))
    threshold = MoneyField(label=_("Mức (đồng, mỗi lần chi)"))
    percent = RateField(label=_("Thuế suất (%)"), required=False)
    document = forms.CharField(label=_("Văn bản quy định"), max_length=200)
    article = forms.CharField(label=_("Điều, khoản"), max_length=120)
    since = DayField(label=_("Có hiệu lực từ ngày"))
    until = DayField(label=_("Đến hết ngày (nếu đã hết hiệu lực)"), required=False)

    @property
    def rule(self) -> TaxRule:
        """The rule as the rules of tax know it; an empty rate is nothing to withhold."""
        data = dict(self.cleaned_data)
        income, base = Income(data.pop("income")), Base(data.pop("base"))
        percent = data.pop("percent") or Decimal(0)
        return TaxRule(income, base, percent=percent, **data)
