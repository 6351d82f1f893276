"""Which marker gets which essay: evenly, never one's own unit, never the same essay twice."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hoithi.core.papers.stream import Stream
from hoithi.core.vietnamese.text import words_key
from hoithi.kit.refusals import Refusal

MARKERS_EACH = 2
_PURPOSE = "hoithi/essays/1"


class NobodyToMark(Refusal):
    """Essays (`numbers`) for which there are not enough markers who may mark them."""

    def __init__(self, numbers: Sequence[int]) -> None:
        super().__init__(numbers=tuple(numbers))
        self.numbers = tuple(numbers)


@dataclass(frozen=True)
class Marker:
    """Somebody who marks."""

    id: int
    name: str = ""
    units: frozenset[int] = frozenset()
    """The units whose contestants are not marked: the own one, and those excluded by the head."""


@dataclass(frozen=True)
class Script:
    """An essay under its number, with what decides who may mark it; markers see the number only."""

    number: int
    unit: int | None = None
    name: str = ""
    """Of the contestant, as far as it is known."""
    taken: frozenset[int] = frozenset()
    """Markers who have it or had it already."""


def may_mark(marker: Marker, script: Script) -> bool:
    """Whether the essay may be given to the marker: no colleague, no namesake, not twice."""
    if marker.id in script.taken or (script.unit is not None and script.unit in marker.units):
        return False
    return not (script.name and marker.name) or words_key(marker.name) != words_key(script.name)


def share(
    scripts: Iterable[Script],
    markers: Collection[Marker],
    *,
    seed: str,
    each: int = MARKERS_EACH,
    loads: Mapping[int, int] | None = None,
) -> dict[int, tuple[int, ...]]:
    """For each essay `each` different markers, whoever has least first; equals are drawn by seed.

    Essays that few may mark are given out first. `loads` is what markers have already. Refuses
    where an essay has too few markers, and then gives out none.
    """
    load = Counter(loads or {})
    allowed = {one: [m for m in markers if may_mark(m, one)] for one in scripts}
    short = sorted(one.number for one, who in allowed.items() if len(who) < each)
    if short:
        raise NobodyToMark(short)
    pairs: Counter[frozenset[int]] = Counter()
    stream, given = Stream(_PURPOSE, seed), {}
    for script in sorted(allowed, key=lambda one: (len(allowed[one]), one.number)):
        drawn = stream.shuffled(sorted(marker.id for marker in allowed[script]))
        given[script.number] = _picked(drawn, each, load, pairs)
    return given


def _picked(
    drawn: Sequence[int], each: int, load: Counter[int], pairs: Counter[frozenset[int]]
) -> tuple[int, ...]:
    picked: list[int] = []
    while len(picked) < each:
        # Among equals whoever has worked least with those picked: pairs of markers mix.
        rest = [one for one in drawn if one not in picked]
        one = min(rest, key=lambda who: (load[who], _met(who, picked, pairs)))
        picked.append(one)
        load[one] += 1
    for place, one in enumerate(picked):
        pairs.update(frozenset((one, other)) for other in picked[place + 1 :])
    return tuple(picked)


def _met(one: int, picked: Sequence[int], pairs: Counter[frozenset[int]]) -> int:
    return sum(pairs[frozenset((one, other))] for other in picked)
