"""Boxes for money and quantities, as officials type them."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hoithi.core.budget.money import LARGEST, MOST_QUANTITY, PLACES
from hoithi.core.vietnamese.money import NotAnAmount, read_amount
from hoithi.core.vietnamese.numbers import NotANumber, decimal_text, dotted, read_decimal


class MoneyField(forms.CharField):
    """Whole đồng, typed with or without dots; an empty box is None."""

    default_error_messages = {
        "invalid": _("“%(value)s” không phải số tiền. Ví dụ: 1.500.000"),
        "too_large": _("Số tiền quá lớn. Hãy kiểm tra lại số chữ số 0."),
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "number"})
        super().__init__(widget=widget, max_length=30, **options)

    def to_python(self, value: Any) -> Any:
        """The sum, or None."""
        text = super().to_python(value)
        if not text:
            return None
        try:
            amount = read_amount(text)
        except NotAnAmount as error:
            raise self._wrong("invalid", text) from error
        if amount > LARGEST:
            raise self._wrong("too_large", text)
        return amount

    def clean(self, value: Any) -> Any:
        """Checks what is there; a text's own limits do not hold for a sum."""
        amount = self.to_python(value)
        if amount is None and self.required:
            raise ValidationError(self.error_messages["required"], "required")
        return amount

    def prepare_value(self, value: Any) -> Any:
        """A sum with dots."""
        return dotted(value) if isinstance(value, int) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another sum was typed."""
        return bool(self.prepare_value(initial) != data)

    def _wrong(self, code: str, text: str) -> ValidationError:
        return ValidationError(self.error_messages[code], code, {"value": text[:40]})


class QuantityField(forms.CharField):
    """A quantity above nothing with at most two decimals: "2", "0,5", "1.200"."""

    default_error_messages = {
        "invalid": _("“%(value)s” không phải số lượng. Ví dụ: 2 hoặc 0,5"),
        "out_of_range": _("Số lượng phải lớn hơn 0, tối đa hai chữ số thập phân."),
    }

    def __init__(self, **options: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "number"})
        super().__init__(widget=widget, max_length=20, **options)

    def clean(self, value: Any) -> Any:
        """The quantity; an empty box is None where none is required."""
        text = super().clean(value)
        if not text:
            return None
        try:
            quantity = read_decimal(text)
        except NotANumber as error:
            raise ValidationError(
                self.error_messages["invalid"], "invalid", {"value": text[:40]}
            ) from error
        if not self.may_be(quantity) or quantity != quantity.quantize(PLACES):
            raise ValidationError(self.error_messages["out_of_range"], "out_of_range")
        return quantity

    def may_be(self, quantity: Decimal) -> bool:
        """Whether the number is neither too small nor too large."""
        return 0 < quantity <= MOST_QUANTITY

    def prepare_value(self, value: Any) -> Any:
        """A quantity with a comma and no idle zeros."""
        return quantity_text(value) if isinstance(value, Decimal) else value


class RateField(QuantityField):
    """A rate of tax in percent: "10", "0,5"; nothing withheld is an empty box."""

    default_error_messages = {
        "invalid": _("“%(value)s” không phải thuế suất. Ví dụ: 10 hoặc 0,5"),
        "out_of_range": _("Thuế suất phải từ 0 đến 100%, tối đa hai chữ số thập phân."),
    }

    def may_be(self, quantity: Decimal) -> bool:
        """Nothing is a rate too: the rule then says that nothing is withheld."""
        return 0 <= quantity <= 100


def quantity_text(quantity: Decimal) -> str:
    """A quantity as a list writes it: 2, 0,5, 1.200."""
    bare = quantity.normalize()
    whole = bare.quantize(Decimal(1)) if bare == bare.to_integral() else bare
    return decimal_text(whole)
