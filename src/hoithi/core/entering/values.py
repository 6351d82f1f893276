"""Reads one field of the identity form into the form in which it is kept and compared."""

from datetime import date

from hoithi.core.rulebook.entry import IdentityKind
from hoithi.core.vietnamese.identifiers import Fault, Identifier, IdentityRefused
from hoithi.core.vietnamese.identity import normalised
from hoithi.core.vietnamese.personal_numbers import Sex
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean, title_name

LONGEST = 200
"""Characters of a field in free words."""

IDENTIFIERS = {
    IdentityKind.FULL_NAME: Identifier.NAME,
    IdentityKind.GUARDIAN_NAME: Identifier.NAME,
    IdentityKind.BIRTH_YEAR: Identifier.BIRTH_YEAR,
    IdentityKind.BIRTH_DATE: Identifier.BIRTH_DATE,
    IdentityKind.PHONE: Identifier.PHONE,
    IdentityKind.GUARDIAN_PHONE: Identifier.PHONE,
    IdentityKind.EMAIL: Identifier.EMAIL,
    IdentityKind.PERSONAL_NUMBER: Identifier.PERSONAL_NUMBER,
    IdentityKind.GUARDIAN_NUMBER: Identifier.PERSONAL_NUMBER,
    IdentityKind.OLD_IDENTITY_CARD: Identifier.OLD_IDENTITY_CARD,
    IdentityKind.PASSPORT: Identifier.PASSPORT,
}


def read_value(kind: IdentityKind, text: str, *, on: date) -> str:
    """The value as it is kept. Refuses (IdentityRefused) what cannot be right on that day."""
    identifier = IDENTIFIERS.get(kind)
    if identifier is not None:
        compared = normalised(identifier, text, on=on)
        return title_name(text) if identifier is Identifier.NAME else compared
    if kind is IdentityKind.SEX:
        return _sex(text)
    return _words(text)


def _sex(text: str) -> str:
    if text not in set(Sex):
        raise IdentityRefused(Identifier.NAME, Fault.FORM)
    return text


def _words(text: str) -> str:
    try:
        words = clean(text)
    except ControlCharacterRefused:
        raise IdentityRefused(Identifier.NAME, Fault.CHARACTERS) from None
    if len(words) > LONGEST:
        raise IdentityRefused(Identifier.NAME, Fault.LENGTH)
    if not words:
        raise IdentityRefused(Identifier.NAME, Fault.EMPTY)
    return words
