"""What somebody may do in a bank: which buttons its pages show."""

from dataclasses import dataclass
from datetime import datetime

from hoithi.people.models import Person
from hoithi.questions import queries
from hoithi.questions.models import Bank


@dataclass(frozen=True)
class Allowed:
    """The buttons; every deed asks again for itself."""

    write: bool
    review: bool
    keep: bool
    """Take files in."""


def allowed(person: Person, bank: Bank, *, at: datetime) -> Allowed:
    """By the roles that the person holds over the bank."""
    return Allowed(
        write=queries.may(person, bank, *queries.WRITERS, at=at),
        review=queries.may(person, bank, *queries.REVIEWERS, at=at),
        keep=queries.may(person, bank, *queries.KEEPERS, at=at),
    )
