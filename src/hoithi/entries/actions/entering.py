"""Letting somebody in: prepared without the database, stored alone or many at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from hoithi.contests.models import Contest
from hoithi.core.entering.answers import (
    FieldProblem,
    Understood,
    compared,
    key_parts,
    understand,
)
from hoithi.core.entering.belonging import (
    STANDING_NOT_OF_UNIT,
    UNIT_UNKNOWN,
    Excluded,
    OfferedUnit,
    group_of,
    standing_of,
    standings_for,
    unfit_for,
    unit_of,
)
from hoithi.core.rulebook.entry import Exclusion, ExclusionEffect, IdentityKind, UnitChoice
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import masked_name, words_key
from hoithi.entries.facts import Door, code_hash, excluded_at
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.entries.models import Channel, Entrant, EntrantKind, TakenValue
from hoithi.journal import actions as journal
from hoithi.kit.ids import new_code, new_id, new_token
from hoithi.kit.inserting import inserted, new_row, put_in
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import key_hash, sealed_identity
from hoithi.people.models import Identity, IdentityIndex, Person, UnitVersion

_TYPED_SHOWN = 60
"""Characters of a unit's typed name that are given back in a sentence."""


class Barred(Refusal):
    """The rules of the contest exclude this person (`who`: the class of people in its words)."""


class AlreadyEntered(Refusal):
    """Needs the entry code: the answer is the same whatever of the identity is taken."""


@dataclass(frozen=True)
class Prepared:
    """Unsaved rows of one entry, checked completely, and the code to tell the person."""

    entrant: Entrant
    identity: Identity
    index: tuple[IdentityIndex, ...]
    taken: tuple[TakenValue, ...]
    code: str


@dataclass(frozen=True)
class Entered:
    """Somebody is in; the code is known only now."""

    entrant: Entrant
    code: str


@dataclass(frozen=True)
class _Belongs:
    unit: OfferedUnit | None
    standing: str
    group: str
    problems: tuple[FieldProblem, ...]


def prepare(
    door: Door,
    answers: Mapping[str, str],
    *,
    at: datetime,
    channel: Channel = Channel.ONLINE,
    device_hash: str = "",
) -> Prepared:
    """The rows of an entry, without asking the database.

    Refuses a form with problems (EntryRefused) and people whom the rules bar (Barred).
    """
    understood = understand(door.entry, answers, on=local_day(at))
    belongs = _belonging(door, answers, understood)
    if understood.problems or belongs.problems:
        raise EntryRefused([*understood.problems, *belongs.problems])
    excluded = excluded_at(door, understood.values, belongs.unit.id if belongs.unit else None)
    if excluded is not None and excluded.effect is ExclusionEffect.BARRED:
        raise Barred(who=_rule(door, excluded).who)
    code = new_code()
    entrant = _entrant(door, understood, belongs, at)
    entrant.code_hash = code_hash(door.body_id, door.contest_id, code)
    entrant.effect = excluded.effect if excluded else ""
    entrant.channel, entrant.device_hash = channel, device_hash
    return _with_identity(door, entrant, understood.values, code)


def _belonging(door: Door, answers: Mapping[str, str], understood: Understood) -> _Belongs:
    unit, standing, problems = None, "", []
    if door.entry.unit is not None:
        typed = answers.get("unit_text", "").strip()
        unit, wrong = unit_of(door.entry.unit, answers.get("unit", ""), door.units, typed=typed)
        facts = {"typed": typed[:_TYPED_SHOWN]} if wrong == UNIT_UNKNOWN else {}
        problems += [FieldProblem("unit", wrong, facts)] if wrong else []
        if unit is not None:
            standing, unfit = _standing(door, door.entry.unit, answers.get("standing", ""), unit)
            problems += unfit
    group, unfit = _group(door, answers.get("group", ""), unit, understood)
    problems += unfit
    return _Belongs(unit, standing, group, tuple(problems))


def _standing(
    door: Door, rule: UnitChoice, chosen: str, unit: OfferedUnit
) -> tuple[str, list[FieldProblem]]:
    """By which relation one stands for the unit, and why it cannot be this one."""
    standing, wrong = standing_of(rule, chosen)
    if wrong:
        return standing, [FieldProblem("standing", wrong)]
    fitting = standings_for(rule, unit.kind, {one.kind for one in door.units.values()})
    if standing in fitting:
        return standing, []
    facts = {"unit": unit.name, "fitting": tuple(map(str, fitting))}
    return standing, [FieldProblem("standing", STANDING_NOT_OF_UNIT, facts)]


def _group(
    door: Door, chosen: str, unit: OfferedUnit | None, understood: Understood
) -> tuple[str, list[FieldProblem]]:
    """The group, and why it is not the chosen one where the choice does not fit."""
    kind = unit.kind if unit else None
    group, wrong = group_of(door.groups, chosen, kind_of_unit=kind, ages=understood.ages)
    if wrong is None:
        return group, []
    unfit = unfit_for(door.groups, chosen, kind_of_unit=kind, ages=understood.ages)
    return group, [FieldProblem("group", *unfit) if unfit else FieldProblem("group", wrong)]


