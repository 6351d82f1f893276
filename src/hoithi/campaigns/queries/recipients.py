"""Who may be asked to report: agencies of the campaign, sets of units, kinds of units."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from hoithi.campaigns.models import Agency, AskedReport, Campaign, Holding
from hoithi.core.tasks.holders import HolderSet, kinds_in
from hoithi.core.units.kinds import UnitKind
from hoithi.people.models import Unit, UnitVersion
from hoithi.people.queries.units import versions_on


@dataclass(frozen=True)
class Asked:
    """One who is to report: a unit, or an agency that no unit of the tree stands for."""

    agency: Agency | None = None
    unit: Unit | None = None


@dataclass(frozen=True)
class Recipients:
    """Something to tick: those whom it names."""

    value: str
    agency: Agency | None
    kind: UnitKind | None
    asked: tuple[Asked, ...]


def recipients(campaign: Campaign, on: date) -> list[Recipients]:
    """The campaign's agencies in their order, then the kinds of units of the tree; three queries.

    A set means the units that its tasks were opened for, else those of its rule.
    """
    versions = list(versions_on(on, campaign.body).order_by("search"))
    opened = _opened(campaign)
    agencies = [
        Recipients(f"a{agency.pk}", agency, None, _of_agency(agency, opened, versions))
        for agency in campaign.agencies.select_related("unit")
    ]
    by_kind: dict[UnitKind, list[Asked]] = defaultdict(list)
    for version in versions:
        by_kind[UnitKind(version.kind)].append(Asked(unit=version.unit))
    kinds = [Recipients(f"k{kind}", None, kind, tuple(by_kind[kind])) for kind in UnitKind]
    return agencies + [one for one in kinds if one.asked]


def _opened(campaign: Campaign) -> dict[int, dict[int, Unit]]:
    """The units that each set of holders was opened for."""
    rows = Holding.objects.filter(task__campaign=campaign, unit__isnull=False)
    found: dict[int, dict[int, Unit]] = defaultdict(dict)
    for row in rows.select_related("unit").only("agency_id", "unit"):
        if row.unit:
            found[row.agency_id][row.unit.pk] = row.unit
    return found


def _of_agency(
    agency: Agency, opened: Mapping[int, Mapping[int, Unit]], versions: Iterable[UnitVersion]
) -> tuple[Asked, ...]:
    holders = HolderSet(agency.holder_set)
    if holders is HolderSet.ONE:
        return (Asked(agency, agency.unit),)
    kinds = kinds_in(holders)
    units = list(opened.get(agency.pk, {}).values()) or [
        one.unit for one in versions if one.kind in kinds
    ]
    return tuple(Asked(agency, unit) for unit in units) or (Asked(agency),)


def chosen(choices: Iterable[Recipients], asked: Iterable[AskedReport]) -> list[str]:
    """The values of those of whom everybody is asked already."""
    rows = list(asked)
    units = {row.unit_id for row in rows}
    agencies = {row.agency_id for row in rows if row.unit_id is None}
    return [
        choice.value
        for choice in choices
        if all(
            one.unit.pk in units if one.unit else one.agency and one.agency.pk in agencies
            for one in choice.asked
        )
    ]
