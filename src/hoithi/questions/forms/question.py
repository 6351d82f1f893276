"""The form of one question: its fields, and the question that was written in them."""

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from hoithi.core.questions.codes import LONGEST_CODE
from hoithi.core.questions.faults import MOST_OPTIONS, faults
from hoithi.core.questions.keys import FALSE, TRUE
from hoithi.core.questions.records import (
    CHOICE_KINDS,
    Answer,
    LegalBasis,
    QuestionFault,
    QuestionKind,
    QuestionText,
)
from hoithi.core.questions.rows import (
    AUDIENCES,
    DIFFICULTIES,
    FIELDS,
    OPTION_LETTERS,
    field_key,
    read_codes,
)
from hoithi.questions.forms.fields import OneLineField, TypedDayField, one_line

WRITTEN_KINDS = (
    QuestionKind.SINGLE,
    QuestionKind.MULTIPLE,
    QuestionKind.TRUE_FALSE,
    QuestionKind.SHORT_TEXT,
    QuestionKind.NUMERIC,
)
"""The kinds that are written on this form; the others come with the table."""
_PLACES = [(str(place), letter) for place, letter in enumerate(OPTION_LETTERS[:MOST_OPTIONS])]


@dataclass(frozen=True)
class OptionRow:
    """A line of the form: an option with the marks beside it."""

    place: int
    letter: str
    box: forms.BoundField
    is_right: bool
    is_anchored: bool


