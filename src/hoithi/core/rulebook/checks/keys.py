"""Keys that are repeated, references that lead nowhere, and texts still to be written."""

from collections import Counter
from collections.abc import Iterable
from typing import cast

from hoithi.core.rulebook.checks.finding import (
    FindingCode,
    Findings,
    contradiction,
    still_open,
)
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import CheckPart, JuryPart
from hoithi.core.rulebook.reading import join
from hoithi.core.rulebook.record import BLANK, Record
from hoithi.core.rulebook.shape import Leaf, Many
from hoithi.core.rulebook.walk import Told, walk
from hoithi.core.units.kinds import UnitKind

_KINDS = {kind.value for kind in UnitKind}


def check(rulebook: Rulebook) -> Findings:
    """Keys once, references to what is there, no text left blank."""
    yield from _repeated(rulebook)
    known = known_keys(rulebook)
    for told in walk(rulebook):
        yield from _references(told, known)
        if told.value == BLANK:
            yield still_open(told.path, FindingCode.BLANK_LEFT)


def known_keys(rulebook: Rulebook) -> dict[str, set[str]]:
    """The keys that references can name, by what they refer to."""
    return {
        "round": {one.key for one in rulebook.rounds},
        "part": {one.key for one in rulebook.parts},
        "group": {one.key for one in rulebook.groups},
        "collective": {one.key for one in rulebook.collectives},
        "prize": {one.key for table in rulebook.prizes for one in table.prizes},
    }


def _repeated(rulebook: Rulebook) -> Findings:
    lists: list[tuple[str, Iterable[Record]]] = [
        ("rounds", rulebook.rounds),
        ("parts", rulebook.parts),
        ("groups", rulebook.groups),
        ("collectives", rulebook.collectives),
        ("prizes", rulebook.prizes),
        ("entry.exclusions", rulebook.entry.exclusions),
        ("entry.quotas", rulebook.entry.quotas),
    ]
    lists += [
        (f"prizes[{place}].prizes", table.prizes) for place, table in enumerate(rulebook.prizes)
    ]
    for place, part in enumerate(rulebook.parts):
        if isinstance(part, JuryPart):
            lists.append((f"parts[{place}].criteria", part.criteria))
        if isinstance(part, CheckPart):
            lists.append((f"parts[{place}].steps", part.steps))
    for path, records in lists:
        yield from _repeated_in(path, [str(getattr(record, "key", "")) for record in records])


def _repeated_in(path: str, keys: list[str]) -> Findings:
    for place, key in enumerate(keys):
        if key in keys[:place]:
            yield contradiction(f"{path}[{place}].key", FindingCode.KEY_REPEATED, key=key)


def _references(told: Told, known: dict[str, set[str]]) -> Findings:
    shape = told.field.shape
    if isinstance(shape, Many):
        if not isinstance(shape.item, Leaf):
            return
        if isinstance(told.value, tuple):
            if shape.item.refers is not None:
                yield from _twice(told)
            return
        shape = shape.item
    if not isinstance(shape, Leaf):
        return
    value = str(told.value)
    if shape.refers in known and value not in known[shape.refers]:
        what = shape.refers
        yield contradiction(told.path, FindingCode.UNKNOWN_REFERENCE, key=value, what=what)
    if shape.refers == "kind_of_unit" and value not in _KINDS:
        yield contradiction(told.path, FindingCode.UNKNOWN_KIND_OF_UNIT, value=value)


def _twice(told: Told) -> Findings:
    for value, count in Counter(cast("tuple[str, ...]", told.value)).items():
        if count > 1:
            yield contradiction(told.path, FindingCode.REFERENCE_TWICE, key=value)


def place_of(path: str, place: int, name: str) -> str:
    """The path of a field of an item: ("rounds", 1, "window") → "rounds[1].window"."""
    return join(f"{path}[{place}]", name)
