"""The list of those whom the rules exclude, typed in or read from a table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import newest_version
from hoithi.core.rulebook.entry import Exclusion, IdentityKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import masked_name, words_key
from hoithi.entries.facts import exclusion_hashes
from hoithi.entries.facts.door import last_day_kept
from hoithi.entries.facts.exclusions import Named, values_of
from hoithi.entries.models import Entrant, ListedExclusion
from hoithi.entries.queries.exclusions import entrants_named, weighed
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import opened, sealed_identity
from hoithi.people.models import Identity, IdentityIndex, Person

AT_MOST = 2_000
"""People added at once: more is not a list of those who run the contest."""


@dataclass(frozen=True)
class LineProblem:
    """What is wrong with a line, counted from 1."""

    line: int
    field: str
    code: str


class ListRefused(Refusal):
    """Lines of the list cannot be read; nothing of it was taken (`problems`)."""

    def __init__(self, problems: Sequence[LineProblem]) -> None:
        super().__init__(problems=tuple(problems))
        self.problems = tuple(problems)


class TooManyNamed(Refusal):
    """More people than a list takes at once (`at_most`)."""


class ReasonMissing(Refusal):
    """Taking somebody off the list, or declining a request, needs its reason."""


@dataclass(frozen=True)
class _New:
    """What all people added at once have in common."""

    contest: Contest
    rule: Exclusion
    source: str
    by: Person
    at: datetime
    kept_until: date | None


@transaction.atomic
def exclude(
    contest: Contest,
    rule: Exclusion,
    people: Sequence[Named],
    *,
    source: str,
    by: Person,
    at: datetime,
) -> list[ListedExclusion]:
    """Adds people to the list under a rule, from the decision or list that names them (`source`).

    All lines or none. Somebody listed under the same rule already is not doubled. Those who are
    in the contest already are weighed anew: from now on the rule has its effect on them; what
    is published stays as it is.
    """
    values = _read(people, at)
    # Two clicks at once wait here for one another.
    Contest.objects.select_for_update().get(pk=contest.pk)
    kept_until = last_day_kept(rulebook_of(newest_version(contest)))
    made = _listed(_New(contest, rule, source, by, at, kept_until), values)
    facts = {"rule": rule.key, "people": len(made)}
    journal.record("entries.excluded", contest, by=by, at=at, facts=facts)
    weigh(contest, entrants_named(contest, values), by=by, at=at)
    return made


def _listed(new: _New, values: Sequence[Mapping[str, str]]) -> list[ListedExclusion]:
    """The rows of those who are not on the list under this rule yet."""
    under = new.contest.exclusions.filter(rule=new.rule.key)
    known = set(under.values_list("key_hash", "phone_hash"))
    added: dict[tuple[str, str], tuple[ListedExclusion, list[IdentityIndex]]] = {}
    for row, index in (_row(new, one) for one in values):
        if (row.key_hash, row.phone_hash) not in known:
            added.setdefault((row.key_hash, row.phone_hash), (row, index))
    Identity.objects.bulk_create(row.identity for row, _ in added.values() if row.identity)
    IdentityIndex.objects.bulk_create(one for _, index in added.values() for one in index)
    return ListedExclusion.objects.bulk_create(row for row, _ in added.values())


def _read(people: Sequence[Named], at: datetime) -> list[dict[str, str]]:
    if len(people) > AT_MOST:
        raise TooManyNamed(at_most=AT_MOST)
    lines = [values_of(one, on=local_day(at)) for one in people]
    problems = [
        LineProblem(number, *wrong) for number, (_, each) in enumerate(lines, 1) for wrong in each
    ]
    if problems:
        raise ListRefused(problems)
    return [values for values, _ in lines]


@transaction.atomic
def readmit(row: ListedExclusion, *, reason: str, by: Person, at: datetime) -> None:
    """Takes somebody off the list; the journal keeps the reason. Refuses an empty one.

    Whoever is in already is weighed anew: another line, a role or a unit may still exclude them.
    """
    if not reason.strip():
        raise ReasonMissing
    facts = {"rule": row.rule, "name": row.masked_name, "reason": reason.strip()[:500]}
    journal.record("entries.readmitted", row, by=by, at=at, facts=facts)
    identity, contest = row.identity, row.contest
    entrants = entrants_named(contest, [opened(identity)]) if identity else []
    row.delete()
    if identity is not None:
        identity.delete()
    weigh(contest, entrants, by=by, at=at)


def weigh(contest: Contest, entrants: Sequence[Entrant], *, by: Person, at: datetime) -> None:
    """Gives entrants the effect that the list has on them now, each change with its trace."""
    effects = weighed(contest, entrants, at=at) if entrants else {}
    changed = [one for one in entrants if one.effect != effects[one.pk]]
    for one in changed:
        facts = {"name": one.name, "before": one.effect, "after": effects[one.pk]}
        one.effect = effects[one.pk]
        journal.record("entries.effect_changed", one, by=by, at=at, facts=facts)
    Entrant.objects.bulk_update(changed, ["effect"])


def _row(new: _New, values: Mapping[str, str]) -> tuple[ListedExclusion, list[IdentityIndex]]:
    hashes = exclusion_hashes(new.contest.body_id, new.contest.pk, values)
    name = values[IdentityKind.FULL_NAME]
    fields = {**values, "name": words_key(name)}
    shown = masked_name(name)
    identity, index = sealed_identity(new.contest.body_id, fields, shown, new.at, new.kept_until)
    row = ListedExclusion(
        contest=new.contest,
        rule=new.rule.key,
        identity=identity,
        key_hash=hashes.get("birth_year", ""),
        phone_hash=hashes.get("phone", ""),
        masked_name=shown,
        effect=new.rule.effect,
        source=new.source,
        added_by=new.by,
        added_at=new.at,
    )
    return row, index
