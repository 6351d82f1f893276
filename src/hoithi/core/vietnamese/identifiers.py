"""What a contestant may be asked for, and why a value cannot be right."""

from dataclasses import dataclass
from enum import StrEnum


class Identifier(StrEnum):
    """A kind of value that identifies a person."""

    NAME = "name"
    PHONE = "phone"
    PERSONAL_NUMBER = "personal_number"
    OLD_IDENTITY_CARD = "old_identity_card"
    PASSPORT = "passport"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"
    BIRTH_YEAR = "birth_year"


class Fault(StrEnum):
    """Why a value cannot be right."""

    EMPTY = "empty"
    CHARACTERS = "characters"
    LENGTH = "length"
    FORM = "form"
    LANDLINE = "landline"
    PREFIX = "prefix"
    PROVINCE = "province"
    DATE = "date"
    NOT_YET_BORN = "not_yet_born"
    TOO_OLD = "too_old"


@dataclass(eq=False)
class IdentityRefused(ValueError):
    """The value cannot be right, and why; the value itself is kept out of messages and logs."""

    identifier: Identifier
    fault: Fault
