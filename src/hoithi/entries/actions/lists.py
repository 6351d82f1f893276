"""The contact's deeds: handing in the list, exempting, settling doubts, renewing a code."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from hoithi.contests.facts import rulebook_of
from hoithi.contests.models import Contest
from hoithi.contests.queries import current_version
from hoithi.core.vietnamese.moments import local_day
from hoithi.core.vietnamese.text import masked_name
from hoithi.entries.actions.codes import renew_code
from hoithi.entries.actions.corrections import ask_correction
from hoithi.entries.actions.excluding import ReasonMissing
from hoithi.entries.facts import Door
from hoithi.entries.facts.door import last_day_kept
from hoithi.entries.facts.lists import NamedLine, sealed_fields
from hoithi.entries.models import Entrant, ListedPerson, MatchState, UnitCorrection, UnitList
from hoithi.entries.queries.lists import newest_list
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import opened, sealed_identity
from hoithi.people.facts.tables import TableFaulty, TableRead
from hoithi.people.models import Identity, Person, Unit


class NotOfThisUnit(Refusal):
    """The contestant does not stand for this unit, so its contact gives no code."""


@transaction.atomic
def take_list(
    contest: Contest,
    unit: Unit,
    read: TableRead[NamedLine],
    *,
    by: Person,
    at: datetime,
    file: StoredFile | None = None,
) -> UnitList:
    """Takes a clean table as the unit's list; it replaces the one before. All of it, or nothing.

    The file that is the newest list already is not taken again: a double click is one list.
    """
    if not read.is_clean:
        raise TableFaulty(lines=len(read.faults))
    Contest.objects.select_for_update().get(pk=contest.pk)
    before = newest_list(contest, unit)
    if before is not None and file is not None and before.file_id == file.pk:
        return before
    made = UnitList.objects.create(
        contest=contest,
        unit=unit,
        file=file,
        as_of=local_day(at),
        supplied_by=by,
        supplied_at=at,
    )
    people = _people(made, read.items, at)
    _carry_over(before, people)
    Identity.objects.bulk_create(one.identity for one in people if one.identity)
    ListedPerson.objects.bulk_create(people)
    facts = {"unit": unit.pk, "people": len(people)}
    journal.record("entries.list_taken", made, by=by, at=at, facts=facts)
    return made


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
    rows = list(before.people.select_related("identity"))
    known = {key: row for key, row in _keyed(rows).items() if row is not None}
    for key, person in _keyed(people).items():
        old = known.get(key)
        if person is None or old is None:
            continue
        person.exempt_reason = person.exempt_reason or old.exempt_reason
        person.match, person.entrant_id = old.match, old.entrant_id
        person.rejected = old.rejected


def _keyed(people: Sequence[ListedPerson]) -> dict[tuple[str, str], ListedPerson | None]:
    """People by folded name and birth; None for what several share."""
    found: dict[tuple[str, str], ListedPerson | None] = {}
    for one in people:
        fields = opened(one.identity) if one.identity else {}
        key = fields.get("name", ""), fields.get("born", "")
        found[key] = None if key in found else one
    return found


@transaction.atomic
def exempt(listed: ListedPerson, *, reason: str, by: Person, at: datetime) -> None:
    """Exempts a person with a reason; an empty reason takes the exemption back."""
    listed.exempt_reason = reason.strip()[:200]
    listed.save(update_fields=["exempt_reason"])
    facts = {"name": listed.masked_name, "reason": listed.exempt_reason}
    journal.record("entries.exempted", listed.list, by=by, at=at, facts=facts)


@transaction.atomic
def settle(listed: ListedPerson, entrant: Entrant, *, same: bool, by: Person, at: datetime) -> None:
    """Says that a doubtful contestant is the listed person, or is not."""
    row = ListedPerson.objects.select_for_update().get(pk=listed.pk)
    if same:
        row.entrant, row.match = entrant, MatchState.CONFIRMED
    else:
        row.rejected = sorted({*row.rejected, entrant.pk})
    row.save(update_fields=["entrant", "match", "rejected"])
    facts = {"line": row.line, "entrant": entrant.pk, "same": same}
    journal.record("entries.match_settled", listed.list, by=by, at=at, facts=facts)


@transaction.atomic
def unsettle(listed: ListedPerson, *, by: Person, at: datetime) -> None:
    """Takes back what was said about a line: it is matched anew."""
    listed.entrant, listed.match, listed.rejected = None, MatchState.NONE, []
    listed.save(update_fields=["entrant", "match", "rejected"])
    facts = {"line": listed.line}
    journal.record("entries.match_unsettled", listed.list, by=by, at=at, facts=facts)


def ask_for(
    listed: ListedPerson, entrant: Entrant, door: Door, *, reason: str, by: Person, at: datetime
) -> UnitCorrection:
    """Asks the organiser to move a contestant, who stands elsewhere, to the list's unit."""
    if not reason.strip():
        raise ReasonMissing
    unit = listed.list.unit_id
    return ask_correction(entrant, door, unit, reason=reason, by=by, at=at)


def renew_for(unit: Unit, entrant: Entrant, *, by: Person, at: datetime) -> str:
    """A new entry code, given by the contact of the unit the person stands for."""
    if entrant.unit is None or entrant.unit.unit_id != unit.pk:
        raise NotOfThisUnit
    return renew_code(entrant, by=by, reason="unit_contact", at=at)
