"""Numbers as they are typed in answers and keys."""

import re
from decimal import Decimal

_LONGEST_NUMBER = 40
_NUMBER = re.compile(r"[+-]?[0-9]{1,15}(\.[0-9]{1,20})?", re.ASCII)
_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2}(\.[0-9]{3})+(,[0-9]+)?", re.ASCII)


def number_of(response: object) -> Decimal | None:
    """A number as it is typed in Vietnam: a comma before decimals, dots between thousands.

    "1.234" is 1234; a dot that parts no thousands ("3.5", "0.125") stands before decimals.
    None for what is no number, and for numbers beyond 15 digits.
    """
    if isinstance(response, bool) or not isinstance(response, int | float | str):
        return None
    if isinstance(response, int) and abs(response) >= 10**15:
        return None
    text = str(response).strip()
    if len(text) > _LONGEST_NUMBER:
        return None
    text = "".join(text.split())
    if _THOUSANDS.fullmatch(text) and isinstance(response, str):
        text = text.replace(".", "")
    text = text.replace(",", ".")
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def number_text(number: Decimal) -> str:
    """The number with a comma before its decimals and without dots; `number_of` reads it back."""
    return f"{number:f}".replace(".", ",")
