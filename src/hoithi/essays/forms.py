"""Forms of the marking: the marks of a sheet, who marks, what the handing over rests on."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.core.essays.sheet import Line
from hoithi.core.vietnamese.numbers import NotANumber, decimal_text, read_decimal
from hoithi.essays.actions.marking import LONGEST_REMARK
from hoithi.essays.models import EssaySheet
from hoithi.people.models import Person

_LONGEST_NUMBER = 20


class MarkField(forms.Field):
    """A mark as officials type it: "3,5"; empty while it is not given."""

    def __init__(self, label: str, most: Decimal) -> None:
        attrs = {"inputmode": "decimal", "autocomplete": "off", "maxlength": str(_LONGEST_NUMBER)}
        super().__init__(label=label, required=False, widget=forms.TextInput(attrs))
        self.most = most

    def to_python(self, value: Any) -> Decimal | None:
        """The number that was typed."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            return read_decimal(text if len(text) <= _LONGEST_NUMBER else "")
        except NotANumber as error:
            raise ValidationError(_("Không phải là số. Ghi như 3 hoặc 3,5.")) from error


class SheetForm(forms.Form):
    """A box for each line of the sheet, and the remark."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    remark = forms.CharField(
        label=gettext_lazy("Nhận xét"),
        required=False,
        max_length=LONGEST_REMARK,
        widget=forms.Textarea({"rows": 3}),
    )

    def __init__(self, *args: Any, lines: Sequence[Line], **more: Any) -> None:
        super().__init__(*args, **more)
        self.lines = lines
        for line in lines:
            self.fields[f"d-{line.key}"] = MarkField(line.title or _("Điểm của bài"), line.most)

    @property
    def boxes(self) -> list[tuple[Line, forms.BoundField]]:
        """Every line with its box."""
        return [(line, self[f"d-{line.key}"]) for line in self.lines]

    @property
    def marks(self) -> dict[str, Decimal]:
        """The marks that were given."""
        given = ((line.key, self.cleaned_data.get(f"d-{line.key}")) for line in self.lines)
        return {key: mark for key, mark in given if mark is not None}

    def say(self, sentences: Mapping[str, str]) -> None:
        """Says beside each line why its mark is not taken."""
        for key, sentence in sentences.items():
            self.add_error(f"d-{key}", sentence)


def boxes_of(sheet: EssaySheet | None) -> dict[str, Any]:
    """What the boxes hold of a sheet."""
    if sheet is None:
        return {"seen": 0}
    marks = {f"d-{key}": decimal_text(Decimal(mark)) for key, mark in sheet.marks.items()}
    return {"seen": sheet.number, "remark": sheet.remark, **marks}


class MarkerForm(forms.Form):
    """A judge who is to mark, and the units whose contestants are kept from the judge."""

    person = forms.ModelChoiceField(
        label=gettext_lazy("Người chấm"), queryset=Person.objects.none(), empty_label=None
    )
    units = forms.MultipleChoiceField(
        label=gettext_lazy("Không giao bài của các đơn vị"),
        required=False,
        help_text=gettext_lazy("Đánh dấu đơn vị công tác của người chấm và đơn vị cần loại trừ."),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, people: Any, units: Iterable[tuple[int, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]  # of this field
        self.fields["person"].label_from_instance = _name  # type: ignore[attr-defined]  # the same
        self.fields["units"].choices = list(units)  # type: ignore[attr-defined]  # of this field


def _name(person: Person) -> str:
    return person.full_name


class ReasonForm(forms.Form):
    """Why a sheet that was handed in is opened again."""

    reason = forms.CharField(label=gettext_lazy("Lý do"), max_length=1000, required=False)


class HandOverForm(forms.Form):
    """What a correction of points that count rests on; empty the first time."""

    reason = forms.CharField(
        label=gettext_lazy("Lý do điều chỉnh (khi điểm đã được xác nhận)"),
        max_length=1000,
        required=False,
    )
    document_number = forms.CharField(
        label=gettext_lazy("Số văn bản cho phép điều chỉnh"), max_length=60, required=False
    )
