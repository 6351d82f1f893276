"""The list of those whom the rules exclude, typed in or read from a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from hoithi.contests.models import Contest
from hoithi.core.entering.values import read_value
from hoithi.core.rulebook.entry import Exclusion, IdentityKind
from hoithi.core.vietnamese.identifiers import IdentityRefused
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import masked_name, words_key
from hoithi.entries.facts import exclusion_hashes
from hoithi.entries.models import ListedExclusion
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import sealed_identity
from hoithi.people.models import Person

_READ = {
    "name": IdentityKind.FULL_NAME,
    "birth_year": IdentityKind.BIRTH_YEAR,
    "phone": IdentityKind.PHONE,
}


@dataclass(frozen=True)
class Named:
    """A line of the list as typed; birth year or telephone may be empty, not both."""

    name: str
    birth_year: str = ""
    phone: str = ""


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
    in the contest already are not touched: the organiser decides about them one by one.
    """
    lines = [_values(one, on=local_day(at)) for one in people]
    problems = [
        LineProblem(number, *wrong) for number, (_, each) in enumerate(lines, 1) for wrong in each
    ]
    if problems:
        raise ListRefused(problems)
    known = set(contest.exclusions.filter(rule=rule.key).values_list("key_hash", "phone_hash"))
    added = []
    for values, _ in lines:
        row = _row(contest, rule, values, source=source, by=by, at=at)
        if (row.key_hash, row.phone_hash) not in known:
            known.add((row.key_hash, row.phone_hash))
            added.append(row)
    for row in added:
        _save(row)
    journal.record(
        "entries.excluded", contest, by=by, at=at, facts={"rule": rule.key, "people": len(added)}
    )
    return added


@transaction.atomic
def readmit(listed: ListedExclusion, *, reason: str, by: Person, at: datetime) -> None:
    """Takes somebody off the list; the journal keeps the reason."""
    facts = {"rule": listed.rule, "name": listed.masked_name, "reason": reason}
    journal.record("entries.readmitted", listed, by=by, at=at, facts=facts)
    identity = listed.identity
    listed.delete()
    if identity is not None:
        identity.delete()


def _values(named: Named, *, on: date) -> tuple[dict[str, str], list[tuple[str, str]]]:
    values: dict[str, str] = {}
    problems: list[tuple[str, str]] = []
    for field, kind in _READ.items():
        text = getattr(named, field)
        if not text.strip():
            continue
        try:
            values[kind] = read_value(kind, text, on=on)
        except IdentityRefused as refused:
            problems.append((field, refused.fault))
    if not named.name.strip():
        problems.append(("name", "missing"))
    if not named.birth_year.strip() and not named.phone.strip():
        problems.append(("birth_year", "birth_or_phone_missing"))
    return values, problems


def _row(
    contest: Contest,
    rule: Exclusion,
    values: dict[str, str],
    *,
    source: str,
    by: Person,
    at: datetime,
) -> ListedExclusion:
    hashes = exclusion_hashes(contest.body_id, contest.pk, values)
    name = values[IdentityKind.FULL_NAME]
    fields = {**values, "name": words_key(name)}
    identity, _ = sealed_identity(contest.body_id, fields, masked_name(name), at, None)
    return ListedExclusion(
        contest=contest,
        rule=rule.key,
        identity=identity,
        key_hash=hashes.get("birth_year", ""),
        phone_hash=hashes.get("phone", ""),
        masked_name=masked_name(name),
        effect=rule.effect,
        source=source,
        added_by=by,
        added_at=at,
    )


def _save(row: ListedExclusion) -> None:
    if row.identity is not None:
        row.identity.save(force_insert=True)
    row.save(force_insert=True)
