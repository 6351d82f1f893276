"""Fields of the question form: clean lines, and a day as officials type it."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now

from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean, clean_lines
from hoithi.core.vietnamese.typed_dates import NotADate, read_date
from hoithi.kit.date_fields import refuse_after

# Years of two digits from 80 on are of the last century.
_LATEST = date(2079, 12, 31)


class OneLineField(forms.CharField):
    """Text as it may be stored: NFC, one line, without invisible signs."""

    def to_python(self, value: Any) -> str:
        return one_line(super().to_python(value) or "")


class LinesField(forms.CharField):
    """Text of several lines as it may be stored: NFC, without invisible signs."""

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        try:
            return clean_lines(text)
        except ControlCharacterRefused as refused:
            message = _now("Có ký tự điều khiển không đọc được. Hãy gõ lại.")
            raise forms.ValidationError(message) from refused


def one_line(text: str) -> str:
    """The text cleaned. Refuses control characters at the field."""
    try:
        return clean(text)
    except ControlCharacterRefused as refused:
        message = _now("Có ký tự điều khiển không đọc được. Hãy gõ lại.")
        raise forms.ValidationError(message) from refused


class TypedDayField(forms.Field):
    """A whole day as officials type it: 5/3/2026, 05-03-2026, 05032026."""

    not_after: date | None = None
    """For what has happened already, such as the signing of a document: today."""

    def __init__(self, label: Any, help_text: Any = "") -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})
        super().__init__(label=label, help_text=help_text, widget=widget, required=False)

    def to_python(self, value: Any) -> date | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            day = read_date(text, latest=_LATEST)
        except NotADate as error:
            message = _now("Không có ngày “%s”. Hãy ghi ngày/tháng/năm, ví dụ 05/3/2026.")
            raise forms.ValidationError(message % text) from error
        refuse_after(self.not_after, day)
        return day

    def prepare_value(self, value: Any) -> Any:
        return date_text(value) if isinstance(value, date) else value
