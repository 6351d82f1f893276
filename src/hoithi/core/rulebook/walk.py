"""Walks over everything a rulebook says, and finds what is at a path."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from hoithi.core.rulebook.reading import join
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import FieldShape, Form, Many, OneOf, fields

_STEP = re.compile(r"([a-z_]+)((?:\[\d{1,6}\])*)", re.ASCII)


@dataclass(frozen=True)
class Told:
    """A field with its value and path; for a list, one for the list and one for each item."""

    path: str
    owner: Record
    field: FieldShape
    value: object


def walk(record: Record, path: str = "") -> Iterator[Told]:
    """Every field of the record and of the records in it, in their order; None is left out."""
    for field in fields(type(record)):
        value = getattr(record, field.name)
        if value is not None:
            where = join(path, field.name)
            yield Told(where, record, field, value)
            yield from _within(record, field, where, value)


def _within(record: Record, field: FieldShape, path: str, value: object) -> Iterator[Told]:
    if isinstance(field.shape, Form | OneOf):
        yield from walk(cast("Record", value), path)
    if not isinstance(field.shape, Many):
        return
    for place, item in enumerate(cast("tuple[object, ...]", value)):
        where = f"{path}[{place}]"
        yield Told(where, record, field, item)
        if isinstance(item, Record):
            yield from walk(item, where)


def steps(path: str) -> list[str | int] | None:
    """ "rounds[1].window" → ["rounds", 1, "window"]; None for what is no path."""
    found: list[str | int] = []
    for step in path.split(".") if path else []:
        match = _STEP.fullmatch(step)
        if match is None:
            return None
        found.append(match[1])
        found += [int(place) for place in re.findall(r"\[(\d{1,6})\]", match[2])]
    return found


def leads_somewhere(record: Record, path: str) -> bool:
    """Whether the path names a field of the rulebook or an item that is there."""
    here: object = record
    for step in steps(path) or [0]:
        if isinstance(step, int):
            if not isinstance(here, tuple) or step >= len(here):
                return False
            here = here[step]
        elif isinstance(here, Record) and step in {field.name for field in fields(type(here))}:
            here = getattr(here, step)
        else:
            return False
    return True
