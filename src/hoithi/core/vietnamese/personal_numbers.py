"""Personal identification numbers (số định danh cá nhân, số căn cước): what their digits say."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hoithi.core.vietnamese.birth_provinces import BIRTH_PROVINCES, FIRST_COUNTRY_CODE
from hoithi.core.vietnamese.births import OLDEST
from hoithi.core.vietnamese.identifiers import Fault, Identifier, IdentityRefused

_SIGNS = re.compile(r"[\s.-]")
_DIGITS = 12


class Sex(StrEnum):
    """As the fourth digit states it."""

    MALE = "male"
    FEMALE = "female"


class Mismatch(StrEnum):
    """What a number contradicts."""

    SEX = "sex"
    BIRTH_YEAR = "birth_year"


@dataclass(frozen=True, slots=True)
class PersonalNumber:
    """The parts of a number (Nghị định 137/2015/NĐ-CP, Điều 13; Thông tư 59/2021/TT-BCA)."""

    province_code: str
    """Where the birth was registered: one of the 63 provinces, or a country from 100 on."""
    sex: Sex
    birth_year: int
    serial: str

    @property
    def province(self) -> str | None:
        """The name of the province; nothing for those registered abroad."""
        return BIRTH_PROVINCES.get(self.province_code)

    def __str__(self) -> str:
        century = (self.birth_year - 1900) // 100 * 2 + (self.sex is Sex.FEMALE)
        return f"{self.province_code}{century}{self.birth_year % 100:02d}{self.serial}"


def read_personal_number(text: str, *, on: date) -> PersonalNumber:
    """The parts of a twelve-digit number; refuses what cannot have been given to anyone living.

    There is no check digit: a number that passes is plausible and no more. One zero lost at the
    start by a spreadsheet is not guessed back, since a person must see what is stored.
    """
    digits = _SIGNS.sub("", text)
    if not digits.isascii() or not digits.isdigit():
        raise IdentityRefused(Identifier.PERSONAL_NUMBER, Fault.CHARACTERS)
    if len(digits) != _DIGITS:
        raise IdentityRefused(Identifier.PERSONAL_NUMBER, Fault.LENGTH)
    code, century = digits[:3], int(digits[3])
    if code not in BIRTH_PROVINCES and int(code) < FIRST_COUNTRY_CODE:
        raise IdentityRefused(Identifier.PERSONAL_NUMBER, Fault.PROVINCE)
    born = 1900 + century // 2 * 100 + int(digits[4:6])
    if born > on.year:
        raise IdentityRefused(Identifier.PERSONAL_NUMBER, Fault.NOT_YET_BORN)
    if on.year - born > OLDEST:
        raise IdentityRefused(Identifier.PERSONAL_NUMBER, Fault.TOO_OLD)
    return PersonalNumber(code, Sex.FEMALE if century % 2 else Sex.MALE, born, digits[6:])


def mismatches(
    number: PersonalNumber, *, sex: Sex | None = None, birth_year: int | None = None
) -> frozenset[Mismatch]:
    """What the number contradicts of the declared sex and birth year, as far as declared."""
    found: set[Mismatch] = set()
    if sex is not None and sex is not number.sex:
        found.add(Mismatch.SEX)
    if birth_year is not None and birth_year != number.birth_year:
        found.add(Mismatch.BIRTH_YEAR)
    return frozenset(found)
