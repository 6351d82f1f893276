"""Mobile numbers of Vietnam, whatever way and in whatever year they were written down."""

import re

from hoithi.core.vietnamese.identifiers import Fault, Identifier, IdentityRefused

_SIGNS = re.compile(r"[\s.()/_-]")
_COUNTRY = re.compile(r"(\+|00)?84(?=0?[1-9])")
# The plan of 2018 of the Ministry of Information and Communications: mobile numbers of eleven
# digits became ten. The table holds for every network.
_BEFORE_2018 = {
    "0120": "070",
    "0121": "079",
    "0122": "077",
    "0126": "076",
    "0128": "078",
    "0123": "083",
    "0124": "084",
    "0125": "085",
    "0127": "081",
    "0129": "082",
    **{f"016{digit}": f"03{digit}" for digit in range(2, 10)},
    "0186": "056",
    "0188": "058",
    "0199": "059",
}
_MOBILE = re.compile(r"0[35789][0-9]{8}")


def phone(text: str) -> str:
    """A mobile number as "+84912345678".

    Takes signs and spaces between digits, +84 and 0084, the lost leading zero of spreadsheets, and
    the eleven-digit numbers of before 2018. Refuses landlines, since no code can be sent to them.
    """
    national = _national(_SIGNS.sub("", text))
    if not national.isascii() or not national.isdigit():
        raise IdentityRefused(Identifier.PHONE, Fault.CHARACTERS)
    if _MOBILE.fullmatch(national):
        return f"+84{national[1:]}"
    if national.startswith("02"):
        raise IdentityRefused(Identifier.PHONE, Fault.LANDLINE)
    right_length = len(national) == len("0912345678")
    raise IdentityRefused(Identifier.PHONE, Fault.PREFIX if right_length else Fault.LENGTH)


def _national(bare: str) -> str:
    """The number with its leading zero and, where it was of eleven digits, its prefix of today."""
    if len(bare) > len("0912345678"):
        bare = _COUNTRY.sub("", bare, count=1) if _COUNTRY.match(bare) else bare
    if bare[:1] in {"1", "3", "5", "7", "8", "9"}:
        bare = f"0{bare}"
    if len(bare) == len("01234567890") and bare[:4] in _BEFORE_2018:
        return _BEFORE_2018[bare[:4]] + bare[4:]
    return bare


def phone_text(number: str) -> str:
    """A stored number as people read it: "+84912345678" → "0912 345 678"."""
    national = f"0{number.removeprefix('+84')}"
    return f"{national[:4]} {national[4:7]} {national[7:]}"
