"""Further parts of a campaign that are copied and handed on with it, each named in one place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from hoithi.campaigns.actions import Founded
from hoithi.campaigns.models import Campaign
from hoithi.people.models import Person

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Arrival:
    """Where rows of a part arrive: the new campaign, so many days later than the old one."""

    founded: Founded
    days: int
    by: Person | None
    at: datetime


@dataclass(frozen=True)
class Part:
    """A part of a campaign beside what its plan founds.

    `told` gives its rows as plain data without people; activities by their keys, agencies by
    their names. `taken` stores such rows, and refuses (`msgspec.ValidationError`) those that are
    none. `names` are the people in it, whom no file may name.
    """

    name: str
    told: Callable[[Campaign], Rows]
    taken: Callable[[Rows, Arrival], None]
    names: Callable[[Campaign], Sequence[str]] = lambda _campaign: ()


PARTS: tuple[Part, ...] = ()
