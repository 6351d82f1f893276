"""What a second factor keeps secret, sealed under the numbered keys of the installation."""

import os
from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from hoithi.people.facts.identities import SealBroken, encryption_key_number

_NONCE = 12
_PURPOSE = b"second factor"
_SECRETS = ("secret", "seed")
"""Of an authenticator application, and of recovery codes; a passkey keeps a public key only."""


def sealed_secret(text: str) -> str:
    """The text encrypted under the newest key: "number:base64"."""
    number, nonce = encryption_key_number(), os.urandom(_NONCE)
    sealed = nonce + _cipher(number).encrypt(nonce, text.encode(), _PURPOSE)
    return f"{number}:{b64encode(sealed).decode()}"


def opened_secret(sealed: str) -> str:
    """The text again. Refuses what no key of the installation sealed for this purpose."""
    number, _, text = sealed.partition(":")
    try:
        data = b64decode(text, validate=True)
        return _cipher(int(number)).decrypt(data[:_NONCE], data[_NONCE:], _PURPOSE).decode()
    except (InvalidTag, KeyError, ValueError) as error:
        raise SealBroken("second factor") from error


def is_under_newest_key(data: Mapping[str, Any]) -> bool:
    """Whether all secrets in the data of an authenticator are sealed with the newest key."""
    newest = f"{encryption_key_number()}:"
    return all(str(data[name]).startswith(newest) for name in _SECRETS if name in data)


def sealed_again(data: Mapping[str, Any]) -> dict[str, Any]:
    """The data of an authenticator with its secrets under the newest key."""
    fresh = {name: sealed_secret(opened_secret(data[name])) for name in _SECRETS if data.get(name)}
    return {**data, **fresh}


def _cipher(number: int) -> AESGCM:
    return AESGCM(bytes.fromhex(settings.KEYS.encryption[number]))
