"""Units that are equal: where the committee gives its value, and where lots part them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from hoithi.core.collective.judged import equals_before
from hoithi.core.rulebook.ranking import Aggregate, Direction
from hoithi.results.facts.snapshot import CollectiveShown, Head, TableShown, UnitLine, Value
from hoithi.results.models import Draft
from hoithi.results.queries import stored


@dataclass(frozen=True)
class UnitToJudge:
    """A unit between equals, and what the committee gave it so far."""

    number: int
    name: str
    value: Value


@dataclass(frozen=True)
class UnitTie:
    """Units that everything before a judged key leaves equal."""

    table: str
    """Title of the collective ranking."""
    title: str
    """Of the judged key, in the words of the rules; may be empty."""
    more_first: bool
    units: tuple[UnitToJudge, ...]

    @property
    def is_open(self) -> bool:
        """Whether the committee's value is missing for one of them."""
        return any(one.value is None for one in self.units)


def unit_ties(draft: Draft) -> list[UnitTie]:
    """Every place of the collective rankings where the committee's value decides."""
    return [tie for table in stored.collectives(draft.pk) for tie in _ties(table)]


def _ties(table: CollectiveShown) -> Iterator[UnitTie]:
    ranked = [line for line in table.lines if line.place]
    for column, key in enumerate(table.columns):
        if key.by != Aggregate.JUDGED:
            continue
        for equals in equals_before([line.values for line in ranked], column):
            units = tuple(_unit(ranked[place], column) for place in equals)
            more_first = key.first == Direction.MORE
            yield UnitTie(table.title, key.title, more_first, units)
    yield from _in_scores(table, ranked)


def _in_scores(table: CollectiveShown, ranked: list[UnitLine]) -> Iterator[UnitTie]:
    """Where the value makes part of the score, every unit needs one."""
    titles = {one.title for line in ranked for one in line.working if one.by == Aggregate.JUDGED}
    for title in sorted(titles):
        units = tuple(
            UnitToJudge(line.unit, line.name, one.value)
            for line in ranked
            for one in line.working
            if one.by == Aggregate.JUDGED and one.title == title
        )
        yield UnitTie(table.title, title, more_first=True, units=units)


def _unit(line: UnitLine, column: int) -> UnitToJudge:
    return UnitToJudge(line.unit, line.name, line.values[column])


def of_units(table: TableShown, units: Collection[int]) -> bool:
    """Whether those equal at the last slot of a table are units, among these."""
    return table.scope == "collective" or (
        table.scope == "special" and bool(table.undecided) and set(table.undecided) <= set(units)
    )


def undecided_units(draft: Draft) -> list[UnitToJudge]:
    """Units whose equal places reach over the last slot of a prize, each once."""
    head, tables = stored.head(draft.pk), stored.prize_tables(draft.pk)
    numbers = undecided_by_kind(head, tables)[1]
    names = {unit.id: unit.name for unit in head.units}
    return [UnitToJudge(number, names.get(number, ""), None) for number in numbers]


def undecided_by_kind(head: Head, tables: Collection[TableShown]) -> tuple[list[int], list[int]]:
    """The entrants between whom one must decide, and the units."""
    units = {unit.id for unit in head.units}
    people: dict[int, None] = {}
    found: dict[int, None] = {}
    for table in tables:
        (found if of_units(table, units) else people).update(dict.fromkeys(table.undecided))
    return list(people), list(found)
