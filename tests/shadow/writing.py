"""How values stand in a stored table: numbers without idle zeros, moments in ISO form."""

import json
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any


def text(value: Any) -> Any:
    """A value as a table holds it."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return plain(value)
    return None if value is None else int(value)


def plain(number: Decimal) -> str:
    """A decimal number without exponent and idle zeros."""
    whole, _, rest = f"{number:f}".partition(".")
    rest = rest.rstrip("0")
    return f"{whole}.{rest}" if rest else whole


def share(part: Fraction) -> int | Decimal:
    """A quotient: whole where it is whole, else to 28 digits."""
    if part.denominator == 1:
        return part.numerator
    with localcontext(prec=28):
        return Decimal(part.numerator) / Decimal(part.denominator)


def table(rows: Sequence[Any]) -> bytes:
    """The bytes of a table."""
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
