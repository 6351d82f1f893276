"""What the records of a rulebook are made of, read off their types once."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache

import msgspec
from msgspec import inspect

from hoithi.core.rulebook.record import Record


@dataclass(frozen=True)
class Leaf:
    """One value. `kind`: text, key, reference, code, count, money, percent, points, moment, day,
    yes_no. For numbers the least and the most, for text the greatest length. `refers`: to the
    keys of which records it refers, or of what else it is a code (unit, kind_of_unit, role …)."""

    kind: str
    least: int | None = None
    most: int | None = None
    refers: str | None = None


@dataclass(frozen=True)
class Choice:
    """One of the members of an enumeration."""

    members: type[Enum]


@dataclass(frozen=True)
class Form:
    """A record."""

    record: type[Record]


@dataclass(frozen=True)
class OneOf:
    """A record of one of several types, told apart by a tag."""

    tag_field: str
    records: tuple[tuple[str, type[Record]], ...]


@dataclass(frozen=True)
class Many:
    """A list of values of one shape."""

    item: "Single"


Single = Leaf | Choice | Form | OneOf
Shape = Single | Many


@dataclass(frozen=True)
class FieldShape:
    """A field of a record; `optional` may be None."""

    name: str
    shape: Shape
    optional: bool
    required: bool
    default: object

    @property
    def none_is_written(self) -> bool:
        """None means something other than leaving the field out; files write "none" for it."""
        return self.optional and self.default is not None and not self.required


@cache
def fields(record: type[Record]) -> tuple[FieldShape, ...]:
    """The fields of a record in their order."""
    info = inspect.type_info(record)
    if not isinstance(info, inspect.StructType):
        raise TypeError(record)
    return tuple(_field(field) for field in info.fields)


def tag_of(record: type[Record]) -> tuple[str, str] | None:
    """The tag field of a record and its value, for members of a union."""
    config = record.__struct_config__
    if config.tag_field is None:
        return None
    return config.tag_field, str(config.tag)


def _field(field: inspect.Field) -> FieldShape:
    default = field.default
    if field.default_factory is not msgspec.NODEFAULT:
        default = field.default_factory()
    shape, optional = _shape(field.type)
    return FieldShape(field.name, shape, optional, field.required, default)


def _shape(type_: inspect.Type) -> tuple[Shape, bool]:
    if isinstance(type_, inspect.VarTupleType):
        return Many(_single(type_.item_type)), False
    if not isinstance(type_, inspect.UnionType):
        return _single(type_), False
    some = [one for one in type_.types if not isinstance(one, inspect.NoneType)]
    optional = len(some) < len(type_.types)
    return (_union(some) if len(some) > 1 else _single(some[0])), optional


def _union(types: list[inspect.Type]) -> OneOf:
    records = [_record(one) for one in types if isinstance(one, inspect.StructType)]
    tags = [tag_of(record) for record in records]
    found = [(tag, record) for tag, record in zip(tags, records, strict=True) if tag is not None]
    return OneOf(found[0][0][0], tuple((tag[1], record) for tag, record in found))


def _single(type_: inspect.Type) -> Single:
    extra: Mapping[str, str] = {}
    if isinstance(type_, inspect.Metadata):
        extra, type_ = type_.extra or {}, type_.type
    if isinstance(type_, inspect.UnionType):
        return _union(list(type_.types))
    if isinstance(type_, inspect.StructType):
        return Form(_record(type_))
    return Choice(type_.cls) if isinstance(type_, inspect.EnumType) else _leaf(type_, extra)


def _record(type_: inspect.StructType) -> type[Record]:
    if not issubclass(type_.cls, Record):
        raise TypeError(type_.cls)
    return type_.cls


def _leaf(type_: inspect.Type, extra: Mapping[str, str]) -> Leaf:
    match type_:
        case inspect.StrType():
            return Leaf(extra["kind"], None, type_.max_length, extra.get("refers"))
        case inspect.IntType():
            return Leaf(extra.get("kind", "count"), type_.ge, type_.le)
        case inspect.DecimalType():
            return Leaf(extra["kind"])
        case inspect.BoolType():
            return Leaf("yes_no")
    raise TypeError(type_)
