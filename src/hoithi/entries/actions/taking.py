"""Taking a unit's named list: written in chunks under a draft, made valid by one small write."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import masked_name
from hoithi.entries.facts.door import last_day_kept
from hoithi.entries.facts.lists import ListStale, NamedLine, keyed, sealed_fields, stamp_of
from hoithi.entries.models import ListedPerson, UnitList
from hoithi.entries.queries.lists import newest_list
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.people.facts import sealed_identity
from hoithi.people.facts.tables import TableFaulty, TableRead
from hoithi.people.models import Identity, Person, Unit

_AT_ONCE = 200
"""People of one write: a few milliseconds, so that the exam never waits for a list."""
PATIENCE = timedelta(minutes=10)
"""A draft that is still not whole after this was given up by a process that died."""


@dataclass(frozen=True)
class Source:
    """Where a list comes from, and what was seen of the one it replaces."""

    file: StoredFile | None = None
    stamp: str | None = None
    """Of the list with which it was compared on screen; None where nobody compared."""


def take_list(
    contest: Contest,
    unit: Unit,
    read: TableRead[NamedLine],
    *,
    by: Person,
    at: datetime,
    source: Source = Source(),
) -> UnitList:
    """Takes a clean table as the unit's list; it replaces the one before. All of it, or nothing.

    The file that is the newest list already is not taken again: a double click is one list.
    Refuses when the list it replaces is not the one that was seen (ListStale).
    """
    if not read.is_clean:
        raise TableFaulty(lines=len(read.faults))
    before = newest_list(contest, unit)
    if before is not None and _is_taken(before, source):
        return before
    if source.stamp not in {None, stamp_of(before)}:
        raise ListStale
    made = _draft(contest, unit, source, by, at)
    people = _people(made, read.items, at)
    _carry_over(before, people)
    with _removed_unless_whole(made):
        _write(people)
        return _made_valid(made, before, by=by, at=at)


def _is_taken(before: UnitList, source: Source) -> bool:
    return source.file is not None and before.file_id == source.file.pk


def _draft(contest: Contest, unit: Unit, source: Source, by: Person, at: datetime) -> UnitList:
    return UnitList.objects.create(
        contest=contest,
        unit=unit,
        file=source.file,
        as_of=local_day(at),
        supplied_by=by,
        supplied_at=at,
    )


def _people(made: UnitList, lines: Sequence[NamedLine], at: datetime) -> list[ListedPerson]:
    """The unsaved rows of the lines, with their sealed identities."""
    contest = made.contest
    erase_after = last_day_kept(rulebook_of(current_version(contest, at=at)))
    people = []
    for line in lines:
        name = masked_name(line.full_name)
        fields = sealed_fields(line)
        identity, _ = sealed_identity(contest.body_id, fields, name, at, erase_after)
        person = ListedPerson(
            list=made,
            line=line.line,
            identity=identity,
            masked_name=name,
            post=line.post[:120],
            exempt_reason=line.exempt[:200],
        )
        people.append(person)
    return people


def _carry_over(before: UnitList | None, people: Sequence[ListedPerson]) -> None:
    """What the contact settled about somebody stays, where name and birth are the same.

    Nobody is carried over who stands twice in either list: one cannot tell which of the two.
    """
    if before is None:
        return
    known = keyed(before.people.select_related("identity"))
    for key, person in keyed(people).items():
        old = known.get(key)
        if person is None or old is None:
            continue
        person.exempt_reason = person.exempt_reason or old.exempt_reason
        person.match, person.entrant_id = old.match, old.entrant_id
        person.rejected = old.rejected


def _write(people: Sequence[ListedPerson]) -> None:
    for first in range(0, len(people), _AT_ONCE):
        some = people[first : first + _AT_ONCE]
        with transaction.atomic():
            Identity.objects.bulk_create(one.identity for one in some if one.identity)
            ListedPerson.objects.bulk_create(some)


@transaction.atomic
def _made_valid(made: UnitList, before: UnitList | None, *, by: Person, at: datetime) -> UnitList:
    """The draft counts from now on, unless the list it was made from is no longer the newest."""
    contest = Contest.objects.select_for_update().get(pk=made.contest_id)
    # Whoever says something about a person of the old list waits here, and is then refused.
    list(contest.unit_lists.select_for_update().filter(unit=made.unit_id, whole=True))
    now = newest_list(contest, made.unit)
    if now is not None and _is_taken(now, Source(made.file)):
        return now
    if stamp_of(now) != stamp_of(before):
        raise ListStale
    UnitList.objects.filter(pk=made.pk).update(whole=True)
    made.whole = True
    facts = {"unit": made.unit_id, "people": made.people.count()}
    journal.record("entries.list_taken", made, by=by, at=at, facts=facts)
    return made


@contextmanager
def _removed_unless_whole(made: UnitList) -> Iterator[None]:
    try:
        yield
    finally:
        if not UnitList.objects.filter(pk=made.pk, whole=True).exists():
            remove_draft(made)


def remove_draft(draft: UnitList) -> None:
    """Removes a list that never became whole, with the sealed names, a chunk at a time."""
    while found := dict(draft.people.values_list("pk", "identity_id")[:_AT_ONCE]):
        with transaction.atomic():
            ListedPerson.objects.filter(pk__in=found).delete()
            Identity.objects.filter(pk__in=filter(None, found.values())).delete()
    UnitList.objects.filter(pk=draft.pk, whole=False).delete()
