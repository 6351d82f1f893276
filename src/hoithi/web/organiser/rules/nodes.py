"""One record of a rulebook as a card of the editor: its form, and what hangs below it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField

from hoithi.core.questions.rows import FIELDS
from hoithi.core.rulebook.checks import Finding
from hoithi.core.rulebook.document import Rulebook
from hoithi.core.rulebook.parts import PaperPart
from hoithi.core.rulebook.problem import Problem
from hoithi.core.rulebook.reading import join
from hoithi.core.rulebook.record import BLANK, Record
from hoithi.core.rulebook.schema import value_at
from hoithi.core.rulebook.shape import FieldShape, Form, Leaf, Many, OneOf, fields
from hoithi.web.organiser.rules.fields import (
    Options,
    form_field,
    is_asked,
    shown_value,
    typed_value,
)
from hoithi.web.organiser.rules.titles import title_of
from hoithi.wording import questions
from hoithi.wording import rulebook as wording
from hoithi.wording.rulebook_labels import field_help, field_label, record_label


@dataclass(frozen=True)
class Box:
    """One box of the form: the field of the record, or of a small record inside it."""

    name: str
    owner: type[Record]
    field: FieldShape
    inside: str = ""
    """The field that holds the small record, where there is one."""


@dataclass(frozen=True)
class Typed:
    """A value as typed: its path, its text, and the small optional record around it."""

    path: str
    text: str
    around: str = ""


@dataclass(frozen=True)
class Item:
    """A line of a list of records."""

    path: str
    title: str
    notes: tuple[str, ...]
    is_first: bool
    is_last: bool


@dataclass(frozen=True)
class Child:
    """What hangs below a record and has a card or a list of its own."""

    path: str
    label: str
    help_text: str
    is_list: bool
    may_go: bool
    """It may be taken away as a whole."""
    items: tuple[Item, ...] = ()
    summary: str = ""
    is_given: bool = False
    kinds: tuple[tuple[str, str], ...] = ()
    """Tags and names, where it is one of several kinds of record."""


@dataclass(frozen=True)
class Line:
    """A box with what was found about it."""

    box: BoundField
    notes: tuple[str, ...]
    units_path: str = ""
    """Its path, where it names units: they can be picked by their former district."""


@dataclass(frozen=True)
class Node:
    """A record on screen."""

    path: str
    title: str
    record: type[Record]
    form: forms.Form
    boxes: tuple[Box, ...]
    children: tuple[Child, ...]
    findings: tuple[Finding, ...] = field(default=(), repr=False)

    def lines(self) -> Iterator[Line]:
        """The boxes with what was found about each."""
        for box in self.boxes:
            where = join(self.path, box.name)
            found = tuple(wording.sentence(f) for f in self.findings if f.path == where)
            yield Line(self.form[box.name], found, where if _names_units(box.field) else "")

    def notes(self) -> list[str]:
        """What was found about the record itself."""
        return [wording.sentence(f) for f in self.findings if self.path and f.path == self.path]

    def typed(self) -> list[Typed]:
        """What the valid form says: each box with its path and its text."""
        found = []
        for box in self.boxes:
            where = join(self.path, box.name)
            around = join(self.path, box.inside) if box.inside else ""
            text = typed_value(box.field, self.form.cleaned_data[box.name])
            found.append(Typed(where, text, around))
        return found

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Says at the boxes what could not be read."""
        names = {join(self.path, box.name): box.name for box in self.boxes}
        for problem in problems:
            self.form.add_error(names.get(problem.path), wording.sentence(problem))


def _names_units(field: FieldShape) -> bool:
    item = field.shape.item if isinstance(field.shape, Many) else None
    return isinstance(item, Leaf) and item.refers == "unit"


def options_of(rulebook: Rulebook) -> Options:
    """What rules may refer to: rounds, parts, groups, rankings and prizes by their titles."""
    prizes = {prize.key: prize.title for table in rulebook.prizes for prize in table.prizes}
    return {
        "round": [(one.key, one.title) for one in rulebook.rounds],
        "part": [(one.key, one.title) for one in rulebook.parts],
        "group": [(one.key, one.title) for one in rulebook.groups],
        "collective": [(one.key, one.title) for one in rulebook.collectives],
        "prize": list(prizes.items()),
        "field": [(key, questions.field_label(key)) for key in _own_fields(rulebook)],
    }


