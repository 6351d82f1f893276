"""Communes of today picked by the former district on whose ground they lie, with the sources."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from hoithi.core.units.kinds import UnitKind
from hoithi.people.facts.units import UnitChoice
from hoithi.people.models import Unit, UnitSuccession, UnitVersion
from hoithi.people.queries.units import in_force, with_provinces

PROVINCES = (UnitKind.PROVINCE, UnitKind.CENTRAL_CITY)
_COMMUNES = (UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Ground:
    """A former commune that went into a commune of today."""

    name: str
    divided: bool
    """Only a part of it did; the resolution says which."""


@dataclass(frozen=True)
class Successor:
    """A commune of today that has ground of the district."""

    choice: UnitChoice
    inside: tuple[Ground, ...]
    """What it took over of the district."""
    outside: tuple[Ground, ...]
    """What it took over of other districts: it cannot be said to be this district's alone."""
    sources: tuple[str, ...]

    @property
    def is_clear(self) -> bool:
        """All of its ground is the district's, as far as the register tells."""
        return not self.outside and not any(one.divided for one in self.inside)


def provinces_on(on: date) -> list[UnitVersion]:
    """The provinces and central cities of a day, by name. One query."""
    found = UnitVersion.objects.filter(in_force(on), unit__body=None, kind__in=PROVINCES)
    return list(found.select_related("unit").order_by("search"))


def successors_of_district(district: UnitVersion, on: date) -> list[Successor]:
    """The communes of a day on the ground of a district that has ended, each with what it took
    over and by which resolution. A constant number of queries.
    """
    before = (district.valid_to or on) - _DAY
    ground = _ground(district.unit, before)
    left = UnitSuccession.objects.filter(before__in=ground, on__gt=before, on__lte=on)
    heirs = set(left.values_list("after_id", flat=True)) | ground
    found = UnitVersion.objects.filter(in_force(on), unit__in=heirs, kind__in=_COMMUNES)
    communes = list(found.select_related("unit").order_by("search"))
    arrived = UnitSuccession.objects.filter(
        after__in=[one.unit_id for one in communes], on__gt=before, on__lte=on
    )
    steps: dict[int, list[UnitSuccession]] = defaultdict(list)
    for step in arrived.order_by("before__code"):
        steps[step.after_id].append(step)
    names = _names([step for each in steps.values() for step in each], before)
    return [
        _successor(choice, steps[choice.version.unit_id], ground, names)
        for choice in with_provinces(communes)
    ]


def _ground(district: Unit, before: date) -> set[int]:
    """The communes that stood under the district on its last day, and the district itself."""
    below = UnitVersion.objects.filter(in_force(before), parent=district)
    return set(below.values_list("unit_id", flat=True)) | {district.pk}


def _names(steps: Sequence[UnitSuccession], before: date) -> dict[int, str]:
    units = {step.before_id for step in steps}
    held = UnitVersion.objects.filter(in_force(before), unit__in=units)
    rows = held.values_list("unit_id", "name", "parent__versions__name")
    return {unit: ", ".join(filter(None, [name, above])) for unit, name, above in rows}


def _successor(
    choice: UnitChoice, steps: Sequence[UnitSuccession], ground: set[int], names: dict[int, str]
) -> Successor:
    pairs = [
        (step.before_id in ground, Ground(names[step.before_id], not step.whole))
        for step in steps
        if step.before_id in names
    ]
    sources = (choice.version.source, *(step.source for step in steps))
    return Successor(
        choice,
        tuple(one for is_inside, one in pairs if is_inside),
        tuple(one for is_inside, one in pairs if not is_inside),
        tuple(dict.fromkeys(filter(None, sources))),
    )
