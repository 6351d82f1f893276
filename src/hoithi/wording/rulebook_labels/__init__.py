"""What each rule, record and choice of a rulebook is called on screens that edit it."""

from enum import Enum

from django.utils.translation import gettext

from hoithi.core.rulebook.ranking import Aggregate, By, Direction
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import Form, Leaf, Many, OneOf, Shape, fields
from hoithi.wording.rulebook_labels import choices, contest, entry, parts, prizes, ranking

_RECORDS = contest.RECORDS | entry.RECORDS | parts.RECORDS | ranking.RECORDS | prizes.RECORDS
_FIELDS = contest.FIELDS | entry.FIELDS | parts.FIELDS | ranking.FIELDS | prizes.FIELDS
_HELPS = contest.HELPS | entry.HELPS | parts.HELPS | ranking.HELPS | prizes.HELPS


def record_label(record: type[Record]) -> str:
    """What one record is called: "Tuần, đợt, vòng thi"."""
    return gettext(_RECORDS[record.__name__])


def field_label(record: type[Record], name: str) -> str:
    """What a field is called on the form."""
    return gettext(_FIELDS[record.__name__][name])


def field_help(record: type[Record], name: str) -> str:
    """A sentence below the field where its name leaves a question; else nothing."""
    text = _HELPS.get((record.__name__, name))
    return gettext(text) if text else ""


def choice_label(member: Enum) -> str:
    """What a member of an enumeration is called in a list to choose from."""
    return gettext(choices.CHOICES[type(member).__name__][member.value])


def first_label(by: By | Aggregate, first: Direction) -> str:
    """Which end of what is compared comes first: "sớm hơn" of moments, "cao hơn" of points."""
    more, less = choices.FIRST.get(by.value, choices.FIRST_OTHERWISE)
    return gettext(more if first is Direction.MORE else less)


def label_of_value(enumeration: str, value: str) -> str:
    """The same by the name of the enumeration and the value; an unknown value as it is."""
    text = choices.CHOICES.get(enumeration, {}).get(value)
    return gettext(text) if text else value


def place_text(path: str, root: type[Record]) -> str:
    """A path as a person would find it: "Tuần, đợt, vòng thi số 2 › Thời gian › Kết thúc"."""
    said: list[str] = []
    records: list[type[Record]] = [root]
    for step in path.replace("]", "").split(".") if path else []:
        name, *places = step.split("[")
        owner = next((one for one in records if name in _FIELDS[one.__name__]), None)
        if owner is None:
            tag = _tag_label(records, name)
            return " › ".join([*said, tag] if tag else said)
        shape = next(field.shape for field in fields(owner) if field.name == name)
        records = _records_in(shape)
        number = f" {gettext('số')} {int(places[0]) + 1}" if places and places[0].isdigit() else ""
        item = _item_label(shape) if number and records else field_label(owner, name)
        said.append(f"{item}{number}")
    return " › ".join(said)


def _tag_label(records: list[type[Record]], name: str) -> str:
    return gettext("Loại") if records and name in {"kind", "method"} else ""


def _item_label(shape: Shape) -> str:
    records = _records_in(shape)
    if len(records) > 1 and records[0].__name__ == "PaperPart":
        return gettext("Phần thi")
    return record_label(records[0])


def _records_in(shape: Shape) -> list[type[Record]]:
    match shape:
        case Many():
            return _records_in(shape.item)
        case Form():
            return [shape.record]
        case OneOf():
            return [record for _, record in shape.records]
        case Leaf():
            return []
    return []
