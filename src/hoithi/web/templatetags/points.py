"""Filters of the pages of points: numbers as officials write them, who confirmed and how."""

from decimal import Decimal

from django import template

from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.wording import points as words

register = template.Library()

register.filter("confirmed_how", words.confirmed_how)


@register.filter
def points(number: Decimal | None) -> str:
    """35.5000 → "35,5"; a dash for no number."""
    if number is None:
        return "–"
    return decimal_text(
        number.quantize(Decimal(1)) if number == int(number) else number.normalize()
    )
