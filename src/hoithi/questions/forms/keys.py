"""The part of the form of a question that says what is right, kind by kind."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hoithi.core.questions.faults import MOST_OPTIONS, MOST_WORDS
from hoithi.core.questions.keys import FALSE, TRUE, joined, read_answer, read_beside
from hoithi.core.questions.numbers import number_of
from hoithi.core.questions.records import Answer, Diacritics, QuestionKind
from hoithi.core.questions.rows import OPTION_LETTERS
from hoithi.questions.forms.fields import LinesField, OneLineField, one_line

PLACES = [(str(place), letter) for place, letter in enumerate(OPTION_LETTERS[:MOST_OPTIONS])]
KEY_FIELDS = {
    QuestionKind.SINGLE: "right",
    QuestionKind.MULTIPLE: "right",
    QuestionKind.TRUE_FALSE: "is_true",
    QuestionKind.SHORT_TEXT: "accepted",
    QuestionKind.NUMERIC: "accepted",
    QuestionKind.NUMBER: "value",
    QuestionKind.MATCHING: "option_0",
    QuestionKind.ORDERING: "option_0",
    QuestionKind.ESSAY: "rubric",
}
"""Where on the form a fault of the key is said."""


@dataclass(frozen=True)
class OptionRow:
    """A line of the form: an option with the marks beside it."""

    place: int
    letter: str
    box: forms.BoundField
    pair: forms.BoundField
    """Of a matching question: what belongs to the option."""
    is_right: bool
    is_anchored: bool


class KeyFields(forms.Form):
    """The fields of the key and of what it stands on; each kind uses its own."""

    accepted = forms.CharField(
        label=_("Các cách trả lời được chấp nhận"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mỗi dòng một cách. Không phân biệt chữ hoa, chữ thường và dấu cách thừa."),
    )
    is_true = forms.ChoiceField(
        label=_("Đáp án"),
        required=False,
        choices=[("1", TRUE), ("0", FALSE)],
        widget=forms.RadioSelect,
    )
    right = forms.MultipleChoiceField(label=_("Đáp án"), required=False, choices=PLACES)
    anchored = forms.MultipleChoiceField(
        label=_("Giữ nguyên vị trí"), required=False, choices=PLACES
    )
    weights = OneLineField(
        label=_("Tỷ lệ điểm từng phương án (%)"),
        required=False,
        help_text=_(
            "Chỉ ghi khi chấm điểm từng phần, theo thứ tự phương án, ví dụ 50; 50; -100; 0. "
            "Để trống thì chấm theo thể lệ."
        ),
    )
    exact = forms.BooleanField(label=_("Phân biệt có dấu và không dấu"), required=False)
    value = OneLineField(
        label=_("Đáp án"),
        required=False,
        help_text=_("Một số, ví dụ 15 hoặc 1.234,5"),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    tolerance = OneLineField(
        label=_("Sai số cho phép"),
        required=False,
        help_text=_("Để trống nếu phải đúng từng số."),
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    spare = forms.CharField(
        label=_("Vế ghép gây nhiễu"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Mỗi dòng một vế không ghép với mục nào. Có thể để trống."),
    )
    rubric = forms.CharField(
        label=_("Tiêu chí chấm"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Mỗi dòng một tiêu chí và số điểm, ví dụ: Nêu đúng căn cứ = 4"),
    )
    longest = forms.IntegerField(
        label=_("Số từ tối đa"), required=False, min_value=0, max_value=MOST_WORDS
    )

    def __init__(self, *args: Any, kind: QuestionKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        small = {"rows": 1, "class": "grows"}
        for place, letter in PLACES:
            self.fields[f"option_{place}"] = LinesField(
                label=_now("Phương án %s") % letter, required=False, widget=forms.Textarea(small)
            )
            self.fields[f"pair_{place}"] = LinesField(
                label=_now("Ghép với %s") % letter, required=False, widget=forms.Textarea(small)
            )

    @property
    def option_rows(self) -> Iterator[OptionRow]:
        """The lines of the options, all that there may be."""
        right, anchored = self["right"].value() or [], self["anchored"].value() or []
        for place, letter in PLACES:
            yield OptionRow(
                int(place),
                letter,
                self[f"option_{place}"],
                self[f"pair_{place}"],
                place in right,
                place in anchored,
            )

    @property
    def usual_options(self) -> list[OptionRow]:
        """The four that nearly every question has."""
        return list(self.option_rows)[:4]

    @property
    def more_options(self) -> list[OptionRow]:
        """The others, folded away while they are empty."""
        return list(self.option_rows)[4:]

    @property
    def has_more_options(self) -> bool:
        """Whether any of the others is filled."""
        return any(row.box.value() for row in self.more_options)

    @property
    def options(self) -> tuple[str, ...]:
        """The options as written; empty ones at the end are none."""
        return self._texts("option")

    @property
    def targets(self) -> tuple[str, ...]:
        """What options are matched with, each once, and then what belongs to none."""
        spare = filter(None, map(str.strip, self.cleaned_data["spare"].splitlines()))
        return tuple(dict.fromkeys((*self._pairs, *spare)))

    @property
    def answer(self) -> Answer:
        """What is right as written."""
        explanation = self.cleaned_data["explanation"]
        match self.kind:
            case QuestionKind.MATCHING:
                return Answer(pairs=self._places_of_pairs(), explanation=explanation)
            case QuestionKind.ORDERING:
                return Answer(order=tuple(range(len(self.options))), explanation=explanation)
            case QuestionKind.NUMBER:
                return replace(self._number(), explanation=explanation)
        answer = read_answer(self.kind, self._written(), explanation)
        if self.kind is QuestionKind.SHORT_TEXT and self.cleaned_data["exact"]:
            answer = replace(answer, diacritics=Diacritics.EXACT)
        is_choice = self.kind in {QuestionKind.SINGLE, QuestionKind.MULTIPLE}
        beside = {"weights": self.cleaned_data["weights"]} if is_choice else {}
        return read_beside(self.kind, answer, beside)

    def _written(self) -> str:
        """The key as a cell of the table has it."""
        data = self.cleaned_data
        match self.kind:
            case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
                return ";".join(OPTION_LETTERS[place] for place in sorted(whole(data["right"])))
            case QuestionKind.TRUE_FALSE:
                return {"1": TRUE, "0": FALSE}.get(data["is_true"], "")
            case QuestionKind.SHORT_TEXT:
                return joined(data["accepted"].replace("|", "\n").splitlines())
            case QuestionKind.ESSAY:
                return joined(data["rubric"].splitlines())
        return ""

    def _number(self) -> Answer:
        around = self.cleaned_data["tolerance"]
        tolerance = number_of(around or "0")
        value = None if tolerance is None else number_of(self.cleaned_data["value"])
        return Answer(value=value, tolerance=tolerance or Answer().tolerance)

    @property
    def _pairs(self) -> list[str]:
        pairs = self._texts("pair")
        return [one for one in pairs[: len(self.options)] if one]

    def _places_of_pairs(self) -> tuple[int, ...]:
        """For each option the place of its target; -1 where none was written."""
        targets = {target: place for place, target in enumerate(self.targets)}
        pairs = self._texts("pair")
        rows = [*pairs, *[""] * len(self.options)][: max(len(pairs), len(self.options))]
        return tuple(targets.get(one, -1) for one in rows)

    def _texts(self, name: str) -> tuple[str, ...]:
        texts = [self.cleaned_data[f"{name}_{place}"] for place, _letter in PLACES]
        while texts and not texts[-1]:
            texts.pop()
        return tuple(texts)

    def clean_accepted(self) -> str:
        """Lines of text without control characters."""
        return "\n".join(map(one_line, self.cleaned_data["accepted"].splitlines()))

    def clean_spare(self) -> str:
        """Lines of text without control characters."""
        return "\n".join(map(one_line, self.cleaned_data["spare"].splitlines()))

    def clean_rubric(self) -> str:
        """Lines of text without control characters."""
        return "\n".join(map(one_line, self.cleaned_data["rubric"].splitlines()))


def whole(places: list[str]) -> frozenset[int]:
    """Places of ticked boxes."""
    return frozenset(map(int, places))
