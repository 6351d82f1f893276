"""What a further part of a campaign is: how it is told, and how it is taken where it arrives."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from hoithi.campaigns.actions import Founded
from hoithi.campaigns.models import Campaign
from hoithi.people.models import Person

Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Arrival:
    """Where rows of a part arrive: the new campaign, so many days later than the old one."""

    founded: Founded
    days: int
    titled: Callable[[str], str]
    """A title of the old campaign as it reads in the new one, whose year may be another."""
    by: Person | None
    at: datetime


@dataclass(frozen=True)
class Part:
    """A part of a campaign beside what its plan founds.

    `told` gives its rows as plain data without people; activities by their keys, agencies by
    their names. `taken` stores such rows, and refuses (`msgspec.ValidationError`) those that are
    none; a row whose activity or agency is not there is left out.
    """

    name: str
    told: Callable[[Campaign], Rows]
    taken: Callable[[Rows, Arrival], None]


class Told(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A row of a part as it is written; its fields say how long its texts may be."""


MOST_ROWS = 5_000
_EARLIEST, _LATEST = date(2000, 1, 1), date(2100, 12, 31)
Row = TypeVar("Row", bound=Told)


def read(rows: Rows, record: type[Row]) -> list[Row]:
    """The rows as records. Refuses (`msgspec.ValidationError`) too many, or one that is none."""
    if len(rows) > MOST_ROWS:
        raise msgspec.ValidationError(f"more than {MOST_ROWS} rows")
    return msgspec.convert(rows, list[record])  # type: ignore[valid-type]  # known when it runs


def later(day: date | None, arrival: Arrival) -> date | None:
    """The day as many days later as the campaign. Refuses days on which no plan of ours lies."""
    if day is None:
        return None
    if not _EARLIEST <= day <= _LATEST:
        raise msgspec.ValidationError(f"{day} is no day of a plan")
    return day + timedelta(arrival.days)
