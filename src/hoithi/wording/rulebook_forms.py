"""The forms of rules in Vietnamese: labels, helps and the lists to choose from."""

from enum import Enum

from django.utils.translation import gettext

from hoithi.core.rulebook.schema import FormField
from hoithi.wording.rulebook_labels import (
    choice_label,
    field_help,
    field_label,
    label_of_value,
    record_label,
)
from hoithi.wording.rulebook_labels.choices import CODES

_OF_ITEMS = {
    "by": ("By", "Aggregate"),
    "kind": ("IdentityKind", "GateKind"),
}


def label(field: FormField) -> str:
    """What the field is called."""
    return field_label(field.owner, field.name)


def help_text(field: FormField) -> str:
    """The sentence below the field, if it has one."""
    return field_help(field.owner, field.name)


def options(field: FormField) -> list[tuple[str, str]]:
    """Values and labels to choose from; empty where anything may be written.

    The first is empty where the field may have no value.
    """
    found = [
        (value, choice_label(meant) if isinstance(meant, Enum) else meant)
        for value, meant in field.choices
    ]
    if not found:
        codes = CODES.get(field.refers, {})
        found = [(value, gettext(text)) for value, text in codes.items()]
    blank = found and not field.required and field.kind != "lines"
    return [("", gettext("(không chọn)")), *found] if blank else found


def types(field: FormField) -> list[tuple[str, str]]:
    """The tags of the records that may be added here, with what each is called."""
    return [(tag, record_label(record)) for tag, record in field.tags]


def items(field: FormField) -> list[str]:
    """What each record of a list is called, with words for codes."""
    said = []
    for number, item in enumerate(field.items, start=1):
        labels = [label_of_value(name, item) for names in _OF_ITEMS.values() for name in names]
        word = next((one for one in labels if one != item), item)
        said.append(word or f"{label(field)} {number}")
    return said
