"""Counts of staff that units hand in, and the people that would be counted twice."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

Parents = Mapping[str, Collection[str]]
"""The units directly above each unit, in every tree it stands in (workplace, residence, branch)."""


@dataclass(frozen=True, slots=True)
class StaffCount:
    """How many people a unit had on a day, who said so, and which unit counts them as its own."""

    unit: str
    on: date
    people: int
    supplier: str
    """Who handed the figure in: an office, a file, a person's account."""
    counted_by: str
    """The unit in whose report the figure stands: a school may stand in the commune's and in the
    department's."""


class Twice(StrEnum):
    """Why two counts hold the same people."""

    SAME_UNIT = "same_unit"
    CONTAINED = "contained"


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two counts that hold the same people; of contained ones, the first is the wider."""

    first: StaffCount
    second: StaffCount
    why: Twice


class Keep(StrEnum):
    """Whose figure counts when a unit and one above it both handed one in."""

    WIDER = "wider"
    NARROWER = "narrower"
    """The figures from below replace the whole figure above, which must then hold nobody else."""


@dataclass(frozen=True, slots=True)
class CountingRule:
    """What the rulebook says of people counted twice; what it leaves open is refused."""

    contained: Keep | None = None
    counted_by: tuple[str, ...] = ()
    """Of two counts of one unit, that of the counting unit named first here."""


def whose(counted_by: Sequence[str], named: Sequence[str]) -> int:
    """The place of the count that holds among those of one unit, first come first.

    That of the counting unit `named` first; where none is named, the count that was there first.
    """
    order = {unit: place for place, unit in enumerate(named)}
    ranked = enumerate(order.get(unit, len(order)) for unit in counted_by)
    return min(ranked, key=lambda one: (one[1], one[0]))[0]


@dataclass(eq=False)
class DoubleCounted(ValueError):
    """The same people stand in several counts and the rule does not say whose count holds."""

    overlaps: tuple[Overlap, ...]


NO_RULE = CountingRule()


def double_counted(counts: Iterable[StaffCount], parents: Parents) -> tuple[Overlap, ...]:
    """Every pair of counts that hold the same people, in the order in which they were given."""
    by_unit: dict[str, list[StaffCount]] = {}
    overlaps: list[Overlap] = []
    for count in counts:
        earlier = by_unit.setdefault(count.unit, [])
        overlaps += [Overlap(other, count, Twice.SAME_UNIT) for other in earlier]
        earlier.append(count)
    for unit, narrower in by_unit.items():
        wider = [count for above in _above(unit, parents) for count in by_unit.get(above, ())]
        overlaps += [
            Overlap(wide, narrow, Twice.CONTAINED) for wide in wider for narrow in narrower
        ]
    return tuple(overlaps)


def counted_once(
    counts: Iterable[StaffCount], parents: Parents, rule: CountingRule = NO_RULE
) -> tuple[StaffCount, ...]:
    """The counts that may be added up under the rule. Refuses what it leaves open.

    First one count is chosen for each unit, then between units and those above them.
    """
    chosen = _one_for_each_unit(tuple(counts), rule)
    overlaps = double_counted(chosen, parents)
    contained = any(overlap.why is Twice.CONTAINED for overlap in overlaps)
    same_unit = any(overlap.why is Twice.SAME_UNIT for overlap in overlaps)
    if same_unit or (contained and rule.contained is None):
        raise DoubleCounted(overlaps)
    keeps_wider = rule.contained is Keep.WIDER
    dropped = {overlap.second if keeps_wider else overlap.first for overlap in overlaps}
    return tuple(count for count in chosen if count not in dropped)


def staff_total(
    counts: Iterable[StaffCount], parents: Parents, rule: CountingRule = NO_RULE
) -> int:
    """How many people the counts hold, each counted once. Refuses like `counted_once`."""
    return sum(count.people for count in counted_once(counts, parents, rule))


def _one_for_each_unit(
    counts: tuple[StaffCount, ...], rule: CountingRule
) -> tuple[StaffCount, ...]:
    """Of the counts of a unit those of the preferred counting unit; all where none is preferred."""
    order = {unit: place for place, unit in enumerate(rule.counted_by)}
    best: dict[str, int] = {}
    for count in counts:
        place = order.get(count.counted_by, len(order))
        best[count.unit] = min(best.get(count.unit, place), place)
    return tuple(
        count for count in counts if order.get(count.counted_by, len(order)) == best[count.unit]
    )


def _above(unit: str, parents: Parents) -> list[str]:
    """All units above a unit in any tree, each once; a circle in the data ends the climb."""
    above: list[str] = []
    waiting = list(parents.get(unit, ()))
    while waiting:
        parent = waiting.pop(0)
        if parent not in above and parent != unit:
            above.append(parent)
            waiting += parents.get(parent, ())
    return above
