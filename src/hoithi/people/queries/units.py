"""Units as of a day: found by typing, in their tree, by what they came from."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When

from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.text import sort_key, words_key
from hoithi.people.facts.units import UnitChoice
from hoithi.people.models import OrganisingBody, Unit, UnitSuccession, UnitVersion

_PROVINCES = (UnitKind.PROVINCE, UnitKind.CENTRAL_CITY)


def in_force(on: date, prefix: str = "") -> Q:
    """The condition that a version of a unit holds on a day, given the lookup to it."""
    began = Q(**{f"{prefix}valid_from": None}) | Q(**{f"{prefix}valid_from__lte": on})
    return began & (Q(**{f"{prefix}valid_to": None}) | Q(**{f"{prefix}valid_to__gt": on}))


def versions_on(on: date, body: OrganisingBody | None = None) -> QuerySet[UnitVersion]:
    """What units were on a day: those of the body, else of the national register."""
    held = UnitVersion.objects.filter(in_force(on), unit__body=body)
    return held.select_related("unit", "parent")


def version_on(unit: Unit, on: date) -> UnitVersion:
    """What the unit was on a day. Raises DoesNotExist where it was nothing."""
    return UnitVersion.objects.select_related("unit").get(in_force(on), unit=unit)


def unit_of(body: OrganisingBody, code: str) -> Unit:
    """A unit of the body by its code."""
    return Unit.objects.get(body=body, code=code)


def units_of(body: OrganisingBody, codes: Collection[str]) -> dict[str, Unit]:
    """The body's units that have one of these codes, by code."""
    return {unit.code: unit for unit in Unit.objects.filter(body=body, code__in=codes)}


def register_unit(code: str) -> Unit:
    """A unit of the national register by its code there."""
    return Unit.objects.get(body=None, code=code)


def find_units(
    body: OrganisingBody | None,
    text: str,
    *,
    on: date,
    kinds: Collection[UnitKind] = (),
    limit: int = 20,
) -> list[UnitChoice]:
    """Units of the body and of the register in whose name each typed word begins a word.

    Diacritics, case and signs do not count. The body's own come first, then names that begin as
    typed. Two queries, however many are found; nothing is found for an empty text.
    """
    words = words_key(text).split()
    if not words:
        return []
    owned = Q(unit__body=None) | Q(unit__body=body) if body else Q(unit__body=None)
    found = UnitVersion.objects.filter(owned, in_force(on)).select_related("unit")
    for word in words:
        found = found.filter(search__contains=f" {word}")
    if kinds:
        found = found.filter(kind__in=kinds)
    return with_provinces(found.order_by(_nearness(" ".join(words)), "search", "pk")[:limit])


def _nearness(typed: str) -> Case:
    """Smaller for what is nearer to the typed words: own units, then names that end or hold so."""
    return Case(
        When(unit__body__isnull=False, then=Value(0)),
        When(search__endswith=f" {typed}", then=Value(1)),
        When(search__contains=f" {typed}", then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )


def with_provinces(versions: Iterable[UnitVersion]) -> list[UnitChoice]:
    """The versions with the names of their provinces. One more query."""
    rows = list(versions)
    codes = {row.province for row in rows} - {""}
    named = UnitVersion.objects.filter(unit__body=None, unit__code__in=codes).order_by("pk")
    names = dict(named.values_list("unit__code", "name"))
    return [
        UnitChoice(row, "" if row.kind in _PROVINCES else names.get(row.province, ""))
        for row in rows
    ]


@dataclass(frozen=True)
class Branch:
    """A unit in its tree with how deep it stands."""

    version: UnitVersion
    depth: int

    @property
    def indent(self) -> range:
        """As many steps as it stands deep, for templates."""
        return range(self.depth)


def tree(body: OrganisingBody, on: date) -> list[Branch]:
    """The body's units on a day, each before those below it, in Vietnamese order. One query.

    A unit whose parent was not then, or stands in the register, begins a tree of its own.
    """
    versions = sorted(versions_on(on, body), key=lambda version: sort_key(version.name))
    below: dict[int | None, list[UnitVersion]] = defaultdict(list)
    there = {version.unit_id for version in versions}
    for version in versions:
        below[version.parent_id if version.parent_id in there else None].append(version)
    return list(_climbed_down(below))


def _climbed_down(below: dict[int | None, list[UnitVersion]]) -> Iterator[Branch]:
    waiting = [Branch(version, 0) for version in reversed(below[None])]
    while waiting:
        branch = waiting.pop()
        yield branch
        inner = below[branch.version.unit_id]
        waiting += [Branch(version, branch.depth + 1) for version in reversed(inner)]


def communes_of_former_district(
    district: Unit, before: date, on: date
) -> list[tuple[UnitChoice, bool]]:
    """The communes of a day on the ground of a district as it was on an earlier day.

    With each: whether all of it comes from that district. A constant number of queries.
    """
    ground = set(
        UnitVersion.objects.filter(in_force(before), parent=district).values_list(
            "unit_id", flat=True
        )
    ) | {district.pk}
    steps = UnitSuccession.objects.filter(before__in=ground, on__gt=before, on__lte=on)
    heirs = set(steps.values_list("after_id", flat=True)) | ground
    communes = [UnitKind.COMMUNE, UnitKind.WARD, UnitKind.SPECIAL_ZONE]
    found = UnitVersion.objects.filter(in_force(on), unit__in=heirs, kind__in=communes)
    choices = with_provinces(found.select_related("unit").order_by("search"))
    sources: dict[int, set[int]] = defaultdict(set)
    arrivals = UnitSuccession.objects.filter(after__in=heirs, on__gt=before, on__lte=on)
    for before_id, after_id in arrivals.values_list("before_id", "after_id"):
        sources[after_id].add(before_id)
    return [(choice, sources[choice.version.unit_id] <= ground) for choice in choices]


def former_districts(province: str, on: date) -> QuerySet[UnitVersion]:
    """The districts that lay in what is this province (code) on a day, and have ended."""
    was = UnitSuccession.objects.filter(after__body=None, after__code=province)
    provinces = [province, *was.values_list("before__code", flat=True)]
    levels = ("urban_district", "rural_district", "town", "provincial_city")
    return UnitVersion.objects.filter(
        unit__body=None, province__in=provinces, kind__in=levels, valid_to__lte=on
    ).order_by("search")


def history(unit: Unit) -> list[UnitVersion]:
    """All the unit has been, oldest first."""
    return sorted(unit.versions.all(), key=lambda version: version.valid_from or date.min)


def units_above(body: OrganisingBody, on: date) -> dict[int, int]:
    """For each unit of the body the unit directly above it on a day. One query."""
    placed = versions_on(on, body).exclude(parent=None)
    return dict(placed.values_list("unit_id", "parent_id"))


def unit_by_code(body: OrganisingBody, code: str) -> Unit | None:
    """A unit of the body, else of the national register, by its code."""
    found = Unit.objects.filter(Q(body=body) | Q(body=None), code=code)
    return found.order_by(F("body").asc(nulls_last=True)).first()


def register_size() -> int:
    """How many units the national register holds, past and present."""
    return Unit.objects.filter(body=None).count()
