"""People registered by the secretariat, from a table or one by one: all lines, or none."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from hoithi.contests.models import Contest
from hoithi.core.entering.answers import FieldProblem
from hoithi.core.vietnamese.text import words_key
from hoithi.documents.spreadsheets.read import read_table
from hoithi.entries.actions.entering import (
    AlreadyEntered,
    Entered,
    Prepared,
    prepare,
    store,
)
from hoithi.entries.facts.door import Door
from hoithi.entries.facts.exclusions import LineWrong
from hoithi.entries.facts.refusals import EntryRefused
from hoithi.entries.facts.registering import (
    SEXES,
    STANDINGS,
    PersonAlreadyIn,
    PersonTwice,
    TeamUnitUnclear,
    TeamUnitUnknown,
    ValueOfAnother,
    people_columns,
)
from hoithi.entries.models import Channel, Entrant
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.facts.tables import TableFaulty, TableRead
from hoithi.people.models import Person
from hoithi.people.queries.tables import doubts_by_line

_AT_ONCE = 200


def people_in_table(door: Door, data: bytes, name: str, *, at: datetime) -> TableRead[Prepared]:
    """The people of a table, ready to be let in, and what is wrong with each line. One query.

    Each line passes the door as a form would; bad input is answered with faults, never raised.
    """
    reading = read_table(data, name, people_columns(door))
    faults = dict(doubts_by_line(reading))
    people: list[Prepared] = []
    lines: list[int] = []
    lines_of = LinesOf(door)
    for row in reading.rows:
        if row.line in faults:
            continue
        try:
            answers = lines_of.answers(row.values)
            found = prepare(door, answers, at=at, channel=Channel.SECRETARIAT)
        except EntryRefused as refused:
            faults[row.line] = tuple(line_wrong(one) for one in refused.problems)
        except Refusal as refused:
            faults[row.line] = (refused,)
        else:
            people.append(found)
            lines.append(row.line)
    return TableRead(tuple(people), faults | _known(door, people, lines), reading)


class LinesOf:
    """Lines of a table as the form would send them, with the units and choices that they name.

    These are listed by their words once, since a table may hold thousands of lines.
    """

    def __init__(self, door: Door) -> None:
        self._asks_unit = door.entry.unit is not None
        self._units: dict[str, list[str]] = {}
        for unit in door.units.values():
            self._units.setdefault(words_key(unit.name), []).append(str(unit.id))
        self._standings, self._sexes = _by_words(STANDINGS), _by_words(SEXES)
        self._groups = _by_words({group.key: group.title for group in door.groups})

    def answers(self, values: Mapping[str, str]) -> dict[str, str]:
        """The line as a form; the secretariat holds the signed consent."""
        answers = {**values, "consent": "yes"}
        if self._asks_unit:
            answers["unit"] = self._unit(values["unit"])
            answers["standing"] = self._standings.get(words_key(values.get("standing", "")), "")
        answers["group"] = self._groups.get(words_key(values.get("group", "")), "")
        answers["sex"] = self._sexes.get(words_key(values.get("sex", "")), "")
        answers["birth_year"] = values.get("birth_year", "")[:4]
        answers["birth_date"] = "/".join(reversed(values.get("birth_date", "").split("-")))
        return answers

    def _unit(self, name: str) -> str:
        if not name:
            return ""
        found = self._units.get(words_key(name), ())
        if len(found) > 1:
            raise TeamUnitUnclear(name=name)
        if not found:
            raise TeamUnitUnknown(name=name)
        return found[0]


def _by_words(words: Mapping[Any, str]) -> dict[str, str]:
    """The keys of choices by their words."""
    return {words_key(word): str(key) for key, word in words.items()}


def line_wrong(problem: FieldProblem) -> Refusal:
    """A problem of the form as the fault of a line."""
    return LineWrong(field=problem.field, code=problem.code, **problem.facts)


def _known(door: Door, people: list[Prepared], lines: list[int]) -> dict[int, tuple[Refusal, ...]]:
    hashes = [one.entrant.key_hash for one in people]
    inside = Entrant.objects.filter(contest=door.contest_id, key_hash__in=hashes)
    there = set(inside.values_list("key_hash", flat=True))
    faults: dict[int, tuple[Refusal, ...]] = {}
    seen: set[str] = set()
    for key, line in zip(hashes, lines, strict=True):
        if key in seen:
            faults[line] = (PersonTwice(),)
        elif key in there:
            faults[line] = (PersonAlreadyIn(),)
        seen.add(key)
    return faults


@transaction.atomic
def register_people(
    contest: Contest, read: TableRead[Prepared], *, by: Person, at: datetime
) -> int:
    """Lets in everybody of a clean table; otherwise, or if one came in meanwhile, nobody."""
    if not read.is_clean:
        raise TableFaulty(lines=len(read.faults))
    for first in range(0, len(read.items), _AT_ONCE):
        if not all(store(read.items[first : first + _AT_ONCE])):
            raise PersonAlreadyIn
    facts = {"people": len(read.items)}
    journal.record("entries.people_registered", contest, by=by, at=at, facts=facts)
    return len(read.items)


@transaction.atomic
def register_person(
    door: Door, answers: Mapping[str, str], channel: Channel, *, by: Person, at: datetime
) -> Entered:
    """Lets one person in on behalf of the secretariat, by the fields that the door asks.

    Refuses as the door does (EntryRefused, Barred), and whoever is in (AlreadyEntered).
    """
    prepared = prepare(door, answers, at=at, channel=channel)
    if not store([prepared])[0]:
        raise AlreadyEntered
    facts = {"name": prepared.entrant.name, "channel": channel}
    journal.record("entries.registered", prepared.entrant, by=by, at=at, facts=facts)
    return Entered(prepared.entrant, prepared.code)


def entrant_of_answers(door: Door, answers: Mapping[str, str], *, at: datetime) -> Entrant:
    """Who is in the contest with the identity on the form, for the secretariat.

    Refuses a form on which a value that must be unique is another person's.
    """
    key = prepare(door, answers, at=at).entrant.key_hash
    found = Entrant.objects.filter(contest=door.contest_id, key_hash=key).first()
    if found is None:
        raise ValueOfAnother
    return found