def _own_fields(rulebook: Rulebook) -> list[str]:
    """The fields of questions that the rules draw from and that are none of the usual ones."""
    papers = [part for part in rulebook.parts if isinstance(part, PaperPart)]
    drawn = {row.field for paper in papers for row in paper.blueprint}
    return sorted(drawn - FIELDS.keys())


def node_at(
    rulebook: Rulebook,
    path: str,
    findings: Sequence[Finding],
    *,
    only: Sequence[str] = (),
    data: Mapping[str, Any] | None = None,
) -> Node:
    """The card of the record at the path; `only` these fields where the record is the whole."""
    value = cast("Record", value_at(rulebook, path))
    record = type(value)
    shapes = [one for one in fields(record) if not only or one.name in only]
    if only:
        shapes.sort(key=lambda one: only.index(one.name))
    boxes = tuple(_boxes(record, shapes))
    form = forms.Form(data, prefix=path or "r")
    options = options_of(rulebook)
    for box in boxes:
        form.fields[box.name] = form_field(
            box.owner, box.field, options, may_be_empty=bool(box.inside)
        )
        form.fields[box.name].initial = _initial(value, box)
    children = tuple(
        _child(rulebook, path, record, one, findings)
        for one in shapes
        if not is_asked(one) and not _is_inline(one) and _holds_records(one)
    )
    title = title_of(value, rulebook) if path else record_label(record)
    return Node(path, title, record, form, boxes, children, tuple(findings))


def _boxes(record: type[Record], shapes: Iterable[FieldShape]) -> Iterator[Box]:
    for one in shapes:
        if is_asked(one):
            yield Box(one.name, record, one)
        elif _is_inline(one) and isinstance(one.shape, Form):
            for inner in fields(one.shape.record):
                yield Box(f"{one.name}.{inner.name}", one.shape.record, inner, one.name)


def _is_inline(one: FieldShape) -> bool:
    """A small optional record of plain values stands among the boxes of the record around it."""
    if not isinstance(one.shape, Form) or not one.optional:
        return False
    inner = fields(one.shape.record)
    return all(is_asked(each) and _may_be_empty(each) for each in inner)


def _may_be_empty(each: FieldShape) -> bool:
    shape = each.shape
    return isinstance(shape, Many) or (isinstance(shape, Leaf) and shape.kind != "yes_no")


def _holds_records(one: FieldShape) -> bool:
    shape = one.shape.item if isinstance(one.shape, Many) else one.shape
    return isinstance(shape, Form | OneOf)


def _initial(value: Record, box: Box) -> object:
    owner = getattr(value, box.inside) if box.inside else value
    shown = None if owner is None else shown_value(getattr(owner, box.field.name))
    return None if shown == BLANK else shown


def _child(
    rulebook: Rulebook,
    path: str,
    owner: type[Record],
    one: FieldShape,
    findings: Sequence[Finding],
) -> Child:
    where = join(path, one.name)
    value = value_at(rulebook, where)
    shape = one.shape.item if isinstance(one.shape, Many) else one.shape
    return Child(
        path=where,
        label=field_label(owner, one.name),
        help_text=field_help(owner, one.name),
        is_list=isinstance(one.shape, Many),
        may_go=one.optional,
        items=tuple(_items(rulebook, where, value, findings)) if isinstance(value, tuple) else (),
        summary=title_of(value, rulebook) if isinstance(value, Record) else "",
        is_given=value is not None,
        kinds=_kinds(shape) if isinstance(shape, OneOf) else (),
    )


def _kinds(shape: OneOf) -> tuple[tuple[str, str], ...]:
    return tuple((tag, record_label(record)) for tag, record in shape.records)


def _items(
    rulebook: Rulebook, path: str, items: Sequence[Record], findings: Sequence[Finding]
) -> Iterator[Item]:
    for number, item in enumerate(items):
        where = f"{path}[{number}]"
        notes = tuple(wording.sentence(f) for f in findings if f.path.startswith(where))
        yield Item(where, title_of(item, rulebook), notes, number == 0, number == len(items) - 1)
