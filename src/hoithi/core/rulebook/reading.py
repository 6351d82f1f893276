"""Plain data to records and back; everything wrong is told at once, with its path."""

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from enum import Enum
from typing import cast

from hoithi.core.rulebook.leaves import plain_decimal, read_leaf
from hoithi.core.rulebook.problem import Fact, Problem, ProblemCode
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import (
    Choice,
    FieldShape,
    Form,
    Leaf,
    Many,
    OneOf,
    Shape,
    fields,
    tag_of,
)

NONE = "none"
"""How files write None where leaving the field out means something else."""

MOST_ITEMS = 5_000
_LONGEST_NAME = 60
_MOST_UNKNOWN = 20
"""Unknown fields told of one record: a file of rubbish is not compared name by name."""


def read(shape: Shape, data: object, path: str, problems: list[Problem]) -> object:
    """The value of this shape; adds to `problems`, and then what is returned is not to be used."""
    match shape:
        case Leaf() | Choice():
            value = read_leaf(shape, data, path)
            if isinstance(value, Problem):
                problems.append(value)
            return value
        case Many():
            return _many(shape, data, path, problems)
        case Form():
            return read_record(shape.record, data, path, problems)
        case OneOf():
            return _one_of(shape, data, path, problems)


def _many(shape: Many, data: object, path: str, problems: list[Problem]) -> object:
    if not isinstance(data, list):
        problems.append(Problem(path, ProblemCode.NOT_A_LIST))
        return ()
    if len(data) > MOST_ITEMS:
        problems.append(Problem(path, ProblemCode.TOO_MANY, {"most": MOST_ITEMS}))
        return ()
    return tuple(
        read(shape.item, item, f"{path}[{place}]", problems) for place, item in enumerate(data)
    )


def _one_of(shape: OneOf, data: object, path: str, problems: list[Problem]) -> object:
    if not isinstance(data, dict):
        problems.append(Problem(path, ProblemCode.NOT_A_TABLE))
        return None
    tag = data.get(shape.tag_field)
    for name, record in shape.records:
        if name == tag:
            return read_record(record, data, path, problems)
    where = join(path, shape.tag_field)
    choices = tuple(name for name, _ in shape.records)
    if tag is None:
        problems.append(Problem(where, ProblemCode.MISSING))
    else:
        facts: dict[str, Fact] = {"value": str(tag)[:_LONGEST_NAME], "choices": choices}
        problems.append(Problem(where, ProblemCode.NOT_A_CHOICE, facts))
    return None


def read_record(
    record: type[Record], data: object, path: str, problems: list[Problem]
) -> Record | None:
    """The record; None when something is wrong with it or in it."""
    if not isinstance(data, dict):
        problems.append(Problem(path, ProblemCode.NOT_A_TABLE))
        return None
    before = len(problems)
    known = {field.name: field for field in fields(record)}
    tag = tag_of(record)
    unknown = [str(name) for name in data if name not in known and (not tag or name != tag[0])]
    problems += [_unknown(path, name, known) for name in unknown[:_MOST_UNKNOWN]]
    values = {}
    for field in known.values():
        if field.name in data:
            where = join(path, field.name)
            values[field.name] = _field_value(field, data[field.name], where, problems)
        elif field.required:
            problems.append(Problem(join(path, field.name), ProblemCode.MISSING))
    return record(**values) if len(problems) == before else None


def _unknown(path: str, name: str, known: Mapping[str, FieldShape]) -> Problem:
    name = name[:_LONGEST_NAME]
    near = get_close_matches(name, known, n=1)
    facts = {"name": name, "near": near[0]} if near else {"name": name}
    return Problem(join(path, name), ProblemCode.UNKNOWN_FIELD, facts)


def _field_value(field: FieldShape, data: object, path: str, problems: list[Problem]) -> object:
    if field.optional and (data is None or (field.none_is_written and data == NONE)):
        return None
    return read(field.shape, data, path, problems)


def join(path: str, name: str) -> str:
    """The path of a field of what is at a path."""
    return f"{path}.{name}" if path else name


def plain(record: Record) -> dict[str, object]:
    """The record as plain data in the order of its fields, without fields at their default.

    Decimals are text, members of enumerations their values; None stays None.
    """
    tag = tag_of(type(record))
    data: dict[str, object] = dict([tag]) if tag else {}
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if field.required or value != field.default:
            data[field.name] = _plain_value(field.shape, value)
    return data


def _plain_value(shape: Shape, value: object) -> object:
    if value is None:
        return None
    match shape:
        case Many():
            return [_plain_value(shape.item, item) for item in cast("tuple[object, ...]", value)]
        case Form() | OneOf():
            return plain(cast("Record", value))
        case Choice():
            return cast("Enum", value).value
        case Leaf(kind="percent" | "points"):
            return plain_decimal(cast("Decimal", value))
    return value
