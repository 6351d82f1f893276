"""How the outcome of an address is written down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from tests.matrix.world import World

SIGN_IN = 302
"""Anonymous people are sent to the sign-in page."""
NOT_THERE = 404

Outcome = Callable[[str], int]
"""The status that a reader of the world gets, by the reader's name."""


def everyone(status: int) -> Outcome:
    """The same for all."""
    return lambda _reader: status


def only(status: int, *readers: str, otherwise: int = NOT_THERE, **others: int) -> Outcome:
    """This status for these readers; `others` by name; anonymous people sign in; the rest 404."""
    named = {"anonymous": SIGN_IN, **dict.fromkeys(readers, status), **others}
    return lambda reader: named.get(reader, otherwise)


def signed_in(status: int, **others: int) -> Outcome:
    """This status for everyone with an account, sign-in for the anonymous."""
    return only(status, otherwise=status, **others)


def nothing(_world: World) -> Mapping[str, Any]:
    """No arguments, or an empty form."""
    return MappingProxyType({})


@dataclass(frozen=True)
class Address:
    """An address by its name: its arguments in the world, and the outcome of each method.

    A method that is not given must be refused with 405 (or earlier, like an unknown reader).
    """

    name: str
    get: Outcome | None = None
    post: Outcome | None = None
    put: Outcome | None = None
    args: Callable[[World], Mapping[str, Any]] = nothing
    data: Callable[[World], Mapping[str, Any]] = nothing
    """What is posted; empty where nothing is said, which a form answers with 422."""

    @property
    def head(self) -> Outcome | None:
        """What a program gets that asks for no body: the same as whoever looks."""
        return self.get
