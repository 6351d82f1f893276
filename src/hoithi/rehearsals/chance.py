"""Chance that can be repeated: every draw is a hash of the seed and of what is drawn."""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

Item = TypeVar("Item")


class Chance:
    """A source of draws; two sources of one seed draw alike, whatever the order of asking."""

    def __init__(self, seed: str) -> None:
        self.seed = seed

    def share(self, what: str) -> float:
        """A number from 0 (included) to 1 (not included)."""
        digest = hashlib.blake2b(f"{self.seed}/{what}".encode(), digest_size=8).digest()
        return int.from_bytes(digest, "big") / 2**64

    def below(self, what: str, limit: int) -> int:
        """A whole number from 0 to the limit, the limit not included."""
        return int(self.share(what) * limit)

    def one(self, what: str, items: Sequence[Item]) -> Item:
        """One of the items."""
        return items[self.below(what, len(items))]
