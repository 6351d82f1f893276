"""Vietnamese conventions in every template: moments, lengths of time, numbers."""

from datetime import datetime

from django import template

from hoithi.core.vietnamese.dates import duration_text
from hoithi.core.vietnamese.numbers import dotted as with_dots
from hoithi.wording import moments

register = template.Library()


@register.filter
def moment(instant: datetime | None) -> str:
    """ "08h30 ngày 13/12/2021" of an instant; nothing for no moment."""
    return moments.moment(instant) if instant else ""


@register.filter
def closing(instant: datetime | None) -> str:
    """The end of a window: "24h00 ngày 03/12/2026" for midnight; nothing for no moment."""
    return moments.closing(instant) if instant else ""


@register.filter
def length_until(instant: datetime, since: datetime) -> str:
    """ "04 ngày 18 giờ": how long it is from the one moment to the other."""
    return duration_text(instant - since)


@register.filter
def dotted(number: int | None) -> str:
    """1234567 → "1.234.567"; nothing for no number."""
    return "" if number is None else with_dots(number)
