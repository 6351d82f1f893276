"""Personal data as rows hold it: sealed, findable by keyed hashes, readable by its key only."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from hoithi.kit.chance import random_bytes
from hoithi.kit.ids import new_id
from hoithi.kit.inserting import new_row
from hoithi.people.models import Identity, IdentityIndex

_NONCE = 12
_as_json = json.JSONEncoder(ensure_ascii=False).encode
_as_sorted_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
INDEXED = ("name", "phone", "personal_number", "old_identity_card", "passport", "email")
"""The fields by which a person can be found again."""


class SealBroken(ValueError):
    """The sealed bytes are not what was stored for this identity, or the key is another."""


def encryption_key_number() -> int:
    """The key that seals new identities: the highest number in the file of keys."""
    return max(settings.KEYS.encryption)


def index_key_number() -> int:
    """The key that hashes new index rows: the highest number in the file of keys."""
    return max(settings.KEYS.index)


def key_hash(body_id: int, contest_id: int, parts: Sequence[str]) -> str:
    """What makes one person of a contest, as a keyed hash of the normalised parts in their order.

    Taken with the lowest numbered index key, so that it stays equal while newer keys come in:
    an entrant whose identity is erased could not be hashed again.
    """
    return _keyed(min(settings.KEYS.index), "contest", str(body_id), str(contest_id), *parts)


def index_hash(body_id: int, field: str, value: str) -> tuple[str, int]:
    """The keyed hash of one normalised value in one body, and the number of the key."""
    number = index_key_number()
    return _index_hash(number, body_id, field, value), number


def index_hashes(body_id: int, field: str, value: str) -> list[str]:
    """The hash under every key still in the file: what to look for while keys are changed."""
    return [_index_hash(number, body_id, field, value) for number in settings.KEYS.index]


def _index_hash(number: int, body_id: int, field: str, value: str) -> str:
    return _keyed(number, "index", str(body_id), field, value)


def _keyed(number: int, *parts: str) -> str:
    # JSON keeps the borders of the parts: ("ab", "c") and ("a", "bc") are different texts.
    keyed = _keyed_with(settings.KEYS.index[number]).copy()
    keyed.update(_as_json(parts).encode())
    return keyed.hexdigest()


@lru_cache(maxsize=16)
def _keyed_with(key: str) -> hmac.HMAC:
    # Copied for each message: `hmac.digest` lets go of the interpreter and waits its turn again.
    return hmac.new(bytes.fromhex(key), digestmod=hashlib.sha256)


def sealed_identity(
    body_id: int,
    fields: Mapping[str, str],
    masked_name: str,
    at: datetime,
    erase_after: date | None,
) -> tuple[Identity, list[IdentityIndex]]:
    """The unsaved rows of what a person told a body; ids are given. Values are normalised before.

    Empty values are kept out of the index. `erase_after` is the last day of the retention that
    the contest states.
    """
    number = encryption_key_number()
    identity = new_row(
        Identity,
        id=new_id(),
        body_id=body_id,
        sealed=None,
        key_number=number,
        masked_name=masked_name,
        created_at=at,
        erase_after=erase_after,
        erased_at=None,
    )
    identity.sealed = seal(identity, fields)
    return identity, index_rows(identity, fields)


def index_rows(identity: Identity, fields: Mapping[str, str]) -> list[IdentityIndex]:
    """The unsaved index rows of an identity, under the newest key."""
    hashes = {
        field: index_hash(identity.body_id, field, fields[field])
        for field in INDEXED
        if fields.get(field)
    }
    return [
        new_row(
            IdentityIndex,
            id=new_id(),
            identity_id=identity.pk,
            body_id=identity.body_id,
            field=field,
            value_hash=value_hash,
            key_number=number,
        )
        for field, (value_hash, number) in hashes.items()
    ]


def seal(identity: Identity, fields: Mapping[str, str]) -> bytes:
    """The fields encrypted under the identity's key number and bound to its id and body."""
    nonce = random_bytes(_NONCE)
    text = _as_sorted_json(dict(fields)).encode()
    return nonce + _cipher(settings.KEYS.encryption[identity.key_number]).encrypt(
        nonce, text, _bound_to(identity)
    )


def opened(identity: Identity) -> dict[str, str]:
    """The fields in the clear; empty once erased. Refuses bytes moved from another row.

    Only for what never shows them to a person; screens ask `queries.opened_identity`.
    """
    if identity.sealed is None:
        return {}
    sealed = bytes(identity.sealed)
    try:
        text = _cipher(settings.KEYS.encryption[identity.key_number]).decrypt(
            sealed[:_NONCE], sealed[_NONCE:], _bound_to(identity)
        )
    except (InvalidTag, KeyError, ValueError) as error:
        raise SealBroken(identity.pk) from error
    fields: dict[str, str] = json.loads(text)
    return fields


@lru_cache(maxsize=16)
def _cipher(key: str) -> AESGCM:
    return AESGCM(bytes.fromhex(key))


def _bound_to(identity: Identity) -> bytes:
    return f"identity:{identity.body_id}:{identity.pk}".encode()
