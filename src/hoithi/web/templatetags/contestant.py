"""Filters of the contestant's pages."""

import re
from decimal import Decimal

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hoithi.core.vietnamese.numbers import decimal_text

register = template.Library()
_TELEPHONE = re.compile(r"(\+?\d[\d .()-]{6,}\d)")


@register.filter
def points(number: Decimal) -> str:
    """Points as they are written: "8,5"."""
    return decimal_text(number.normalize() if number else Decimal(0))


@register.filter
def called(text: str) -> SafeString:
    """A helpdesk's words with every telephone number in them as a link that dials it."""
    parts = _TELEPHONE.split(text or "")
    return format_html_join(
        "", "{}", ((_dialled(part) if place % 2 else part,) for place, part in enumerate(parts))
    )


def _dialled(number: str) -> SafeString:
    digits = re.sub(r"[^\d+]", "", number)
    return format_html('<a href="tel:{}">{}</a>', digits, number)
