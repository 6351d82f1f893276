"""What somebody may do in a bank: which buttons its pages show."""

from dataclasses import dataclass
from datetime import datetime

from hoithi.people.models import Person
from hoithi.questions import queries
from hoithi.questions.models import Bank


@dataclass(frozen=True)
class Allowed:
    """The buttons; every deed asks again for itself."""

    read: bool
    write: bool
    review: bool
    check: bool
    """Look at the bank as a whole."""
    documents: bool
    """Look at the documents that all banks of the body cite."""
    watch: bool
    """See who read in the bank."""
    keep: bool
    """Take files in."""


def allowed(person: Person, bank: Bank, *, at: datetime) -> Allowed:
    """By the roles that the person holds over the bank."""
    roles = queries.roles_over(person, bank, at=at)
    return Allowed(
        read=not roles.bank.isdisjoint(queries.READERS),
        write=not roles.bank.isdisjoint(queries.WRITERS),
        review=not roles.bank.isdisjoint(queries.REVIEWERS),
        check=not roles.bank.isdisjoint(queries.CHECKERS),
        documents=not roles.body.isdisjoint(queries.CHECKERS),
        watch=not roles.bank.isdisjoint(queries.WATCHERS),
        keep=not roles.bank.isdisjoint(queries.KEEPERS),
    )
