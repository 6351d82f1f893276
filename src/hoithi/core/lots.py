"""Lots drawn and decisions taken to part equals, recorded with who saw it and why."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from hoithi.core.papers.stream import Stream


@dataclass(frozen=True)
class Lot:
    """Lots drawn (bốc thăm) between named equals."""

    order: tuple[int, ...]
    """The entrants in the order in which they came out, the first one first."""
    at: datetime
    witnesses: str
    seed: str | None = None
    """Of an electronic draw, which anyone can repeat with `drawn_order`."""


@dataclass(frozen=True)
class TieDecision:
    """What the committee decided between named equals, and why."""

    order: tuple[int, ...]
    at: datetime
    reason: str


def drawn_order(entrants: Collection[int], seed: str) -> tuple[int, ...]:
    """The order that an electronic draw gives for a seed, whatever the order of the names."""
    return tuple(Stream("hoithi/lot/1", seed).shuffled(sorted(entrants)))


def order_of(
    records: Iterable[Lot | TieDecision], equals: Collection[int]
) -> tuple[int, ...] | None:
    """The order of these equals by the newest record that names every one of them.

    A record that leaves one of them out parts nobody: someone became equal after it was made,
    and lots are to be drawn, or the committee is to decide, again.
    """
    wanted = set(equals)
    fitting = [record for record in records if wanted <= set(record.order)]
    if not fitting:
        return None
    newest = max(fitting, key=lambda record: record.at)
    return tuple(entrant for entrant in newest.order if entrant in wanted)