class QuestionForm(forms.Form):
    """A question of one kind with its key and legal basis; `record` is what was written."""

    stem = OneLineField(
        label=_("Nội dung câu hỏi"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
    )
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
    right = forms.MultipleChoiceField(label=_("Đáp án"), required=False, choices=_PLACES)
    anchored = forms.MultipleChoiceField(
        label=_("Giữ nguyên vị trí"), required=False, choices=_PLACES
    )
    explanation = OneLineField(
        label=_("Giải thích"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Hiện cùng đáp án sau khi đợt thi đóng."),
    )
    document_number = OneLineField(
        label=_("Số, ký hiệu văn bản"), required=False, help_text=_("Ví dụ: 61/2018/NĐ-CP")
    )
    document_title = OneLineField(label=_("Tên văn bản"), required=False)
    article = OneLineField(label=_("Điều"), required=False)
    clause = OneLineField(label=_("Khoản"), required=False)
    document_date = TypedDayField(_("Ngày văn bản"))
    in_force_from = TypedDayField(_("Có hiệu lực từ ngày"))
    in_force_to = TypedDayField(_("Hết hiệu lực từ ngày"), _("Để trống nếu còn hiệu lực"))
    checked_on = TypedDayField(_("Ngày tra cứu hiệu lực"))
    field = OneLineField(
        label=_("Lĩnh vực"),
        max_length=60,
        widget=forms.TextInput(attrs={"list": "cac-linh-vuc"}),
        error_messages={"required": _("Chưa ghi lĩnh vực của câu hỏi.")},
    )
    topic = OneLineField(
        label=_("Chủ đề trong lĩnh vực"),
        required=False,
        widget=forms.TextInput(attrs={"list": "cac-chu-de"}),
    )
    difficulty = forms.ChoiceField(
        label=_("Mức độ"), choices=list(DIFFICULTIES.items()), initial="medium"
    )
    audience = forms.ChoiceField(
        label=_("Đối tượng"), choices=list(AUDIENCES.items()), initial="all"
    )
    never_with = OneLineField(
        label=_("Không cùng đề với"),
        required=False,
        max_length=1000,
        help_text=_("Mã của các câu không được ra cùng đề, cách nhau bằng dấu chấm phẩy."),
    )
    code = OneLineField(
        label=_("Mã câu hỏi"),
        max_length=LONGEST_CODE,
        error_messages={"required": _("Chưa ghi mã câu hỏi.")},
    )

    def __init__(
        self, *args: Any, kind: QuestionKind, today: date | None = None, **kwargs: Any
    ) -> None:
        """`today`: no document was signed, nor looked up, after it."""
        super().__init__(*args, **kwargs)
        self.kind = kind
        for name in ("document_date", "checked_on"):
            self.fields[name].not_after = today  # type: ignore[attr-defined]  # a typed day
        for place, letter in _PLACES:
            self.fields[f"option_{place}"] = OneLineField(
                label=_now("Phương án %s") % letter, required=False
            )

    @property
    def option_rows(self) -> Iterator[OptionRow]:
        """The lines of the options, all that there may be."""
        right, anchored = self["right"].value() or [], self["anchored"].value() or []
        for place, letter in _PLACES:
            yield OptionRow(
                int(place), letter, self[f"option_{place}"], place in right, place in anchored
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
    def record(self) -> tuple[QuestionText, Answer]:
        """The question and its answer as written."""
        data = self.cleaned_data
        is_choice = self.kind in CHOICE_KINDS
        text = QuestionText(
            kind=self.kind,
            stem=data["stem"],
            field=field_key(data["field"]),
            difficulty=data["difficulty"],
            topic=data["topic"],
            options=self._options() if is_choice else (),
            anchored=_whole(data["anchored"]) if is_choice else frozenset(),
            audience=data["audience"],
            never_with=read_codes(data["never_with"]),
            basis=LegalBasis(
                number=data["document_number"],
                title=data["document_title"],
                article=data["article"],
                clause=data["clause"],
                issued_on=data["document_date"],
                in_force_from=data["in_force_from"],
                in_force_to=data["in_force_to"],
                checked_on=data["checked_on"],
            ),
        )
        return text, self._answer()

    def _options(self) -> tuple[str, ...]:
        texts = [self.cleaned_data[f"option_{place}"] for place, _letter in _PLACES]
        while texts and not texts[-1]:
            texts.pop()
        return tuple(texts)

    def _answer(self) -> Answer:
        data, explanation = self.cleaned_data, self.cleaned_data["explanation"]
        if self.kind in CHOICE_KINDS:
            return Answer(places=_whole(data["right"]), explanation=explanation)
        if self.kind is QuestionKind.TRUE_FALSE:
            truth = {"1": True, "0": False}.get(data["is_true"])
            return Answer(is_true=truth, explanation=explanation)
        if self.kind is QuestionKind.SHORT_TEXT:
            return Answer(accepted=self._accepted(), explanation=explanation)
        return Answer(explanation=explanation)

    def _accepted(self) -> tuple[str, ...]:
        lines = self.cleaned_data["accepted"].replace("|", "\n").splitlines()
        return tuple(filter(None, (line.strip() for line in lines)))

    def clean_accepted(self) -> str:
        """Lines of text without control characters."""
        return "\n".join(map(one_line, self.cleaned_data["accepted"].splitlines()))

    @property
    def faults_beside(self) -> list[QuestionFault]:
        """What else is wrong with a form that holds unreadable or empty fields.

        A field that has its own error is not spoken of twice.
        """
        beside = copy(self)
        beside.cleaned_data = {n: self._unread(n) for n in self.fields} | self.cleaned_data
        return [one for one in faults(*beside.record) if not self.has_error(self.field_of(one))]

    def _unread(self, name: str) -> Any:
        """What stands in a field that could not be read, so that nobody calls it empty."""
        field = self.fields[name]
        if isinstance(field, TypedDayField):
            return None
        return [] if isinstance(field, forms.MultipleChoiceField) else self[name].value() or ""

    def field_of(self, fault: QuestionFault) -> str:
        """Where on the form a fault is said."""
        if fault.column == "options":
            return "option_0"
        if fault.column != "right" or self.kind in CHOICE_KINDS:
            return fault.column
        return "is_true" if self.kind is QuestionKind.TRUE_FALSE else "accepted"


def _whole(places: list[str]) -> frozenset[int]:
    return frozenset(map(int, places))


def initial_of(text: QuestionText, answer: Answer) -> dict[str, Any]:
    """What the form shows for a question that is there."""
    basis = text.basis
    options = {f"option_{place}": option for place, option in enumerate(text.options)}
    return options | {
        "stem": text.stem,
        "right": [str(place) for place in sorted(answer.places)],
        "anchored": [str(place) for place in sorted(text.anchored)],
        "is_true": "" if answer.is_true is None else str(int(answer.is_true)),
        "accepted": "\n".join(answer.accepted),
        "explanation": answer.explanation,
        "document_number": basis.number,
        "document_title": basis.title,
        "article": basis.article,
        "clause": basis.clause,
        "document_date": basis.issued_on,
        "in_force_from": basis.in_force_from,
        "in_force_to": basis.in_force_to,
        "checked_on": basis.checked_on,
        "field": FIELDS.get(text.field, text.field),
        "topic": text.topic,
        "difficulty": text.difficulty,
        "audience": text.audience,
        "never_with": "; ".join(sorted(text.never_with)),
    }


_KEPT = frozenset(
    {
        "document_number",
        "document_title",
        "document_date",
        "in_force_from",
        "in_force_to",
        "checked_on",
        "field",
        "topic",
        "difficulty",
        "audience",
    }
)


def kept_of(text: QuestionText) -> dict[str, Any]:
    """What the next question keeps of the last one: its document, field, difficulty, audience."""
    shown = initial_of(text, Answer())
    return {name: value for name, value in shown.items() if name in _KEPT}
