"""A moment as a plan writes it: a day and a time of day, 24h00 included."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.kit.date_fields import DayField, DayInput

_CLOCK = re.compile(r"(\d{1,2})\s*(?:[:hg]|giờ)\s*(\d{2})?\s*(?:phút)?", re.IGNORECASE)


def read_clock(text: str) -> str | None:
    """ "8h", "08h30", "8:30", "24h00" as HH:MM; None for what is no time of day."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    within = (hour < 24 and minute < 60) or (hour, minute) == (24, 0)
    return f"{hour:02d}:{minute:02d}" if within else None


class ClockField(forms.CharField):
    """A time of day as officials write it."""

    default_error_messages = {"invalid": _("Ghi giờ như 08h00, 16h30 hoặc 24h00.")}

    def clean(self, value: Any) -> str:
        """The time as HH:MM."""
        text = super().clean(value)
        if not text:
            return ""
        clock = read_clock(text)
        if clock is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return clock


class MomentWidget(forms.MultiWidget):
    """Two boxes beside one another: the day and the time."""

    def __init__(self) -> None:
        clock = forms.TextInput(attrs={"placeholder": "08h00", "size": 6})
        super().__init__([DayInput(), clock], attrs={"class": "moment"})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Each box has its own name for those who do not see them."""
        context = super().get_context(name, value, attrs)
        for box, label in zip(context["widget"]["subwidgets"], (_("Ngày"), _("Giờ")), strict=True):
            box["attrs"]["aria-label"] = f"{label}"
        return context

    def decompress(self, value: str | None) -> list[str | None]:
        """The two boxes of a stored moment."""
        if not value:
            return [None, None]
        day, clock = value.split("T")
        return [day, clock.replace(":", "h")]


class MomentField(forms.MultiValueField):
    """A local minute in the writing of rulebooks."""

    def __init__(self, **options: Any) -> None:
        inner = (DayField(), ClockField())
        super().__init__(fields=inner, widget=MomentWidget(), **options)

    def compress(self, data_list: list[Any]) -> str | None:
        """ "2026-10-25T24:00"."""
        if not data_list:
            return None
        day, clock = data_list
        return f"{day.isoformat()}T{clock}"
