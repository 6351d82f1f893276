"""Norms of spending by item and day, as a body enters them from its legal documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Item(StrEnum):
    """What money is spent on (nội dung chi); a norm holds for one item."""

    PRIZE_INDIVIDUAL = "prize_individual"
    PRIZE_COLLECTIVE = "prize_collective"
    QUESTIONS = "questions"
    JURY = "jury"
    ORGANISERS = "organisers"
    SECRETARIAT = "secretariat"
    HELPERS = "helpers"
    SPEAKERS = "speakers"
    REPORT = "report"
    MEETING = "meeting"
    PARTICIPANTS = "participants"
    PRINTING = "printing"
    OUTREACH = "outreach"
    HALL = "hall"
    SUPPLIES = "supplies"
    DRINKS = "drinks"
    TRAVEL = "travel"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Norm:
    """The most that one unit of an item may cost, by a document, from one day to another."""

    item: Item
    most: int
    document: str
    article: str
    since: date
    until: date | None = None
    """The last day on which it holds."""

    def holds(self, on: date) -> bool:
        """Whether it is in force that day."""
        return self.since <= on and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True)
class Priced:
    """What a line says of its price; `key` is the line's own."""

    key: int
    item: Item
    norm: int | None


@dataclass(frozen=True, slots=True)
class OverNorm:
    """A line that costs more for one unit than a norm in force allows."""

    key: int
    entered: int
    norm: Norm


def over_norm(lines: Iterable[Priced], norms: Sequence[Norm], *, on: date) -> list[OverNorm]:
    """Each line over the strictest norm of its item that is in force that day.

    Where no norm is entered nothing is found: limits are never assumed.
    """
    found = []
    for line in lines:
        fitting = [one for one in norms if one.item is line.item and one.holds(on)]
        strictest = min(fitting, key=lambda one: one.most, default=None)
        if strictest and line.norm is not None and line.norm > strictest.most:
            found.append(OverNorm(line.key, line.norm, strictest))
    return found
