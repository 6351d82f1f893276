"""Forms for points from paper: one line for each entrant, and what a correction rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.core.vietnamese.numbers import NotANumber, decimal_text, read_decimal
from hoithi.judging.facts import (
    Fault,
    HandPart,
    TypedPoints,
    asks_passed,
    asks_points,
    fault_of_points,
)
from hoithi.judging.queries import Listed

_LONGEST_NUMBER = 20
MOST_BY_HAND = 1000
"""More entrants than these are sent in a file: a page of so many boxes helps nobody."""


class PointsField(forms.Field):
    """Points as officials type them: "35,5"; empty for somebody who did not take part."""

    def __init__(self, part: HandPart, label: str) -> None:
        box = forms.TextInput({"inputmode": "decimal", "autocomplete": "off", "maxlength": "20"})
        super().__init__(label=label, required=False, widget=box)
        self.part = part

    def to_python(self, value: Any) -> Any:
        """The number that was typed; None for an empty box."""
        text = str(value or "").strip()
        if not text:
            return None
        try:
            points = read_decimal(text if len(text) <= _LONGEST_NUMBER else "")
        except NotANumber as error:
            raise ValidationError(_("Không phải là số. Ghi như 35 hoặc 35,5.")) from error
        if fault := fault_of_points(self.part, points):
            raise ValidationError(self._why(fault))
        return points

    def _why(self, fault: Fault) -> str:
        if fault is Fault.ABOVE_MOST:
            most = decimal_text(self.part.most or Decimal(0))
            return _("Cao hơn điểm tối đa (%(most)s).") % {"most": most}
        words = {
            Fault.BELOW_NOTHING: _("Điểm không được âm."),
            Fault.TOO_PRECISE: _("Chỉ ghi tối đa 4 chữ số thập phân."),
        }
        return words[fault]


@dataclass(frozen=True)
class Line:
    """The boxes of one entrant."""

    entrant: Listed
    points: forms.BoundField | None
    passed: forms.BoundField | None

    @property
    def boxes(self) -> list[forms.BoundField]:
        """Those that the part asks for."""
        return [box for box in (self.points, self.passed) if box is not None]


class PointsForm(forms.Form):
    """One line for each entrant of the contest; lines left empty are of those who were absent."""

    def __init__(self, *args: Any, part: HandPart, entrants: Sequence[Listed], **more: Any) -> None:
        super().__init__(*args, **more)
        self.part, self.entrants = part, entrants
        choices = [("", _("Không dự")), ("1", _("Đạt")), ("0", _("Chưa đạt"))]
        for one in entrants:
            if asks_points(part):
                label = _("Điểm của %(name)s") % {"name": one.name}
                self.fields[f"diem-{one.token}"] = PointsField(part, label)
            if asks_passed(part):
                label = _("Kết quả của %(name)s") % {"name": one.name}
                self.fields[f"dat-{one.token}"] = forms.ChoiceField(
                    label=label, choices=choices, required=False
                )

    def rows(self) -> Iterator[Line]:
        """The lines in the order of the entrants."""
        for one in self.entrants:
            yield Line(one, self._box(f"diem-{one.token}"), self._box(f"dat-{one.token}"))

    def _box(self, name: str) -> forms.BoundField | None:
        return self[name] if name in self.fields else None

    @property
    def has_others(self) -> bool:
        """Whether somebody is listed who is not expected in the round."""
        return any(not one.expected for one in self.entrants)

    @property
    def wrong(self) -> int:
        """How many entrants' boxes cannot be taken."""
        return len(self.errors)

    def lines(self) -> list[TypedPoints]:
        """What was typed, of those who took part."""
        typed = []
        for one in self.entrants:
            points = self.cleaned_data.get(f"diem-{one.token}")
            passed = self.cleaned_data.get(f"dat-{one.token}") or ""
            if points is None and not passed:
                continue
            said = {"1": True, "0": False}.get(passed)
            typed.append(TypedPoints(one.pk, points or Decimal(0), said))
        return typed


