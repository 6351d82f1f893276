"""What two versions of a rulebook differ in, and which keys the newer one no longer has."""

from dataclasses import dataclass
from typing import cast

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.reading import join
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import FieldShape, Form, Many, OneOf, fields


@dataclass(frozen=True)
class RemovedKey:
    """A key that rows may refer to and that the newer version lacks.

    `what`: round, part, group, collective, table, prize (written `table/prize`), exclusion, quota.
    """

    what: str
    key: str
    title: str


@dataclass(frozen=True)
class Difference:
    """What stood at a path before and what stands there after; None where nothing stood.

    Items with keys are told by their key (`rounds[week-1].window.closes`), so that an item that
    only changed its place is no difference; other items by their number from 0.
    """

    path: str
    before: object
    after: object


def changed_keys(old: Rulebook, new: Rulebook) -> tuple[RemovedKey, ...]:
    """Keys of the old version that the new one lacks; with rows behind them it is refused."""
    kept = {(one.what, one.key) for one in _keys(new)}
    return tuple(one for one in _keys(old) if (one.what, one.key) not in kept)


def _keys(book: Rulebook) -> list[RemovedKey]:
    found = [RemovedKey("round", one.key, one.title) for one in book.rounds]
    found += [RemovedKey("part", one.key, one.title) for one in book.parts]
    found += [RemovedKey("group", one.key, one.title) for one in book.groups]
    found += [RemovedKey("collective", one.key, one.title) for one in book.collectives]
    for table in book.prizes:
        found.append(RemovedKey("table", table.key, table.title))
        found += [RemovedKey("prize", f"{table.key}/{one.key}", one.title) for one in table.prizes]
    found += [RemovedKey("exclusion", one.key, one.who) for one in book.entry.exclusions]
    return found + [RemovedKey("quota", one.key, one.title) for one in book.entry.quotas]


def differences(old: Rulebook, new: Rulebook) -> list[Difference]:
    """What changed, in the order of the rules; added and removed records are told whole."""
    return _records("", old, new)


def _records(path: str, old: Record, new: Record) -> list[Difference]:
    if type(old) is not type(new):
        return [Difference(path, old, new)]
    found = []
    for field in fields(type(old)):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            found += _values(join(path, field.name), field, before, after)
    return found


def _values(path: str, field: FieldShape, before: object, after: object) -> list[Difference]:
    inner = isinstance(field.shape, Form | OneOf)
    if inner and isinstance(before, Record) and isinstance(after, Record):
        return _records(path, before, after)
    if isinstance(field.shape, Many) and isinstance(field.shape.item, Form | OneOf):
        one, other = cast("tuple[Record, ...]", before), cast("tuple[Record, ...]", after)
        return _items(path, _by_name(one), _by_name(other))
    return [Difference(path, before, after)]


def _items(path: str, old: dict[str, Record], new: dict[str, Record]) -> list[Difference]:
    found = []
    for name in [*old, *(name for name in new if name not in old)]:
        where = f"{path}[{name}]"
        before, after = old.get(name), new.get(name)
        if before is None or after is None:
            found.append(Difference(where, before, after))
        elif before != after:
            found += _records(where, before, after)
    if [name for name in old if name in new] != [name for name in new if name in old]:
        # The order of rounds, ranking keys or prizes means something.
        found.append(Difference(path, tuple(old.values()), tuple(new.values())))
    return found


def _by_name(records: tuple[Record, ...]) -> dict[str, Record]:
    keys = [str(getattr(record, "key", place)) for place, record in enumerate(records)]
    if len(set(keys)) < len(keys):
        keys = [str(place) for place in range(len(records))]
    return dict(zip(keys, records, strict=True))
