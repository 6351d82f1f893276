"""To which group and unit somebody belongs, and whether the rules exclude them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hoithi.core.rulebook.entry import Exclusion, ExclusionEffect, Group, Standing, UnitChoice
from hoithi.core.units.kinds import Level, UnitKind

GROUP_TO_CHOOSE = "group_to_choose"
NO_GROUP = "no_group"
GROUP_TOO_YOUNG = "group_too_young"
GROUP_TOO_OLD = "group_too_old"
GROUP_NOT_OF_UNIT = "group_not_of_unit"
UNIT_MISSING = "unit_missing"
UNIT_NOT_OFFERED = "unit_not_offered"
UNIT_UNKNOWN = "unit_unknown"
STANDING_TO_CHOOSE = "standing_to_choose"
STANDING_NOT_OF_UNIT = "standing_not_of_unit"

_PLACES = frozenset(kind for kind in UnitKind if kind.level is not Level.BODY)
_HAMLETS = frozenset(kind for kind in UnitKind if kind.level is Level.HAMLET)
_FITTING: Mapping[Standing, frozenset[UnitKind]] = {
    # The People's Committee of a commune is a workplace; a thôn employs nobody.
    Standing.WORKPLACE: frozenset(UnitKind) - _HAMLETS,
    Standing.WORKPLACE_SEAT: _PLACES,
    Standing.RESIDENCE: _PLACES,
    Standing.BRANCH: frozenset(
        {UnitKind.PARTY_BODY, UnitKind.PARTY_CELL, UnitKind.UNION, UnitKind.UNION_BRANCH}
    ),
    Standing.SCHOOL: frozenset({UnitKind.SCHOOL, UnitKind.CENTRE}),
    Standing.ANY: frozenset(UnitKind),
}
"""Of which kinds a unit can be that somebody stands for by a relation."""

_GRAVITY = {effect: place for place, effect in enumerate(ExclusionEffect)}


@dataclass(frozen=True)
class OfferedUnit:
    """A unit that may be chosen at the door."""

    id: int
    version: int
    """The row of the unit's state on the day the door was made."""
    code: str
    kind: str
    name: str
    under: str = ""
    """The name of the unit above it, to tell units of one name apart."""
    search: str = ""


@dataclass(frozen=True)
class Excluded:
    """Under which rule somebody is excluded, and what that means."""

    rule: str
    effect: ExclusionEffect


def fitting_groups(
    groups: Iterable[Group], *, kind_of_unit: str | None, ages: range | None
) -> tuple[Group, ...]:
    """The groups that somebody may belong to, by unit and age; unknown facts exclude nothing."""
    return tuple(
        group
        for group in groups
        if (not group.kinds_of_unit or kind_of_unit in group.kinds_of_unit)
        and _age_fits(group, ages)
    )


def _age_fits(group: Group, ages: range | None) -> bool:
    if ages is None:
        return True
    least = 0 if group.min_age is None else group.min_age
    most = ages[-1] if group.max_age is None else group.max_age
    return ages[-1] >= least and ages[0] <= most


def group_of(
    groups: tuple[Group, ...], chosen: str, *, kind_of_unit: str | None, ages: range | None
) -> tuple[str, str | None]:
    """The key of the group and what is wrong, if anything.

    The only fitting group is taken without asking; among several the person's choice counts.
    """
    if not groups:
        return "", None
    fitting = fitting_groups(groups, kind_of_unit=kind_of_unit, ages=ages)
    if not fitting:
        return "", NO_GROUP
    if len(fitting) == 1:
        return fitting[0].key, None
    if chosen in {group.key for group in fitting}:
        return chosen, None
    return "", GROUP_TO_CHOOSE


def standing_of(rule: UnitChoice, chosen: str) -> tuple[str, str | None]:
    """By which relation the unit was chosen; asked only where the rulebook offers several."""
    if len(rule.standings) == 1:
        return rule.standings[0], None
    if chosen in {str(one) for one in rule.standings}:
        return Standing(chosen), None
    return "", STANDING_TO_CHOOSE


def standings_for(
    rule: UnitChoice, kind: str, offered_kinds: Iterable[str]
) -> tuple[Standing, ...]:
    """The relations of the rulebook by which somebody can stand for a unit of this kind.

    A relation that fits no kind offered says something of its own (the thôn of one's party cell)
    and fits every kind; where none is left, all of them do.
    """
    kinds = set(offered_kinds)
    fitting = tuple(
        one
        for one in rule.standings
        if any(kind == fit for fit in _FITTING[one])
        or not any(fit in kinds for fit in _FITTING[one])
    )
    return fitting or rule.standings


def unit_of(
    rule: UnitChoice, chosen: str, offered: Mapping[int, OfferedUnit], *, typed: str = ""
) -> tuple[OfferedUnit | None, str | None]:
    """The chosen unit among those offered, and what is wrong, if anything.

    Words that were typed and led to no unit are a slip, even where one may have none.
    """
    if not chosen.strip() and typed.strip():
        return None, UNIT_UNKNOWN
    if not chosen.strip():
        return None, None if rule.may_have_none else UNIT_MISSING
    if not (chosen.isascii() and chosen.isdigit()):
        return None, UNIT_NOT_OFFERED
    unit = offered.get(int(chosen))
    return unit, None if unit else UNIT_NOT_OFFERED


def gravest(found: Iterable[Excluded]) -> Excluded | None:
    """The exclusion that weighs most: barred before unranked before no prize."""
    return min(found, key=lambda one: _GRAVITY[one.effect], default=None)


def role_exclusions(exclusions: Iterable[Exclusion]) -> Mapping[str, Excluded]:
    """For each role of the system that carries an exclusion, the gravest one."""
    found: dict[str, list[Excluded]] = {}
    for rule in exclusions:
        for role in rule.roles:
            found.setdefault(role, []).append(Excluded(rule.key, rule.effect))
    return {role: gravest(each) or each[0] for role, each in found.items()}


def unfit_for(
    groups: Iterable[Group], chosen: str, *, kind_of_unit: str | None, ages: range | None
) -> tuple[str, Mapping[str, int]] | None:
    """Why the group somebody chose is not theirs, with the age it asks for; None where it is."""
    group = next((one for one in groups if one.key == chosen), None)
    if group is None:
        return None
    if group.kinds_of_unit and kind_of_unit not in group.kinds_of_unit:
        return GROUP_NOT_OF_UNIT, {}
    if ages is None:
        return None
    if group.min_age is not None and ages[-1] < group.min_age:
        return GROUP_TOO_YOUNG, {"age": group.min_age}
    if group.max_age is not None and ages[0] > group.max_age:
        return GROUP_TOO_OLD, {"age": group.max_age}
    return None


def groups_to_ask(
    groups: tuple[Group, ...], kinds: Iterable[str | None], ages: Iterable[range | None]
) -> tuple[Group, ...]:
    """The groups among which somebody may have to choose: those that fit together one of these
    kinds of unit (none where one stands for no unit) and one of these ages. Empty where unit and
    age always say the group."""
    spans = list(ages)
    together: set[str] = set()
    for kind in kinds:
        for span in spans:
            fitting = fitting_groups(groups, kind_of_unit=kind, ages=span)
            if len(fitting) > 1:
                together.update(group.key for group in fitting)
    return tuple(group for group in groups if group.key in together)
