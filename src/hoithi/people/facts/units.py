"""Units as records: what is asked for, how they are shown, and why a change is refused."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.text import clean, words_key
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Unit, UnitVersion


@dataclass(frozen=True)
class NewUnit:
    """A unit of a body, as it is from a day on."""

    code: str
    name: str
    kind: UnitKind
    parent: Unit | None = None
    since: date | None = None
    """None where nobody knows since when."""
    source: str = ""


@dataclass(frozen=True)
class Changed:
    """What a unit is from a day on; what is None stays as it was."""

    on: date
    name: str | None = None
    kind: UnitKind | None = None
    parent: Unit | None = None
    source: str = ""


@dataclass(frozen=True)
class StaffLine:
    """The staff of one unit, and the unit in whose figure these people stand."""

    unit: Unit
    people: int
    counted_under: Unit | None = None
    beside: bool = False
    """A count under another unit may stay: the rulebook of a contest says whose holds."""


@dataclass(frozen=True)
class CountsKnown:
    """What bears on a table of counts beside the counts that are taken."""

    decided: Collection[str] = ()
    """Codes of the counting units whose counts hold by the rulebook of a contest."""
    before: Sequence[tuple[StaffLine, str]] = ()
    """Lines of the files before it in the same drop, with their file's name."""


NO_COUNTS = CountsKnown()


@dataclass(frozen=True)
class UnitChoice:
    """A unit as somebody picks it: never by name alone."""

    version: UnitVersion
    province: str
    """The name of the province; empty for a province itself."""

    @property
    def label(self) -> str:
        """ "Xã Bình Sơn · xã · Tỉnh Quảng Ngãi": name, what it is, where."""
        kind = UnitKind(self.version.kind).label
        return " · ".join(part for part in (self.version.name, kind, self.province) if part)


def search_text(name: str) -> str:
    """The folded words of a name after a space, so that each begins after one."""
    return f" {words_key(clean(name))}"


class UnitCodeTaken(Refusal):
    """Another unit of the body has this code."""


class UnitNotOfBody(Refusal):
    """Only a body's own units are changed by it; the register comes from the State's tables."""


class UnitNameMissing(Refusal):
    """A unit needs a code and a name."""


class UnitNotThen(Refusal):
    """The unit was not, or had already changed, on that day."""


class UnitAboveItself(Refusal):
    """A unit cannot stand under itself or under one of those below it."""


class UnitHasUnitsBelow(Refusal):
    """A unit is closed after those below it have found another place."""


class CountedTwice(Refusal):
    """The people of the unit already stand in the figure of another counting unit."""


class CountOutOfRange(Refusal):
    """A count of staff is a whole number from 0 to ten million."""
