"""Changes of single rules: set a value, add, remove and move records."""

from collections.abc import Callable
from decimal import Decimal
from typing import cast

import msgspec

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.problem import Problem, ProblemCode
from hoithi.core.rulebook.record import BLANK, Record
from hoithi.core.rulebook.schema import field_at, value_at
from hoithi.core.rulebook.shape import Choice, FieldShape, Form, Leaf, Many, OneOf, fields
from hoithi.core.rulebook.typed import read_one, read_typed
from hoithi.core.rulebook.walk import steps

_FIRST_MOMENT = "2026-01-01T08:00"
_NOT_CHOSEN = "chua-chon"
_KEYS = {"PrizeTable": "table", "Exclusion": "exclusion", "Collective": "ranking"}


def set_value(rulebook: Rulebook, path: str, text: str) -> Rulebook | Problem:
    """The rulebook with the value at a path as typed; the path of a list takes one a line.

    An empty text means none where a field may have none.
    """
    field = field_at(rulebook, path)
    item = path.endswith("]")
    if field is None or (item and value_at(rulebook, path) is None):
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    if not item:
        value = read_typed(field, text, path)
    elif isinstance(field.shape, Many) and isinstance(field.shape.item, Leaf | Choice):
        value = read_one(field.shape.item, text, path)
    else:
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    return value if isinstance(value, Problem) else _put(rulebook, path, value)


def add_item(rulebook: Rulebook, path: str, tag: str | None = None) -> Rulebook | Problem:
    """The rulebook with a new record at the end of a list, or in place of an absent one.

    `tag` chooses among several types (`paper`, `jury` …; `in_order` …) and replaces the one that
    is there. Texts that a new record needs stand as "…" until they are written.
    """
    field = field_at(rulebook, path)
    if field is None or path.endswith("]"):
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    if isinstance(field.shape, Many):
        before = cast("tuple[object, ...]", value_at(rulebook, path))
        new = _blank_item(rulebook, field.shape, tag, before)
        return new if isinstance(new, Problem) else _put(rulebook, path, (*before, new))
    record = _chosen(field.shape, tag)
    if record is None:
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    return _put(rulebook, path, _blank(rulebook, record, ()))


def remove_item(rulebook: Rulebook, path: str) -> Rulebook | Problem:
    """The rulebook without the item of a list, or without an optional record."""
    field = field_at(rulebook, path)
    there = field is not None and value_at(rulebook, path) is not None
    if field is None or not there:
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    if path.endswith("]"):
        return _change_list(rulebook, path, lambda items, place: items.pop(place))
    if field.optional:
        return _put(rulebook, path, None)
    return Problem(path, ProblemCode.MISSING)


def set_records(rulebook: Rulebook, path: str, records: tuple[Record, ...]) -> Rulebook | Problem:
    """The rulebook with these records in the place of a whole list."""
    field = field_at(rulebook, path)
    if field is None or path.endswith("]") or not isinstance(field.shape, Many):
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    return _put(rulebook, path, records)


def move_item(rulebook: Rulebook, path: str, by: int) -> Rulebook | Problem:
    """The rulebook with an item so many places further down (up, if negative)."""
    if not path.endswith("]") or value_at(rulebook, path) is None:
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    return _change_list(
        rulebook,
        path,
        lambda items, place: items.insert(max(0, place + by), items.pop(place)),
    )


def _change_list(
    rulebook: Rulebook, path: str, change: Callable[[list[object], int], object]
) -> Rulebook:
    whole, _, place = path.removesuffix("]").rpartition("[")
    items = list(cast("tuple[object, ...]", value_at(rulebook, whole)))
    change(items, int(place))
    return _put(rulebook, whole, tuple(items))


def _put(rulebook: Rulebook, path: str, value: object) -> Rulebook:
    """The rulebook with another value at a path that is known to lead somewhere."""
    return cast("Rulebook", _put_in(rulebook, steps(path) or [], value))


def _put_in(here: object, way: list[str | int], value: object) -> object:
    if not way:
        return value
    step, *rest = way
    if isinstance(step, int):
        items = list(cast("tuple[object, ...]", here))
        items[step] = _put_in(items[step], rest, value)
        return tuple(items)
    record = cast("Record", here)
    return msgspec.structs.replace(record, **{step: _put_in(getattr(record, step), rest, value)})


def _chosen(shape: object, tag: str | None) -> type[Record] | None:
    if isinstance(shape, Form) and tag in {None, ""}:
        return shape.record
    if isinstance(shape, OneOf):
        return next((record for name, record in shape.records if name == tag), None)
    return None


def _blank_item(
    rulebook: Rulebook, shape: Many, tag: str | None, siblings: tuple[object, ...]
) -> object:
    if isinstance(shape.item, Leaf | Choice):
        return _blank_value(rulebook, shape.item, siblings)
    record = _chosen(shape.item, tag)
    if record is None:
        return Problem("", ProblemCode.NO_SUCH_PLACE)
    return _blank(rulebook, record, siblings)


def _blank(rulebook: Rulebook, record: type[Record], siblings: tuple[object, ...]) -> Record:
    values: dict[str, object] = {}
    for field in fields(record):
        if field.required and field.name == "key":
            values["key"] = _free_key(record, siblings)
        elif field.required:
            values[field.name] = _blank_field(rulebook, field)
    return record(**values)


def _blank_field(rulebook: Rulebook, field: FieldShape) -> object:
    shape = field.shape
    if isinstance(shape, Many):
        return ()
    if isinstance(shape, Form):
        return _blank(rulebook, shape.record, ())
    if isinstance(shape, OneOf):
        return _blank(rulebook, shape.records[0][1], ())
    return _blank_value(rulebook, shape, ())


def _blank_value(rulebook: Rulebook, shape: Leaf | Choice, siblings: tuple[object, ...]) -> object:
    if isinstance(shape, Choice):
        unused = [member for member in shape.members if member not in siblings]
        return unused[0] if unused else next(iter(shape.members))
    if shape.kind == "moment":
        return rulebook.window.opens if rulebook.window else _FIRST_MOMENT
    blanks: dict[str, object] = {
        "text": BLANK,
        "key": _NOT_CHOSEN,
        "reference": _NOT_CHOSEN,
        "code": _NOT_CHOSEN,
        "day": _FIRST_MOMENT[:10],
        "count": max(shape.least or 0, 1),
        "money": 0,
        "percent": Decimal(0),
        "points": Decimal(1),
        "yes_no": False,
    }
    return blanks[shape.kind]


def _free_key(record: type[Record], siblings: tuple[object, ...]) -> str:
    taken = {getattr(one, "key", None) for one in siblings}
    stem = _KEYS.get(record.__name__, record.__name__.lower())
    return next(
        key for number in range(1, len(taken) + 2) if (key := f"{stem}-{number}") not in taken
    )
