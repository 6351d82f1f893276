"""Identifiers: time-ordered numbers for rows, random tokens for addresses, codes for people."""

import base64
import random
import threading
import time

from hoithi.kit.chance import random_bytes

_RANDOM_BITS = 22
# No 0/O, 1/I/L: a code is read aloud on the telephone and copied from paper.
CODE_ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
_LETTERS = (*CODE_ALPHABET, "")

_lock = threading.Lock()
_last = 0
# Seeded by the system once: a system call for each row would make the exam room wait its turn
# for the interpreter again. Ids are no secrets; tokens and codes are drawn by the system.
_chance = random.Random()  # noqa: S311 - as above


def new_id() -> int:
    """A positive 63-bit number: 41 bits of milliseconds, 22 random bits; rises in a process."""
    global _last  # noqa: PLW0603 - the order within a process needs the last number given
    candidate = (time.time_ns() // 1_000_000 << _RANDOM_BITS) | _chance.getrandbits(_RANDOM_BITS)
    with _lock:
        _last = max(candidate, _last + 1)
        return _last


def id_before(seconds: float) -> int:
    """A number below every one given in the last so many seconds, and above all before that."""
    return int((time.time() - seconds) * 1_000) << _RANDOM_BITS


def new_token() -> str:
    """An unguessable name for a public address: 128 random bits as 22 letters and digits."""
    return token_of(random_bytes(16))


def token_of(secret: bytes) -> str:
    """The same of sixteen secret bytes that somebody else has drawn."""
    return base64.urlsafe_b64encode(secret).rstrip(b"=").decode()


def code_of(secret: bytes, length: int = 8) -> str:
    """A code for people of sixteen secret bytes: far more than its letters need."""
    left, letters = int.from_bytes(secret), ""
    for _ in range(length):
        left, place = divmod(left, len(CODE_ALPHABET))
        letters += CODE_ALPHABET[place]
    return letters


def new_code(length: int = 8) -> str:
    """A code for people: letters and digits that cannot be mistaken for one another."""
    drawn = ""
    while len(drawn) < length:
        # Five bits name 32 letters; the one that is not there is drawn again, so all are alike.
        drawn += "".join(_LETTERS[byte & 31] for byte in random_bytes(length - len(drawn)))
    return drawn
