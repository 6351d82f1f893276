"""Signed passes: who holds which sitting, so that a save has nothing to look up."""

import base64
import binascii
import hashlib
import hmac

import msgspec
from django.conf import settings

_SIGNATURE = 16
"""Bytes of the signature: 128 bits."""
_REMEMBERED = 20_000
"""Passes in memory: half a kilobyte each."""


class Pass(msgspec.Struct, frozen=True, array_like=True):
    """What a page needs to save and hand in; moments in milliseconds since 1970."""

    sitting: int
    holder: int
    paper: int
    entrant: int
    round: int
    version: int
    part: str
    group: str
    started: int
    own_deadline: int
    """Start plus the minutes of the paper."""
    told: int
    """The deadline that the page was told."""


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(Pass).decode


class Signer:
    """Signs passes with a key derived from the installation's own."""

    def __init__(self, secret: str | None = None) -> None:
        given = settings.SECRET_KEY if secret is None else secret
        key = hashlib.sha256(b"hoithi.live.pass.1|" + given.encode()).digest()
        self._hmac = hmac.new(key, digestmod="sha256")
        self._known: dict[bytes, Pass] = {}

    def sign(self, held: Pass) -> str:
        """The pass as text for a header."""
        content = _encode(held)
        signed = content + self._signature(content)
        return base64.urlsafe_b64encode(signed).rstrip(b"=").decode()

    def read(self, token: bytes) -> Pass | None:
        """The pass; None for anything that was not signed here.

        A page shows the same one with every packet, so the last ones read are remembered.
        """
        known = self._known.get(token)
        if known is None:
            known = self._read(token)
            if known is not None:
                if len(self._known) >= _REMEMBERED:
                    self._known.clear()
                self._known[token] = known
        return known

    def _read(self, token: bytes) -> Pass | None:
        try:
            signed = base64.b64decode(token + b"=" * (-len(token) % 4), b"-_", validate=True)
        except (binascii.Error, ValueError):
            return None
        content, signature = signed[:-_SIGNATURE], signed[-_SIGNATURE:]
        genuine = hmac.compare_digest(signature, self._signature(content))
        return _decode(content) if genuine else None

    def _signature(self, content: bytes) -> bytes:
        # A copy keeps the interpreter; `hmac.digest` lets go of it and waits its turn again.
        signing = self._hmac.copy()
        signing.update(content)
        return signing.digest()[:_SIGNATURE]
