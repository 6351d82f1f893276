"""A form field for each kind of value in a rulebook, made from its type."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from hoithi.core.questions.rows import AUDIENCES, FIELDS
from hoithi.core.rulebook.leaves import plain_decimal
from hoithi.core.rulebook.record import Record
from hoithi.core.rulebook.shape import Choice, FieldShape, Leaf, Many, Single
from hoithi.core.rulebook.typed import written
from hoithi.core.units.kinds import UnitKind
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.kit.date_fields import OLDEST_DAY, DayField, SignedDayField
from hoithi.people.forms import ROLE_LABELS
from hoithi.people.models import RoleName
from hoithi.web.organiser.rules.moments import MomentField
from hoithi.wording.rulebook_labels import choice_label, field_help, field_label

Options = Mapping[str, list[tuple[str, str]]]
"""What may be referred to, by kind: keys with their titles."""

_LONG = {"who", "eligible", "explanation", "found", "chosen", "text", "note"}
_LINE_LIMIT = 200
_SIGNED = {"issued_on", "decided_on"}
"""Days of documents that exist: plans, texts to read, decisions."""


@dataclass(frozen=True)
class Ask:
    """How a field is to be asked for: its words and whether it may stay empty."""

    label: str
    help_text: str
    required: bool

    def all(self) -> dict[str, Any]:
        """The arguments that every form field takes."""
        return {"label": self.label, "help_text": self.help_text, "required": self.required}


def is_asked(field: FieldShape) -> bool:
    """Whether the field is one box of a form: a value, a choice, or a list of such."""
    shape = field.shape.item if isinstance(field.shape, Many) else field.shape
    return isinstance(shape, Leaf | Choice) and not is_own_key(field)


def is_own_key(field: FieldShape) -> bool:
    """Whether it is the permanent key of the record, which nobody types."""
    shape = field.shape
    return isinstance(shape, Leaf) and shape.kind == "key" and shape.refers is None


def form_field(
    record: type[Record], field: FieldShape, options: Options, *, may_be_empty: bool = False
) -> forms.Field:
    """The form field of a value; `may_be_empty` where the record around it is optional."""
    required = field.required and not may_be_empty and not isinstance(field.shape, Many)
    ask = Ask(field_label(record, field.name), field_help(record, field.name), required)
    if isinstance(field.shape, Many):
        return _list_field(field.shape.item, ask, options)
    if isinstance(field.shape, Choice):
        return _choice_field(field.shape, ask, empty=field.optional or may_be_empty)
    if not isinstance(field.shape, Leaf):
        raise TypeError(field.name)
    if field.shape.refers:
        return _reference_field(field.shape, ask, options)
    return _LEAVES[field.shape.kind](field, ask)


def _choice_field(shape: Choice, ask: Ask, *, empty: bool) -> forms.Field:
    choices = [(str(member.value), choice_label(member)) for member in shape.members]
    first = [("", _("Chưa quy định"))] if empty else []
    return forms.ChoiceField(choices=[*first, *choices], **ask.all())


def _reference_field(shape: Leaf, ask: Ask, options: Options) -> forms.Field:
    choices = choices_of(shape.refers or "", options)
    if not choices:
        return forms.CharField(max_length=shape.most, **ask.all())
    return forms.ChoiceField(choices=[("", _("Chưa chọn")), *choices], **ask.all())


def choices_of(refers: str, options: Options) -> list[tuple[str, str]]:
    """What may be chosen for a reference; nothing where it is typed (codes of units)."""
    fixed: dict[str, Callable[[], list[tuple[str, str]]]] = {
        "kind_of_unit": lambda: [(kind.value, kind.label) for kind in UnitKind],
        "role": lambda: [(role.value, str(ROLE_LABELS[role])) for role in RoleName],
        "audience": lambda: list(AUDIENCES.items()),
        "field": lambda: [*FIELDS.items(), *options.get("field", [])],
    }
    return [*fixed[refers]()] if refers in fixed else list(options.get(refers, []))


def _list_field(item: Single, ask: Ask, options: Options) -> forms.Field:
    if isinstance(item, Choice):
        choices = [(str(member.value), choice_label(member)) for member in item.members]
        return _several(choices, ask)
    refers = item.refers if isinstance(item, Leaf) else None
    if refers and (choices := choices_of(refers, options)):
        return _several(choices, ask)
    return LinesField(**ask.all())


def _several(choices: list[tuple[str, str]], ask: Ask) -> forms.Field:
    widget = forms.CheckboxSelectMultiple()
    return forms.MultipleChoiceField(choices=choices, widget=widget, **ask.all())


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 4}), **options)
        self.help_text = self.help_text or _("Mỗi dòng một ý.")

    def prepare_value(self, value: Any) -> Any:
        """The lines of a list."""
        return "\n".join(value) if isinstance(value, tuple | list) else value

    def clean(self, value: Any) -> list[str]:
        """The lines that say something."""
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


def _text(field: FieldShape, ask: Ask) -> forms.Field:
    most = field.shape.most if isinstance(field.shape, Leaf) else None
    is_long = field.name in _LONG
    widget = forms.Textarea(attrs={"rows": 3}) if is_long else forms.TextInput()
    return forms.CharField(max_length=most, widget=widget, **ask.all())


def _whole(field: FieldShape, ask: Ask) -> forms.Field:
    shape = field.shape
    least, most = (shape.least, shape.most) if isinstance(shape, Leaf) else (None, None)
    return forms.IntegerField(min_value=least, max_value=most, **ask.all())


def _decimal(_field: FieldShape, ask: Ask) -> forms.Field:
    return forms.DecimalField(max_digits=15, decimal_places=6, localize=True, **ask.all())


def _yes_no(_field: FieldShape, ask: Ask) -> forms.Field:
    return forms.BooleanField(label=ask.label, help_text=ask.help_text, required=False)


def _day(field: FieldShape, ask: Ask) -> forms.Field:
    if field.name in _SIGNED:
        return SignedDayField(today=local_day(clock.now()), **ask.all())
    return DayField(earliest=OLDEST_DAY, **ask.all())


def _moment(_field: FieldShape, ask: Ask) -> forms.Field:
    return MomentField(**ask.all())


_LEAVES: dict[str, Callable[[FieldShape, Ask], forms.Field]] = {
    "text": _text,
    "link": _text,
    "code": _text,
    "key": _text,
    "count": _whole,
    "money": _whole,
    "percent": _decimal,
    "points": _decimal,
    "yes_no": _yes_no,
    "day": _day,
    "moment": _moment,
}


def shown_value(value: object) -> object:
    """A value of a rulebook as the form shows it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [shown_value(item) for item in value]
    return value.normalize() if isinstance(value, Decimal) and value else value


def typed_value(field: FieldShape, cleaned: object) -> str:
    """What a form gave, as it would be typed; where something must stand, empty means default."""
    if cleaned in (None, "") and not field.optional and not field.required:
        return written(field.shape, field.default)
    if isinstance(cleaned, bool):
        return "yes" if cleaned else "no"
    if isinstance(cleaned, date):
        return cleaned.isoformat()
    if isinstance(cleaned, Decimal):
        return plain_decimal(cleaned).replace(".", ",")
    if isinstance(cleaned, list):
        return "\n".join(cleaned)
    return "" if cleaned is None else str(cleaned)
