"""What a form needs to edit any rule: the fields of a record with their kinds, values, choices."""

from dataclasses import dataclass
from enum import Enum
from typing import cast

from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.problem import Problem, ProblemCode
from hoithi.core.rulebook.reading import join
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import Choice, FieldShape, Form, Leaf, Many, OneOf, fields
from hoithi.core.rulebook.typed import written
from hoithi.core.rulebook.walk import steps
from hoithi.core.units.kinds import UnitKind

Chosen = tuple[str, Enum | str]
"""A value to choose with the member it stands for, or with the title of what it refers to."""

_NOT_EDITED = {"format"}
_LISTS = ("rounds", "parts", "groups", "collectives")


@dataclass(frozen=True)
class FormField:
    """One field of a form.

    `kind`: text, key, code, reference, count, money, percent, points, moment, day, yes_no,
    choice — single values; lines — a list of single values, one a line, of the kind in `of`;
    record — one record, perhaps absent; records — a list of records; for both `tags` names the
    types to choose from where there are several.
    """

    path: str
    owner: type[Record]
    name: str
    kind: str
    of: str = ""
    text: str = ""
    """The value as it stands in the form; nothing for none."""
    default: str = ""
    required: bool = False
    """Must have a value."""
    least: int | None = None
    most: int | None = None
    refers: str = ""
    """To what a reference or code refers: round, part, group … unit, kind_of_unit, role, field."""
    choices: tuple[Chosen, ...] = ()
    present: bool = True
    """Whether an optional record is there."""
    tags: tuple[tuple[str, type[Record]], ...] = ()
    items: tuple[str, ...] = ()
    """What each record of a list is called: its title, or its key."""


def fields_of(rulebook: Rulebook, path: str = "") -> tuple[FormField, ...] | Problem:
    """The form of the record at a path; a problem when there is no record."""
    record = value_at(rulebook, path)
    if not isinstance(record, Record):
        return Problem(path, ProblemCode.NO_SUCH_PLACE)
    return tuple(
        _form_field(rulebook, record, field, join(path, field.name))
        for field in fields(type(record))
        if field.name not in _NOT_EDITED
    )


def value_at(rulebook: Rulebook, path: str) -> object:
    """What is at a path; None where nothing is, or where the path leads nowhere."""
    here: object = rulebook
    for step in steps(path) or ([] if not path else [path]):
        if isinstance(step, int) and isinstance(here, tuple) and step < len(here):
            here = here[step]
        elif isinstance(step, str) and isinstance(here, Record) and hasattr(here, step):
            here = getattr(here, step)
        else:
            return None
    return here


def field_at(rulebook: Rulebook, path: str) -> FieldShape | None:
    """The field that a path names or whose item it names; None where there is none."""
    if steps(path) is None:
        return None
    owner, _, last = path.rpartition(".")
    record = value_at(rulebook, owner)
    name = last.split("[", maxsplit=1)[0]
    if not isinstance(record, Record) or name in _NOT_EDITED:
        return None
    return next((field for field in fields(type(record)) if field.name == name), None)


def _form_field(rulebook: Rulebook, record: Record, field: FieldShape, path: str) -> FormField:
    value = getattr(record, field.name)
    match field.shape:
        case Form(record=kind):
            tags: tuple[tuple[str, type[Record]], ...] = (("", kind),)
            return _record(record, field, path, tags, value)
        case OneOf(records=tags):
            return _record(record, field, path, tags, value)
        case Many(item=Form(record=kind)):
            return _records(record, field, path, (("", kind),), value)
        case Many(item=OneOf(records=tags)):
            return _records(record, field, path, tags, value)
    leaf = field.shape.item if isinstance(field.shape, Many) else field.shape
    lines = isinstance(field.shape, Many)
    single = cast("Leaf | Choice", leaf)
    kind_of_leaf = "choice" if isinstance(single, Choice) else single.kind
    return FormField(
        path,
        type(record),
        field.name,
        kind="lines" if lines else kind_of_leaf,
        of=kind_of_leaf if lines else "",
        text=written(field.shape, value),
        default="" if field.required else written(field.shape, field.default),
        required=not field.optional and not lines,
        least=None if isinstance(single, Choice) else single.least,
        most=None if isinstance(single, Choice) else single.most,
        refers="" if isinstance(single, Choice) else single.refers or "",
        choices=_choices(rulebook, single),
    )


def _record(
    owner: Record,
    field: FieldShape,
    path: str,
    tags: tuple[tuple[str, type[Record]], ...],
    value: object,
) -> FormField:
    return FormField(
        path,
        type(owner),
        field.name,
        kind="record",
        required=not field.optional,
        present=value is not None,
        tags=tags,
    )


def _records(
    owner: Record,
    field: FieldShape,
    path: str,
    tags: tuple[tuple[str, type[Record]], ...],
    value: object,
) -> FormField:
    items = tuple(_called(item) for item in cast("tuple[Record, ...]", value))
    return FormField(path, type(owner), field.name, kind="records", tags=tags, items=items)


def _called(item: Record) -> str:
    for name in ("title", "who", "found", "by", "kind", "field", "group", "prize", "part"):
        value = getattr(item, name, None)
        if value is not None:
            return str(getattr(value, "value", value))
    return ""


def _choices(rulebook: Rulebook, leaf: Leaf | Choice) -> tuple[Chosen, ...]:
    if isinstance(leaf, Choice):
        return tuple((str(member.value), member) for member in leaf.members)
    if leaf.refers == "kind_of_unit":
        return tuple((kind.value, kind.label) for kind in UnitKind)
    if leaf.refers == "prize":
        prizes = {one.key: one.title for table in rulebook.prizes for one in table.prizes}
        return tuple(prizes.items())
    for name in _LISTS:
        if leaf.refers == name.removesuffix("s"):
            return tuple((one.key, one.title) for one in getattr(rulebook, name))
    return ()
