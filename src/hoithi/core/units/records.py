"""Dated records of administrative units, of what followed what, and of the resolutions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from hoithi.core.units.kinds import Level, UnitKind


@dataclass(frozen=True, slots=True)
class UnitRecord:
    """A unit under one name, kind and parent, for the days from `valid_from` until `valid_to`.

    Codes are those of the General Statistics Office: two digits for a province, three for a
    district, five for a commune. A code was given again to other units on 1/7/2025, so it
    names a unit only together with a day.
    """

    code: str
    kind: UnitKind
    name: str
    """In full: "Xã Bình Sơn"."""
    province: str
    """The code of the province it lies in, on the same days; its own for a province."""
    parent: str
    """The code of the unit above it, on the same days; empty for a province."""
    valid_from: date | None
    """Nothing where the source does not tell since when."""
    valid_to: date | None
    """The first day on which it no longer was; nothing while it is."""
    source: str
    """The key of the resolution that gave or took these days."""

    @property
    def level(self) -> Level:
        return self.kind.level

    def in_force(self, day: date) -> bool:
        """Whether the record holds on a day, as far as its beginning is known."""
        began = self.valid_from is None or self.valid_from <= day
        return began and (self.valid_to is None or day < self.valid_to)


class Share(StrEnum):
    """How much of a unit went into another."""

    WHOLE = ""
    PART = "part"
    """It was divided; how many people and how much land went where is in the resolution."""


@dataclass(frozen=True, slots=True)
class Succession:
    """On a day the unit `before` ended and `after` took it over, wholly or in part."""

    before: str
    after: str
    on: date
    share: Share
    source: str


@dataclass(frozen=True, slots=True)
class Source:
    """A resolution or decision: its number, dates and title, as they are cited."""

    key: str
    number: str
    issued_on: date
    issuer: str
    title: str
    in_force_on: date
    note: str