def _rule(door: Door, excluded: Excluded) -> Exclusion:
    return next(one for one in door.entry.exclusions if one.key == excluded.rule)


def _entrant(door: Door, understood: Understood, belongs: _Belongs, at: datetime) -> Entrant:
    values = understood.values
    return new_row(
        Entrant,
        id=new_id(),
        contest_id=door.contest_id,
        kind=EntrantKind.PERSON,
        token=new_token(),
        identity_id=None,
        key_hash=key_hash(door.body_id, door.contest_id, key_parts(door.entry, values)),
        code_hash="",
        code_number=1,
        name=masked_name(values.get(IdentityKind.FULL_NAME, "")),
        unit_id=belongs.unit.version if belongs.unit else None,
        standing=belongs.standing,
        group=belongs.group,
        channel=Channel.ONLINE,
        effect="",
        female=understood.female,
        birth_year=understood.birth_year,
        consented_at=at,
        guardian_consented_at=at if understood.minor else None,
        device_hash="",
        registered_at=at,
    )


def _with_identity(door: Door, entrant: Entrant, values: Mapping[str, str], code: str) -> Prepared:
    # The folded name stands among the sealed fields so that a change of keys can index it again.
    name = words_key(values.get(IdentityKind.FULL_NAME, ""))
    identity, index = sealed_identity(
        door.body_id,
        {**values, "name": name},
        entrant.name,
        entrant.registered_at,
        door.erase_after,
    )
    entrant.identity = identity
    taken = [
        TakenValue(
            contest_id=door.contest_id,
            field=one.kind,
            value_hash=_value_hash(door, one.kind, values[one.kind]),
            entrant=entrant,
        )
        for one in door.entry.fields
        if one.unique and one.kind in values
    ]
    return Prepared(entrant, identity, tuple(index), tuple(taken), code)


def _value_hash(door: Door, kind: IdentityKind, value: str) -> str:
    return key_hash(door.body_id, door.contest_id, ["unique", kind, compared(kind, value)])


def enter(
    door: Door,
    answers: Mapping[str, str],
    *,
    at: datetime,
    channel: Channel = Channel.ONLINE,
    device_hash: str = "",
) -> Entered:
    """Lets one person in. Refuses as `prepare` does, and whoever is in already (AlreadyEntered)."""
    prepared = prepare(door, answers, at=at, channel=channel, device_hash=device_hash)
    if not store([prepared])[0]:
        raise AlreadyEntered
    return Entered(prepared.entrant, prepared.code)


@transaction.atomic
def store(entries: Sequence[Prepared]) -> list[bool]:
    """Writes many entries at once; for each, whether it is in.

    The first with a key (or with a value that must be unique) is in; the others change nothing.
    Safe to repeat: an entry that is already stored is in.
    """
    rows = sorted((one.entrant for one in entries), key=_key)
    stored = set(put_in(Entrant, rows))
    stored -= _with_taken_values([one for one in entries if one.entrant.pk in stored])
    kept = [one for one in entries if one.entrant.pk in stored]
    put_in(Identity, [one.identity for one in kept])
    put_in(IdentityIndex, [row for one in kept for row in one.index])
    return [one.entrant.pk in stored for one in entries]


def _key(entrant: Entrant) -> tuple[int, str]:
    """Processes that let in the same people wait for one another in the same order."""
    return entrant.contest_id, entrant.key_hash


def _with_taken_values(entries: Sequence[Prepared]) -> set[int]:
    """Takes the values that must be unique; removes the entrants who found theirs taken."""
    wanted = [row for one in entries for row in one.taken]
    if not wanted:
        return set()
    inserted(TakenValue, wanted)
    held = set(
        TakenValue.objects.filter(entrant_id__in=[one.entrant.pk for one in entries]).values_list(
            "entrant_id", "field"
        )
    )
    late = {row.entrant_id for row in wanted if (row.entrant_id, row.field) not in held}
    Entrant.objects.filter(pk__in=late).delete()
    return late


@transaction.atomic
def register(
    contest: Contest,
    kind: EntrantKind,
    name: str,
    *,
    unit: UnitVersion | None,
    by: Person,
    at: datetime,
) -> Entrant:
    """Enters a team or a unit on behalf of the secretariat. Refuses a name that is already in."""
    entrant, made = Entrant.objects.get_or_create(
        contest=contest,
        key_hash=key_hash(contest.body_id, contest.pk, [kind, words_key(name)]),
        defaults={
            "kind": kind,
            "name": name,
            "unit": unit,
            "channel": Channel.SECRETARIAT,
            "consented_at": at,
            "registered_at": at,
        },
    )
    if not made:
        raise AlreadyEntered
    journal.record("entries.registered", entrant, by=by, at=at, facts={"name": name})
    return entrant
