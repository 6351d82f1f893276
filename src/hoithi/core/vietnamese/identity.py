"""Values that identify a person, brought to the one form in which they are compared and hashed.

A value that passes is plausible, not verified: none of these numbers has a check digit.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import date

from hoithi.core.vietnamese.births import read_birth
from hoithi.core.vietnamese.identifiers import Fault, Identifier, IdentityRefused
from hoithi.core.vietnamese.personal_numbers import read_personal_number
from hoithi.core.vietnamese.phones import phone
from hoithi.core.vietnamese.text import ControlCharacterRefused, clean, spelling_key

LONGEST_NAME = 100
_OLD_CARD_DIGITS = 9
_LONGEST_EMAIL = 254
_LONGEST_LOCAL_PART = 64
_SIGNS = re.compile(r"[\s.-]")
_PASSPORT = re.compile(r"(?=.*[0-9])[A-Z0-9]{6,12}")
_ATOM = r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_EMAIL = re.compile(rf"(?P<local>{_ATOM}(\.{_ATOM})*)@({_LABEL}\.)+(?=[a-z]){_LABEL}")


def normalised(identifier: Identifier, text: str, *, on: date) -> str:
    """The one form of a value, equal for equal persons. Refuses what cannot be right on that day.

    Phones become +84…, numbers digits only, e-mail addresses lower case, births ISO dates or years,
    names their spelling in lower case with one placement of tones: keys, not texts to show.
    """
    try:
        cleaned = clean(text)
    except ControlCharacterRefused:
        raise IdentityRefused(identifier, Fault.CHARACTERS) from None
    if not cleaned:
        raise IdentityRefused(identifier, Fault.EMPTY)
    return _READERS[identifier](cleaned, on)


def is_whole_name(text: str) -> bool:
    """Whether a name that passes `normalised` is one of family and given name: two words or more.

    The parts of names such as "K'Brel" and "Ka-Hoa" count as words, since whole names of the K'Ho
    and their neighbours are written so; letters alone ("a b") are no name.
    """
    words = [re.sub(r"[.]", "", word) for word in re.split(r"[\s'’-]+", text)]
    lengths = [len(unicodedata.normalize("NFC", word)) for word in words if word]
    return len(lengths) >= 2 and max(lengths) >= 2  # said in the text above


def is_persons_name(text: str) -> bool:
    """Whether somebody can be called so: a whole name of letters."""
    try:
        normalised(Identifier.NAME, text, on=date.min)
    except IdentityRefused:
        return False
    return is_whole_name(clean(text))


def old_identity_card(text: str) -> str:
    """A nine-digit identity card (chứng minh nhân dân) of before 2016, as digits."""
    digits = _SIGNS.sub("", text)
    if not digits.isascii() or not digits.isdigit():
        raise IdentityRefused(Identifier.OLD_IDENTITY_CARD, Fault.CHARACTERS)
    if len(digits) != _OLD_CARD_DIGITS:
        raise IdentityRefused(Identifier.OLD_IDENTITY_CARD, Fault.LENGTH)
    return digits


def passport(text: str) -> str:
    """A passport number of any country: 6 to 12 capitals and digits with at least one digit."""
    number = _SIGNS.sub("", text).upper()
    if not _PASSPORT.fullmatch(number):
        raise IdentityRefused(Identifier.PASSPORT, Fault.FORM)
    return number


def email(text: str) -> str:
    """An e-mail address in lower case: one @, a domain with a dot, no way out of a mail header."""
    address = text.strip(" ").lower()
    if len(address) > _LONGEST_EMAIL:
        raise IdentityRefused(Identifier.EMAIL, Fault.LENGTH)
    match = _EMAIL.fullmatch(address)
    if match is None:
        raise IdentityRefused(Identifier.EMAIL, Fault.FORM)
    if len(match["local"]) > _LONGEST_LOCAL_PART:
        raise IdentityRefused(Identifier.EMAIL, Fault.LENGTH)
    return address


def _name(text: str, _: date) -> str:
    """Letters, apostrophes, hyphens, dots and spaces: a digit or another sign is a slip.

    Marks over letters may stand alone, since the letters of Êđê and Ba Na have no composed form.
    """
    if len(text) > LONGEST_NAME:
        raise IdentityRefused(Identifier.NAME, Fault.LENGTH)
    decomposed = unicodedata.normalize("NFD", re.sub(r"[\s'’.-]", "", text))
    letters = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    if not letters.isalpha():
        raise IdentityRefused(Identifier.NAME, Fault.CHARACTERS)
    return spelling_key(text)


def _birth_date(text: str, on: date) -> str:
    born = read_birth(text, on=on, identifier=Identifier.BIRTH_DATE).whole
    if born is None:
        raise IdentityRefused(Identifier.BIRTH_DATE, Fault.FORM)
    return born.isoformat()


def _birth_year(text: str, on: date) -> str:
    return str(read_birth(text, on=on, identifier=Identifier.BIRTH_YEAR).year)


_READERS: dict[Identifier, Callable[[str, date], str]] = {
    Identifier.NAME: _name,
    Identifier.PHONE: lambda text, _: phone(text),
    Identifier.PERSONAL_NUMBER: lambda text, on: str(read_personal_number(text, on=on)),
    Identifier.OLD_IDENTITY_CARD: lambda text, _: old_identity_card(text),
    Identifier.PASSPORT: lambda text, _: passport(text),
    Identifier.EMAIL: lambda text, _: email(text),
    Identifier.BIRTH_DATE: _birth_date,
    Identifier.BIRTH_YEAR: _birth_year,
}
