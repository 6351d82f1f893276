"""Sums in whole đồng: a line is its quantity times its norm."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

LARGEST = 10**15
"""No line, sum or payment is larger: a million tỷ is a slip of the keyboard."""
MOST_QUANTITY = Decimal(10**9)
PLACES = Decimal("0.01")
"""Quantities are counted to hundredths (0,5 ngày; 12,25 m²)."""


def whole(amount: Decimal) -> int:
    """Whole đồng; half a đồng goes up."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def cost(quantity: Decimal, norm: int | None) -> int | None:
    """Quantity times norm in whole đồng; None while the norm is not entered."""
    return None if norm is None else whole(quantity * norm)


def total(amounts: Iterable[int | None]) -> int:
    """The sum; what is not known yet counts nothing."""
    return sum(amount for amount in amounts if amount is not None)
