"""Hashes, codes and tokens by which a contest knows its people again."""

from collections.abc import Mapping

from django.core import signing

from hoithi.core.rulebook.entry import IdentityKind
from hoithi.core.vietnamese.text import words_key
from hoithi.entries.models import AssistedPlace, Entrant
from hoithi.kit.ids import CODE_ALPHABET
from hoithi.people.facts import key_hash

_ENTRANT = "entrant"
_PLACE = "assisted-place"
_HALF = 4


def read_code(text: str) -> str:
    """An entry code as typed, brought to the letters in which it was given."""
    return "".join(sign for sign in text.upper() if sign in CODE_ALPHABET)


def code_shown(code: str) -> str:
    """A code in two halves, as it is read aloud and copied: "K7MP-2QXR"."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def code_hash(body_id: int, contest_id: int, code: str) -> str:
    """What is kept of an entry code."""
    return key_hash(body_id, contest_id, ["code", code])


def exclusion_hashes(body_id: int, contest_id: int, values: Mapping[str, str]) -> dict[str, str]:
    """What is compared with the list of those excluded: the name with birth year and with phone.

    By `birth_year` and `phone`; without a name or without either there is nothing to compare.
    """
    name = values.get(IdentityKind.FULL_NAME)
    if name is None:
        return {}
    born = values.get(IdentityKind.BIRTH_YEAR) or values.get(IdentityKind.BIRTH_DATE, "")[:4]
    others = {"birth_year": born, "phone": values.get(IdentityKind.PHONE, "")}
    return {
        field: key_hash(body_id, contest_id, ["excluded", words_key(name), field, other])
        for field, other in others.items()
        if other
    }


def entrant_token(entrant: Entrant) -> str:
    """What a device keeps to be known as this entrant."""
    return signing.dumps([entrant.pk, entrant.contest_id], salt=_ENTRANT)


def entrant_of_token(token: str) -> tuple[int, int] | None:
    """The ids of entrant and contest; None for a token that is not ours."""
    return _pair(token, _ENTRANT)


def place_token(place: AssistedPlace) -> str:
    """What the device of an assisted place keeps."""
    return signing.dumps([place.pk, place.contest_id], salt=_PLACE)


def place_of_token(token: str) -> tuple[int, int] | None:
    """The ids of assisted place and contest; None for a token that is not ours."""
    return _pair(token, _PLACE)


def _pair(token: str, salt: str) -> tuple[int, int] | None:
    try:
        first, second = signing.loads(token, salt=salt)
    except signing.BadSignature:
        return None
    return int(first), int(second)
