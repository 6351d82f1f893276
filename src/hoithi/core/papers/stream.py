"""Numbers that look random and can be proved: SHA-256 over a name, a seed and a counter."""

import struct
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TypeVar

_WORDS = struct.Struct(">8I")
_RANGE = 1 << 32

Item = TypeVar("Item")


class Stream:
    """An endless stream of 32-bit numbers; the same purpose and seed give the same for ever.

    `purpose` names what is drawn and its version, so that no two uses of a seed are related.
    Block number n is SHA-256 of purpose, NUL, seed, NUL, n in decimal (UTF-8), read as eight
    big-endian words. Anyone can recompute it without this program.
    """

    def __init__(self, purpose: str, seed: str) -> None:
        self._prefix = sha256(f"{purpose}\0{seed}\0".encode())
        self._words = self._all_words()

    def _all_words(self) -> Iterator[int]:
        block = 0
        while True:
            hashed = self._prefix.copy()
            hashed.update(str(block).encode())
            yield from _WORDS.unpack(hashed.digest())
            block += 1

    def below(self, limit: int) -> int:
        """A number from 0 to limit - 1, each equally likely; the limit is at most 2 to the 32nd.

        Words above the last whole multiple of the limit are thrown away, else small numbers
        would come more often.
        """
        fair = _RANGE - _RANGE % limit
        word = next(self._words)
        while word >= fair:
            word = next(self._words)
        return word % limit

    def one_by_one(self, items: Sequence[Item]) -> Iterator[Item]:
        """The items in a drawn order, as far as they are asked for (Fisher and Yates)."""
        rest = list(items)
        while rest:
            place = self.below(len(rest))
            rest[place], rest[-1] = rest[-1], rest[place]
            yield rest.pop()

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """All items in a drawn order: what `one_by_one` gives, in half its time."""
        rest, drawn, words = list(items), [], self._words
        for limit in range(len(rest), 0, -1):
            fair = _RANGE - _RANGE % limit
            word = next(words)
            while word >= fair:
                word = next(words)
            place = word % limit
            rest[place], rest[-1] = rest[-1], rest[place]
            drawn.append(rest.pop())
        return drawn
