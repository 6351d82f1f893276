"""A corrected answer key as the list of next steps names it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KeyWaiting:
    """A correction of a question's key; anybody who may approve it but its proposer."""

    number: int
    code: str
    proposer: int
