"""The list of those excluded, and whom of those already entered a change of it touches."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from django.db.models import Count, Q, QuerySet

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import newest_version, version_in_force
from hoithi.core.entering.belonging import Excluded, gravest
from hoithi.core.rulebook.entry import Exclusion, ExclusionEffect
from hoithi.core.vietnamese.text import words_key
from hoithi.documents.spreadsheets import read_table
from hoithi.entries.facts import Door, door_of, excluded_at, exclusion_hashes
from hoithi.entries.facts.exclusions import EXCLUSION_COLUMNS, LineWrong, Named, values_of
from hoithi.entries.models import Entrant, ListedExclusion
from hoithi.people.facts import index_hashes, opened
from hoithi.people.facts.tables import TableRead
from hoithi.people.queries import identities_with
from hoithi.people.queries.tables import doubts_by_line

_AT_ONCE = 300


@dataclass(frozen=True)
class Touched:
    """Somebody who is in already and whom a change of the list reaches."""

    token: str
    name: str
    unit: str
    sittings: int
    before: str
    after: str
    """Effects of exclusions; empty for nobody's."""


def rules_of(contest: Contest, *, at: datetime) -> tuple[Exclusion, ...]:
    """The classes of people whom the rules exclude, as in force or else as last written."""
    version = version_in_force(contest, at=at) or newest_version(contest)
    return rulebook_of(version).entry.exclusions


def rule_of(contest: Contest, key: str, *, at: datetime) -> Exclusion:
    """One of these classes. Raises DoesNotExist."""
    found = next((one for one in rules_of(contest, at=at) if one.key == key), None)
    if found is None:
        raise ListedExclusion.DoesNotExist
    return found


def listed(contest: Contest, text: str = "", rule: str = "") -> QuerySet[ListedExclusion]:
    """The list, newest first; found by whole name (as a keyed hash), masked name or source."""
    rows = contest.exclusions.select_related("added_by").order_by("-added_at", "-pk")
    if rule:
        rows = rows.filter(rule=rule)
    if text:
        named = identities_with(contest.body_id, "name", words_key(text))
        rows = rows.filter(
            Q(identity__in=named) | Q(masked_name__icontains=text) | Q(source__icontains=text)
        )
    return rows


def named_in_table(data: bytes, name: str, on: date) -> TableRead[Named]:
    """The people of a table, and what is wrong with each line."""
    reading = read_table(data, name, EXCLUSION_COLUMNS)
    faults = dict(doubts_by_line(reading))
    people = []
    for row in reading.rows:
        cells = row.values
        one = Named(cells["name"], cells["birth_year"][:4], cells["phone"])
        wrong = [LineWrong(field=field, code=code) for field, code in values_of(one, on=on)[1]]
        if wrong and row.line not in faults:
            faults[row.line] = tuple(wrong)
        people.append(one)
    return TableRead(tuple(people), faults, reading)


def entrants_named(contest: Contest, people: Sequence[Mapping[str, str]]) -> list[Entrant]:
    """Who is in with the name and the birth year or telephone of one of these.

    Found by blind index, then compared exactly as the door does; a query for each few hundred.
    """
    body, found = contest.body_id, dict[int, Entrant]()
    wanted = {one for each in people for one in _hashes(contest, each)}
    names = {words_key(each.get("full_name", "")) for each in people} - {""}
    indexed = (one for name in sorted(names) for one in index_hashes(body, "name", name))
    while some := list(islice(indexed, _AT_ONCE)):
        rows = Entrant.objects.filter(
            contest=contest,
            identity__index__field="name",
            identity__index__body=body,
            identity__index__value_hash__in=some,
        )
        for row in rows.select_related("identity", "unit"):
            if row.identity and wanted & _hashes(contest, opened(row.identity)):
                found[row.pk] = row
    return [found[pk] for pk in sorted(found)]


def _hashes(contest: Contest, values: Mapping[str, str]) -> set[str]:
    return set(exclusion_hashes(contest.body_id, contest.pk, values).values())


def touched_by(
    contest: Contest, rule: Exclusion, people: Iterable[Named], *, at: datetime
) -> list[Touched]:
    """Who is in already and would fall under the rule. A constant number of queries a page."""
    values = [values_of(one, on=at.date())[0] for one in people]
    entrants = entrants_named(contest, values)
    begun = Entrant.objects.filter(pk__in=[one.pk for one in entrants])
    counts = dict(begun.annotate(n=Count("sittings")).values_list("pk", "n"))
    new = Excluded(rule.key, rule.effect)
    return [
        Touched(
            token=one.token,
            name=one.name,
            unit=one.unit.name if one.unit else "",
            sittings=counts[one.pk],
            before=one.effect,
            after=_gravest(one.effect, new),
        )
        for one in entrants
    ]


def _gravest(before: str, new: Excluded) -> str:
    held = [Excluded("", ExclusionEffect(before))] if before else []
    worst = gravest([*held, new])
    return worst.effect if worst else ""


def weighed(contest: Contest, entrants: Sequence[Entrant], *, at: datetime) -> dict[int, str]:
    """The effect that list, roles and units of this moment have on each of these entrants."""
    version = version_in_force(contest, at=at) or newest_version(contest)
    door = door_of(contest, version, at=at)
    return {one.pk: _effect(door, one) for one in entrants}


def _effect(door: Door, entrant: Entrant) -> str:
    values = opened(entrant.identity) if entrant.identity else {}
    found = excluded_at(door, values, entrant.unit.unit_id if entrant.unit else None)
    return found.effect if found else ""