class GroundsForm(forms.Form):
    """The signed paper behind a sheet, and why points that count are entered anew."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    file = forms.FileField(
        label=gettext_lazy("Bản chụp phiếu điểm đã ký (PDF hoặc ảnh)"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )
    reason = forms.CharField(
        label=gettext_lazy("Lý do điều chỉnh"),
        max_length=1000,
        widget=forms.Textarea({"rows": 2}),
    )
    document_number = forms.CharField(
        label=gettext_lazy("Số biên bản hoặc văn bản cho phép điều chỉnh"), max_length=60
    )

    def __init__(self, *args: Any, is_correction: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if not is_correction:
            del self.fields["reason"], self.fields["document_number"]


class JudgeForm(forms.Form):
    """Whose sheet is typed, and its scan."""

    judge = forms.CharField(
        label=gettext_lazy("Họ và tên giám khảo"),
        max_length=120,
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    file = forms.FileField(
        label=gettext_lazy("Bản chụp phiếu của giám khảo (PDF hoặc ảnh)"),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
    )


def boxes_of(entrants: Sequence[Listed], lines: Iterable[TypedPoints]) -> dict[str, str]:
    """What stands in the boxes at first, where points are typed over those that count."""
    tokens = {one.pk: one.token for one in entrants}
    found = {}
    for line in lines:
        found[f"diem-{tokens[line.entrant]}"] = decimal_text(line.points.normalize())
        if line.passed is not None:
            found[f"dat-{tokens[line.entrant]}"] = "1" if line.passed else "0"
    return found


class JudgedForm(forms.Form):
    """The committee's value for one entrant under a key that it judges, and why."""

    title = forms.ChoiceField(label=gettext_lazy("Nội dung đánh giá"))
    entrant = forms.TypedChoiceField(label=gettext_lazy("Đội thi, người dự thi"), coerce=int)
    value = forms.DecimalField(
        label=gettext_lazy("Giá trị"),
        min_value=0,
        max_value=10**6,
        max_digits=11,
        decimal_places=4,
        localize=True,
        help_text=gettext_lazy(
            "Khi xét bằng điểm: số lớn hơn xếp trên. Với giải do Ban Tổ chức chọn: 1 là giải cao "
            "nhất, 0 là không chọn."
        ),
    )
    reason = forms.CharField(
        label=gettext_lazy("Lý do"), max_length=1000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(
        self, *args: Any, titles: Iterable[str], entrants: Sequence[Listed], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        named = [(one.pk, f"{one.name} ({one.unit})" if one.unit else one.name) for one in entrants]
        self.fields["title"].choices = [(title, title) for title in sorted(titles)]  # type: ignore[attr-defined]  # a choice field
        self.fields["entrant"].choices = named  # type: ignore[attr-defined]  # a choice field


class UnitValuesForm(forms.Form):
    """The committee's values for units that are equal before a judged key, and why."""

    document_number = forms.CharField(label=gettext_lazy("Số biên bản hoặc văn bản"), max_length=60)
    reason = forms.CharField(
        label=gettext_lazy("Lý do"), max_length=1000, widget=forms.Textarea({"rows": 2})
    )

    def __init__(self, *args: Any, units: Sequence[tuple[int, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self._numbers = [number for number, _name in units]
        boxes = {
            self._box(number): forms.DecimalField(
                label=name,
                min_value=0,
                max_value=10**6,
                max_digits=11,
                decimal_places=4,
                localize=True,
                widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}),
            )
            for number, name in units
        }
        self.fields = {**boxes, **self.fields}

    def _box(self, number: int) -> str:
        return f"don-vi-{number}"

    def values(self) -> dict[int, Decimal]:
        """By unit, what the committee gives it."""
        return {number: self.cleaned_data[self._box(number)] for number in self._numbers}
