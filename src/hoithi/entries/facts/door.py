"""The door of a contest: all that is needed to let somebody in without asking the database."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest, RulebookVersion
from hoithi.core.entering.belonging import Excluded, OfferedUnit, gravest, role_exclusions
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.entry import EntryRules, Exclusion, ExclusionEffect, Group, UnitChoice
from hoithi.core.rulebook.moments import instant
from hoithi.core.vietnamese.identifiers import IdentityRefused
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.phones import phone
from hoithi.entries.facts.keys import exclusion_hashes
from hoithi.entries.models import ListedExclusion
from hoithi.people.models import Role, UnitVersion
from hoithi.people.queries.units import in_force


@dataclass(frozen=True)
class Door:
    """Rules, units, groups and exclusions of one version; made anew when one of them changes."""

    contest_id: int
    body_id: int
    slug: str
    version_id: int
    entry: EntryRules
    groups: tuple[Group, ...]
    units: Mapping[int, OfferedUnit]
    excluded: Mapping[str, Excluded]
    """By the hashes of `exclusion_hashes`."""
    excluded_units: Mapping[int, Excluded]
    erase_after: date | None


def door_of(contest: Contest, version: RulebookVersion, *, at: datetime) -> Door:
    """The door as the version states it and the rows of today fill it. A few queries."""
    rulebook = rulebook_of(version)
    entry = rulebook.entry
    states = _states(contest, entry.exclusions, entry.unit, on=local_day(at))
    return Door(
        contest_id=contest.pk,
        body_id=contest.body_id,
        slug=contest.slug,
        version_id=version.pk,
        entry=entry,
        groups=rulebook.groups,
        units=_offered(entry.unit, states),
        excluded=_merged([*_listed(contest), *_by_role(contest, entry.exclusions, at)]),
        excluded_units=_excluded_units(entry.exclusions, states),
        erase_after=last_day_kept(rulebook),
    )


def _states(
    contest: Contest, exclusions: Iterable[Exclusion], rule: UnitChoice | None, *, on: date
) -> list[UnitVersion]:
    """The states of today of the body's own units, and of the register where the rules name it."""
    named = set(rule.under if rule else ()) | {code for one in exclusions for code in one.units}
    nationals = Q(unit__body__isnull=True) if named else Q(pk__in=[])
    states = UnitVersion.objects.filter(in_force(on), Q(unit__body_id=contest.body_id) | nationals)
    return list(states.select_related("unit"))


def _under(codes: Iterable[str], states: list[UnitVersion]) -> set[int]:
    """The ids of all units below these, and of these themselves."""
    below: dict[int, list[int]] = {}
    for state in states:
        if state.parent_id is not None:
            below.setdefault(state.parent_id, []).append(state.unit_id)
    wanted = set(codes)
    reached = {state.unit_id for state in states if state.unit.code in wanted}
    fringe = set(reached)
    while fringe:
        fringe = {child for unit in fringe for child in below.get(unit, ())} - reached
        reached |= fringe
    return reached


def _offered(rule: UnitChoice | None, states: list[UnitVersion]) -> dict[int, OfferedUnit]:
    if rule is None:
        return {}
    names = {state.unit_id: state.name for state in states}
    if rule.under:
        among = _under(rule.under, states) - _only_above(rule, states)
    else:
        among = {state.unit_id for state in states if state.unit.body_id is not None}
    return {
        state.unit_id: OfferedUnit(
            id=state.unit_id,
            version=state.pk,
            code=state.unit.code,
            kind=state.kind,
            name=state.name,
            under=names.get(state.parent_id or 0, ""),
            search=state.search,
        )
        for state in states
        if state.unit_id in among and (not rule.kinds or state.kind in rule.kinds)
    }


def _only_above(rule: UnitChoice, states: list[UnitVersion]) -> set[int]:
    """Units that the rule names for those below them: a province for its communes.

    A unit that is named and has none below it, or is of a kind that the rule names, is offered
    itself: communes that were picked one by one.
    """
    above = {state.parent_id for state in states}
    return {
        state.unit_id
        for state in states
        if state.unit.code in rule.under and state.unit_id in above and state.kind not in rule.kinds
    }


def _excluded_units(
    exclusions: Iterable[Exclusion], states: list[UnitVersion]
) -> dict[int, Excluded]:
    found: dict[int, list[Excluded]] = {}
    for rule in exclusions:
        for unit in _under(rule.units, states):
            found.setdefault(unit, []).append(Excluded(rule.key, rule.effect))
    return {unit: worst for unit, each in found.items() if (worst := gravest(each))}


def _listed(contest: Contest) -> Iterable[tuple[str, Excluded]]:
    rows = ListedExclusion.objects.filter(contest=contest)
    for rule, effect, *hashes in rows.values_list("rule", "effect", "key_hash", "phone_hash"):
        for one in filter(None, hashes):
            yield one, Excluded(rule, ExclusionEffect(effect))


def _by_role(
    contest: Contest, exclusions: Iterable[Exclusion], at: datetime
) -> Iterable[tuple[str, Excluded]]:
    """People of the system whose role carries an exclusion, as far as their telephone is known."""
    carried = role_exclusions(exclusions)
    roles = Role.objects.filter(
        Q(until__isnull=True) | Q(until__gt=at),
        Q(contest_id=contest.pk) | Q(contest_id=None, body_id=contest.body_id),
        name__in=list(carried),
    ).values_list("name", "person__full_name", "person__phone")
    for role, name, number in roles:
        try:
            known = {"full_name": name, "phone": phone(number)}
        except IdentityRefused:
            continue
        for one in exclusion_hashes(contest.body_id, contest.pk, known).values():
            yield one, carried[role]


def excluded_at(door: Door, values: Mapping[str, str], unit_id: int | None) -> Excluded | None:
    """The gravest exclusion of a person with these fields who stands for this unit."""
    hashes = (
        exclusion_hashes(door.body_id, door.contest_id, values).values() if door.excluded else ()
    )
    found = [door.excluded[one] for one in hashes if one in door.excluded]
    if unit_id is not None and unit_id in door.excluded_units:
        found.append(door.excluded_units[unit_id])
    return gravest(found)


def _merged(pairs: Iterable[tuple[str, Excluded]]) -> dict[str, Excluded]:
    found: dict[str, list[Excluded]] = {}
    for key, excluded in pairs:
        found.setdefault(key, []).append(excluded)
    return {key: worst for key, each in found.items() if (worst := gravest(each))}


def last_day_kept(rulebook: Rulebook) -> date | None:
    """The last day on which identities are kept; None while no round has its time."""
    ends = [one.publishes or (one.window.closes if one.window else None) for one in rulebook.rounds]
    known = [instant(end) for end in ends if end is not None]
    if not known:
        return None
    return local_day(max(known)) + timedelta(days=rulebook.retention_days)
