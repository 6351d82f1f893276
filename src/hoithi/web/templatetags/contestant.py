"""Filters of the contestant's pages."""

from datetime import datetime
from decimal import Decimal

from django import template

from hoithi.core.vietnamese.dates import moment_text
from hoithi.core.vietnamese.moments import LocalMoment
from hoithi.core.vietnamese.numbers import decimal_text
from hoithi.core.vietnamese.numbers import dotted as with_dots

register = template.Library()


@register.filter
def moment(instant: datetime) -> str:
    """ "08h30 ngày 13/12/2021" of an instant."""
    return moment_text(LocalMoment.of(instant))


@register.filter
def points(number: Decimal) -> str:
    """Points as they are written: "8,5"."""
    return decimal_text(number.normalize() if number else Decimal(0))


@register.filter
def dotted(number: int) -> str:
    """1234567 → "1.234.567"."""
    return with_dots(number)
