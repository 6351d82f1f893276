"""What the worker makes for somebody: by which function, and how it is kept on disk."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.module_loading import import_string

from hoithi.people.models import OrganisingBody

_NONCE = 12
_NUMBER = 2
"""Bytes of the key's number before the sealed ones."""
_OURS = "hoithi.web."


@dataclass(frozen=True)
class Made:
    """What came of an errand: a sentence, a file, or both."""

    sentence: str = ""
    data: bytes = b""
    name: str = ""
    media_type: str = ""


@dataclass(frozen=True)
class Wanted:
    """What is to be made: by which function of the site, from what, for which body.

    `title` and `onward` are for the page on which the person waits: what is made, and the
    address to go back to.
    """

    handler: Callable[[Any, datetime], Made]
    wish: Mapping[str, Any]
    title: str
    onward: str
    body: OrganisingBody | None = None


def handler_name(handler: Callable[..., Any]) -> str:
    """Under which name a worker finds the function again."""
    return f"{handler.__module__}.{handler.__qualname__}"


def handler_of(name: str) -> Callable[..., Made]:
    """The function of this name. Refuses (ValueError) those that are not of the site."""
    if not name.startswith(_OURS):
        raise ValueError(name)
    found: Callable[..., Made] = import_string(name)
    return found


def made_folder() -> Path:
    """Where files lie until they are fetched; backups leave it out."""
    return Path(settings.MEDIA_ROOT) / "made"


def path_of_made(token: str) -> Path:
    """Where the file of this errand lies."""
    return made_folder() / token


def sealed(token: str, data: bytes) -> bytes:
    """The bytes under the newest key, bound to their errand: a slip holds a way in."""
    number, nonce = max(settings.KEYS.encryption), os.urandom(_NONCE)
    head = number.to_bytes(_NUMBER, "big") + nonce
    return head + _cipher(number).encrypt(nonce, data, token.encode())


def opened(token: str, data: bytes) -> bytes:
    """The bytes again. Refuses (ValueError) what was not sealed for this errand."""
    number = int.from_bytes(data[:_NUMBER], "big")
    nonce, rest = data[_NUMBER : _NUMBER + _NONCE], data[_NUMBER + _NONCE :]
    try:
        return _cipher(number).decrypt(nonce, rest, token.encode())
    except (InvalidTag, KeyError) as error:
        raise ValueError(token) from error


def _cipher(number: int) -> AESGCM:
    return AESGCM(bytes.fromhex(settings.KEYS.encryption[number]))
