"""Filters of the pages of points: numbers as officials write them, who confirmed and how."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django import template

from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.wording import points as words

register = template.Library()

register.filter("confirmed_how", words.confirmed_how)
register.filter("jury_rule", words.jury_rule)

Given = Mapping[int, Sequence[tuple[str, Decimal]]]


@register.filter
def of_entrant(given: Given, entrant: int) -> Sequence[tuple[str, Decimal]]:
    """What each judge gave one entrant; nothing where the points were not made of sheets."""
    return given.get(entrant, ()) if given else ()


@register.filter
def points(number: Decimal | None) -> str:
    """35.5000 → "35,5"; a dash for no number."""
    if number is None:
        return "–"
    return decimal_text(
        number.quantize(Decimal(1)) if number == int(number) else number.normalize()
    )
