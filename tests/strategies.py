"""Hypothesis strategies shared by tests: any well-typed record of a rulebook."""

import enum
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec
from hypothesis import strategies as st
from msgspec import inspect

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.record import Record

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạầểỗốởứỳAĂÂĐÊÔƠƯ0123456789 .,;:-/()'\"%\\#=[]{}"
KEYS = ("a", "b", "c-1", "d-2")

texts = (
    st.text(LETTERS, min_size=1, max_size=20).map(lambda text: " ".join(text.split())).filter(bool)
)
keys = st.sampled_from(KEYS)
codes = st.sampled_from(["01-xa-hoa-son", "school", "village", "official"])
days = st.dates(date(2020, 1, 1), date(2030, 12, 31)).map(date.isoformat)
minutes_of_day = st.one_of(
    st.just("24:00"), st.times().map(lambda moment: moment.strftime("%H:%M"))
)
moments = st.builds("{}T{}".format, days, minutes_of_day)
decimals = st.one_of(
    st.integers(0, 1000).map(Decimal),
    st.decimals(0, 100, places=2, allow_nan=False, allow_infinity=False),
)
BY_KIND: dict[str, st.SearchStrategy[Any]] = {
    "text": texts,
    "link": st.builds("https://{}/{}".format, keys, codes),
    "key": keys,
    "reference": keys,
    "code": codes,
    "day": days,
    "moment": moments,
    "percent": decimals,
    "points": decimals,
}


def _of(type_: inspect.Type) -> st.SearchStrategy[Any]:
    match type_:
        case inspect.Metadata(extra={"kind": kind}) if kind in BY_KIND:
            return BY_KIND[kind]
        case inspect.Metadata():
            return _of(type_.type)
        case inspect.UnionType():
            return st.one_of(*(_of(one) for one in type_.types))
        case inspect.VarTupleType():
            return st.lists(_of(type_.item_type), max_size=2).map(tuple)
        case inspect.StructType():
            return records(type_.cls)
    return _of_plain(type_)


def _of_plain(type_: inspect.Type) -> st.SearchStrategy[Any]:
    match type_:
        case inspect.IntType(ge=least, le=most):
            return st.integers(least or 0, most or 10**6)
        case inspect.BoolType():
            return st.booleans()
        case inspect.NoneType():
            return st.none()
        case inspect.EnumType(cls=cls):
            return st.sampled_from(list[enum.Enum](cls))
    raise TypeError(type_)


def records(cls: type[Record]) -> st.SearchStrategy[Any]:
    """Any record of a type: well-typed, but it may contradict itself."""
    fields = {}
    for field in inspect.type_info(cls).fields:  # type: ignore[attr-defined]  # a StructType
        value = st.deferred(lambda type_=field.type: _of(type_))
        if field.required:
            fields[field.name] = value
        else:
            fields[field.name] = st.one_of(st.just(default_of(field)), value)
    if cls is Rulebook:
        fields["format"] = st.just(1)
    return st.builds(cls, **fields)


def default_of(field: inspect.Field) -> Any:
    """What a field is when it is not written."""
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return field.default


def rulebooks() -> st.SearchStrategy[Rulebook]:
    """Any well-typed rulebook."""
    return records(Rulebook)
