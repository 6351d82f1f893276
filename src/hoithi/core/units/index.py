"""Records of units and successions arranged for questions, and how a name is taken apart."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from hoithi.core.units.kinds import UnitKind
from hoithi.core.units.records import Succession, UnitRecord
from hoithi.core.vietnamese.text import words_key

T = TypeVar("T")

_CITIES = frozenset({UnitKind.CENTRAL_CITY, UnitKind.PROVINCIAL_CITY})
# The words before a name and their abbreviations in addresses; "thị xã" is tried before "xã".
_PREFIXES: tuple[tuple[str, frozenset[UnitKind]], ...] = (
    ("thanh pho", _CITIES),
    ("tp", _CITIES),
    ("thi tran", frozenset({UnitKind.TOWNSHIP})),
    ("tt", frozenset({UnitKind.TOWNSHIP})),
    ("thi xa", frozenset({UnitKind.TOWN})),
    ("tx", frozenset({UnitKind.TOWN})),
    ("dac khu", frozenset({UnitKind.SPECIAL_ZONE})),
    ("phuong", frozenset({UnitKind.WARD})),
    ("p", frozenset({UnitKind.WARD})),
    ("huyen", frozenset({UnitKind.RURAL_DISTRICT})),
    ("h", frozenset({UnitKind.RURAL_DISTRICT})),
    ("quan", frozenset({UnitKind.URBAN_DISTRICT})),
    ("q", frozenset({UnitKind.URBAN_DISTRICT})),
    ("tinh", frozenset({UnitKind.PROVINCE})),
    ("xa", frozenset({UnitKind.COMMUNE})),
    ("x", frozenset({UnitKind.COMMUNE})),
)
_LEADING_ZEROS = re.compile(r"\b0+(?=[0-9])")


@dataclass(eq=False)
class UnitNotKnown(LookupError):
    """No unit had this code on this day."""

    code: str
    day: date


@dataclass(frozen=True, slots=True)
class UnitIndex:
    """Records and successions, arranged for questions. Make it with `index_of`."""

    records: tuple[UnitRecord, ...]
    successions: tuple[Succession, ...]
    by_code: Mapping[str, tuple[UnitRecord, ...]]
    by_name: Mapping[str, tuple[UnitRecord, ...]]
    by_parent: Mapping[str, tuple[UnitRecord, ...]]
    followed: Mapping[str, tuple[Succession, ...]]
    preceded: Mapping[str, tuple[Succession, ...]]

    def unit(self, code: str, day: date) -> UnitRecord:
        """The unit that had this code on this day."""
        for record in self.by_code.get(code, ()):
            if record.in_force(day):
                return record
        raise UnitNotKnown(code, day)


def index_of(records: Iterable[UnitRecord], successions: Iterable[Succession]) -> UnitIndex:
    """Arranges records and successions once, for any number of questions."""
    units, steps = tuple(records), tuple(successions)
    return UnitIndex(
        records=units,
        successions=steps,
        by_code=_grouped(units, lambda unit: unit.code),
        by_name=_grouped(units, lambda unit: taken_apart(unit.name)[1]),
        by_parent=_grouped(units, lambda unit: unit.parent),
        followed=_grouped(steps, lambda step: step.before),
        preceded=_grouped(steps, lambda step: step.after),
    )


def _grouped(items: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return {name: tuple(group) for name, group in groups.items()}


def whole_key(name: str) -> str:
    """A name of a unit without diacritics, signs and leading zeros: "P. 01" → "p 1"."""
    return _LEADING_ZEROS.sub("", words_key(name))


def taken_apart(name: str) -> tuple[frozenset[UnitKind], str]:
    """The kinds that the word before the name allows (none: any) and the key of the name proper."""
    key = whole_key(name)
    for prefix, kinds in _PREFIXES:
        if key.startswith(f"{prefix} "):
            return kinds, key[len(prefix) + 1 :]
    return frozenset(), key
