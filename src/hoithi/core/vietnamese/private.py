"""Hides numbers and addresses of people in a free text before it is shown to everybody."""

import re

_PHONE = re.compile(r"(?<![\d.,])(?:(?:\+|00)84|0)(?:[ .\-]?\d){9}(?!\d|[.,]\d)")
_PERSONAL_NUMBER = re.compile(r"(?<![\d.,])0\d{2}(?:[ .]?\d{3}){3}(?!\d|[.,]\d)")
_MAIL = re.compile(r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+")
HIDDEN = "•••"


def without_contacts(text: str) -> str:
    """The text with telephone numbers, personal numbers and e-mail addresses hidden.

    Numbers of documents, sums of money, dates and times stay: none begins with 0 and has so many
    digits.
    """
    for pattern in (_PERSONAL_NUMBER, _PHONE, _MAIL):
        text = pattern.sub(HIDDEN, text)
    return text
