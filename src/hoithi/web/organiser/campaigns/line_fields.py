"""A field of several lines as they may be stored."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from hoithi.core.vietnamese.text import ControlCharacterRefused, clean_lines


class LinesField(forms.CharField):
    """Lines in one spelling, without invisible signs. Refuses control characters."""

    def __init__(self, *, rows: int = 3, **options: Any) -> None:
        super().__init__(**({"widget": forms.Textarea(attrs={"rows": rows})} | options))

    def to_python(self, value: Any) -> str:
        """The lines cleaned."""
        try:
            return clean_lines(super().to_python(value) or "")
        except ControlCharacterRefused as refused:
            message = _("Có ký tự điều khiển không đọc được. Hãy gõ lại.")
            raise forms.ValidationError(message) from refused
