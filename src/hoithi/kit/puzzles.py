"""A short computation asked of a device, checked without remembering anything."""

import hashlib
import hmac
import secrets
from datetime import datetime, timedelta
from itertools import count

LASTS = timedelta(minutes=30)
_FORWARD = timedelta(minutes=1)


def puzzle(secret: str, subject: str, *, bits: int, at: datetime) -> str:
    """The text to which an answer is sought, so that SHA-256 of both begins with so many zero bits.

    It carries its moment and difficulty and is signed, so that no row has to be kept. No two are
    alike: of two people who ask in the same second, each must be able to use an answer up.
    """
    stated = f"{int(at.timestamp())}.{bits}.{secrets.token_hex(8)}"
    return f"{stated}.{_signature(secret, subject, stated)}"


def solved(secret: str, subject: str, *, proof: str, at: datetime, bits: int = 0) -> bool:
    """Whether `proof` ("puzzle:answer") solves a puzzle of ours of the last half hour.

    `bits` is the least difficulty that will do.
    """
    asked, _, answer = proof.partition(":")
    stated, _, signature = asked.rpartition(".")
    seconds, _, rest = stated.partition(".")
    difficulty = rest.partition(".")[0]
    if not (seconds.isdecimal() and difficulty.isdecimal() and len(proof) < 200):
        return False
    if not hmac.compare_digest(signature, _signature(secret, subject, stated)):
        return False
    age = timedelta(seconds=at.timestamp() - int(seconds))
    hard_enough = int(difficulty) >= bits and _zero_bits(f"{asked}:{answer}") >= int(difficulty)
    return hard_enough and -_FORWARD <= age <= LASTS


def answered(asked: str) -> str:
    """The proof that a device computes for a puzzle."""
    bits = int(asked.split(".")[1])
    tried = (f"{asked}:{number}" for number in count())
    return next(proof for proof in tried if _zero_bits(proof) >= bits)


def _signature(secret: str, subject: str, stated: str) -> str:
    text = f"puzzle|{subject}|{stated}".encode()
    return hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()[:32]


def _zero_bits(text: str) -> int:
    digest = int.from_bytes(hashlib.sha256(text.encode("utf-8", "replace")).digest(), "big")
    return 256 - digest.bit_length()
