"""What a question about an installation is answered with."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How an answer stands."""

    OK = "ok"
    ATTENTION = "attention"
    """Works, but somebody should know or decide."""
    FAULT = "fault"
    """The day would go wrong."""


@dataclass(frozen=True)
class Line:
    """One answer: what is so, and what to do where it is not well."""

    name: str
    level: Level
    found: str
    to_do: str = ""


def ok(name: str, found: str) -> Line:
    """All is well."""
    return Line(name, Level.OK, found)


def attention(name: str, found: str, to_do: str) -> Line:
    """Somebody should know."""
    return Line(name, Level.ATTENTION, found, to_do)


def fault(name: str, found: str, to_do: str) -> Line:
    """The day would go wrong."""
    return Line(name, Level.FAULT, found, to_do)
