"""How often something may be tried, and why it must wait."""

from dataclasses import dataclass
from datetime import timedelta

from hoithi.kit.refusals import Refusal


@dataclass(frozen=True)
class Limit:
    """So many tries that failed in a window of time; a rightful one is not counted."""

    name: str
    most: int
    window: timedelta


@dataclass(frozen=True)
class Counter:
    """A limit with whom it is counted for."""

    limit: Limit
    key: str


LOGIN = Limit("login", 5, timedelta(minutes=5))
"""Of one sign-in name, on devices where nobody has signed in by it before."""
KNOWN_DEVICE = Limit("device", 10, timedelta(minutes=5))
"""Of one sign-in name on a device where its owner has signed in: who guesses elsewhere does not
shut the owner out."""
NETWORK = Limit("network", 30, timedelta(minutes=1))
"""Of all sign-in names on new devices of one network, behind which a whole school may sit."""
CODE = Limit("code", 5, timedelta(minutes=5))
"""Of the second factor of one person."""
NOMINATION_LINK = Limit("nomination-link", 20, timedelta(minutes=5))
"""Of links that are not valid, from one network."""


class TooManyTries(Refusal):
    """Whoever tries must wait (`seconds`), whether or not what was tried exists."""
