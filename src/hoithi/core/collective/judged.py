"""Where a collective ranking waits for the committee's value: judged keys, and the equals."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from hoithi.core.collective.order import compared_by
from hoithi.core.rulebook.ranking import Aggregate, Collective, RankPoints, UnitKey, WeightedSum

Value = TypeVar("Value")


def judged_keys(collective: Collective) -> tuple[UnitKey, ...]:
    """The keys of a collective ranking whose values the committee gives."""
    keys = [key for key in compared_by(collective) if key is not None]
    method = collective.method
    if isinstance(method, RankPoints):
        keys += method.criteria
    if isinstance(method, WeightedSum):
        keys += [UnitKey(by=term.by) for term in method.terms]
    return tuple(dict.fromkeys(key for key in keys if key.by is Aggregate.JUDGED))


def judged_unit_titles(collectives: Iterable[Collective]) -> set[str]:
    """What the committee judges of units, in the words of the rules."""
    return {key.title or "" for one in collectives for key in judged_keys(one)}


def equals_before(lines: Sequence[Sequence[Value]], column: int) -> Iterator[range]:
    """The positions of those who are equal in everything compared before this column.

    Lines stand in the order of the ranking, so that equals follow one another. Whoever stands
    alone needs nothing to part it from others.
    """
    first = 0
    for _, equals in groupby(lines, key=lambda values: tuple(values[:column])):
        size = len(list(equals))
        if size > 1:
            yield range(first, first + size)
        first += size
