"""Filters of the contestant's pages."""

from decimal import Decimal

from django import template

from hoithi.core.vietnamese.numbers import decimal_text

register = template.Library()


@register.filter
def points(number: Decimal) -> str:
    """Points as they are written: "8,5"."""
    return decimal_text(number.normalize() if number else Decimal(0))
