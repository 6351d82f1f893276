"""Figures of a round as they were last counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from hoithi.contests.models import Round
from hoithi.sittings.models import Figure


@dataclass(frozen=True)
class Counts:
    """People and attempts, never one for the other."""

    people: int = 0
    sittings: int = 0
    submitted: int = 0


@dataclass(frozen=True)
class RoundFigures:
    """What a round has had so far, and when that was counted."""

    all: Counts = Counts()
    units: Mapping[int, Counts] = field(default_factory=dict)
    """By version of the unit one stands for; 0 for nobody's."""
    hours: Mapping[datetime, Counts] = field(default_factory=dict)
    devices: Mapping[str, Counts] = field(default_factory=dict)
    counted_at: datetime | None = None


def figures_of(round_: Round) -> RoundFigures:
    """One query on the counters; nothing of the exam room is touched."""
    found: dict[str, dict[str, Counts]] = {"all": {}, "unit": {}, "hour": {}, "device": {}}
    counted_at = None
    for row in Figure.objects.filter(round=round_).order_by("kind", "key"):
        found[row.kind][row.key] = Counts(row.people, row.sittings, row.submitted)
        counted_at = row.counted_at
    return RoundFigures(
        all=found["all"].get("", Counts()),
        units={int(key or 0): counts for key, counts in found["unit"].items()},
        hours={datetime.fromisoformat(key): counts for key, counts in found["hour"].items()},
        devices=found["device"],
        counted_at=counted_at,
    )
