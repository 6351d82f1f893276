"""Questions to the history of units: by name, by day, what became of a unit, what it came from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from hoithi.core.units.index import UnitIndex, taken_apart, whole_key
from hoithi.core.units.kinds import Level
from hoithi.core.units.records import Share, UnitRecord
from hoithi.core.vietnamese.text import spelling_key

_DAY = timedelta(days=1)


@dataclass(eq=False)
class NameAloneRefused(ValueError):
    """A name was asked for without what makes it one unit; `missing` says what to add."""

    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeirOfDistrict:
    """A commune on whose ground a former district lay."""

    unit: UnitRecord
    wholly: bool
    """Whether all of it, as far as the list tells, comes from that district."""


def find(
    index: UnitIndex,
    name: str,
    *,
    level: Level | None = None,
    province: str | None = None,
    day: date | None = None,
) -> tuple[UnitRecord, ...]:
    """The units that had this name, at this level, in this province (code), on this day.

    Case and signs do not count, nor do diacritics unless a unit is spelled exactly so; the word
    before the name ("xã", "P.", "TP") may be left out, and where it is written it counts. Several
    units are returned where the name is not enough (before 2025 two districts of a province could
    have a commune of one name).
    Refuses a name alone: "Xã Bình Sơn" exists several times.
    """
    wanted = {"level": level, "province": province, "day": day}
    if level is Level.PROVINCE:
        del wanted["province"]
    missing = tuple(field for field, value in wanted.items() if value is None)
    if missing or day is None:
        raise NameAloneRefused(missing)
    found = [
        unit
        for unit in _named(index, name)
        if unit.level is level and unit.in_force(day) and province in {None, unit.province}
    ]
    spelled = spelling_key(name)
    exactly = [unit for unit in found if f" {spelled}".endswith(f" {_proper_spelling(unit)}")]
    return _sorted(exactly or found)


def _proper_spelling(unit: UnitRecord) -> str:
    """The name proper with its diacritics: Thái Nguyên has a Văn Lang and a Văn Lăng."""
    words = taken_apart(unit.name)[1].count(" ") + 1
    return spelling_key(" ".join(unit.name.split()[-words:]))


def _named(index: UnitIndex, name: str) -> list[UnitRecord]:
    kinds, proper = taken_apart(name)
    named = [unit for unit in index.by_name.get(proper, ()) if not kinds or unit.kind in kinds]
    # A name may itself begin with such a word: Phường Phường Đúc in Huế.
    return named or list(index.by_name.get(whole_key(name), ()))


def at(index: UnitIndex, day: date, *, level: Level | None = None) -> tuple[UnitRecord, ...]:
    """All units of a level, or of all levels, on a day."""
    return _sorted(
        unit for unit in index.records if unit.in_force(day) and level in {None, unit.level}
    )


def children(index: UnitIndex, code: str, day: date) -> tuple[UnitRecord, ...]:
    """The units directly below a unit on a day."""
    return _sorted(unit for unit in index.by_parent.get(code, ()) if unit.in_force(day))


def successors(index: UnitIndex, code: str, day: date, *, by: date) -> tuple[UnitRecord, ...]:
    """What the unit of this code and day has become by a later day: itself, another, or several.

    Follows any number of changes. Nothing is returned where the list does not tell.
    """
    reached: set[UnitRecord] = set()
    waiting, seen = [index.unit(code, day)], set[UnitRecord]()
    while waiting:
        unit = waiting.pop()
        if unit in seen:
            continue
        seen.add(unit)
        if unit.valid_to is None or by < unit.valid_to:
            reached.add(unit)
            continue
        steps = index.followed.get(unit.code, ())
        waiting += [index.unit(step.after, step.on) for step in steps if step.on == unit.valid_to]
    return _sorted(reached)


def predecessors(index: UnitIndex, code: str, day: date, *, at: date) -> tuple[UnitRecord, ...]:
    """The units of an earlier day that the unit of this code and day comes from, even in part."""
    reached: set[UnitRecord] = set()
    waiting, seen = [index.unit(code, day)], set[UnitRecord]()
    while waiting:
        unit = waiting.pop()
        if unit in seen:
            continue
        seen.add(unit)
        if unit.in_force(at):
            reached.add(unit)
        steps = index.preceded.get(unit.code, ())
        before = [step for step in steps if at < step.on and unit.in_force(step.on)]
        waiting += [index.unit(step.before, step.on - _DAY) for step in before]
    return _sorted(reached)


def divided(index: UnitIndex, code: str, day: date) -> bool:
    """Whether the unit of this code and day was later divided among several."""
    unit = index.unit(code, day)
    steps = index.followed.get(code, ())
    return any(step.share is Share.PART for step in steps if step.on == unit.valid_to)


def communes_of_former_district(
    index: UnitIndex, code: str, day: date, *, by: date
) -> tuple[HeirOfDistrict, ...]:
    """The communes, wards and special zones of `by` on the ground of the district of that day.

    A special zone may follow a district without communes directly (huyện Côn Đảo).
    """
    district = index.unit(code, day)
    below = children(index, code, day)
    heirs = {heir for unit in below for heir in successors(index, unit.code, day, by=by)}
    heirs |= {heir for heir in successors(index, code, day, by=by) if heir.level is Level.COMMUNE}
    ground = {district, *below}
    return tuple(
        HeirOfDistrict(heir, set(predecessors(index, heir.code, by, at=day)) <= ground)
        for heir in _sorted(heirs)
    )


def _sorted(units: Iterable[UnitRecord]) -> tuple[UnitRecord, ...]:
    return tuple(sorted(units, key=lambda unit: (len(unit.code), unit.code, str(unit.valid_from))))
