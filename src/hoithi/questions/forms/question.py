"""The form of one question: its fields, and the question that was written in them."""

from copy import copy
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from hoithi.core.questions.codes import LONGEST_CODE
from hoithi.core.questions.faults import faults
from hoithi.core.questions.records import (
    CHOICE_KINDS,
    LISTED_KINDS,
    Answer,
    LegalBasis,
    Media,
    QuestionFault,
    QuestionKind,
    QuestionText,
)
from hoithi.core.questions.rows import (
    AUDIENCES,
    DIFFICULTIES,
    LONGEST_FIELD,
    field_key,
    field_title,
    read_codes,
)
from hoithi.questions.forms.fields import LinesField, OneLineField, TypedDayField
from hoithi.questions.forms.keys import KEY_FIELDS, KeyFields, whole


class QuestionForm(KeyFields):
    """A question of one kind with its key and legal basis; `record` is what was written."""

    stem = LinesField(
        label=_("Nội dung câu hỏi"),
        required=False,
        help_text=_("Muốn chữ đậm thì ghi **chữ đậm**, chữ nghiêng thì ghi *chữ nghiêng*."),
        widget=forms.Textarea(attrs={"rows": 4, "autofocus": True}),
    )
    explanation = LinesField(
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
        max_length=LONGEST_FIELD,
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
        required=False,
        max_length=LONGEST_CODE,
        help_text=_("Để trống thì hệ thống đánh số tiếp theo trong lĩnh vực."),
    )

    def __init__(
        self,
        *args: Any,
        kind: QuestionKind,
        today: date | None = None,
        files: tuple[Media, ...] = (),
        **kwargs: Any,
    ) -> None:
        """`today`: no document was signed, nor looked up, after it. `files` go with the stem."""
        super().__init__(*args, kind=kind, **kwargs)
        self.files_beside = files
        for name in ("document_date", "checked_on"):
            self.fields[name].not_after = today  # type: ignore[attr-defined]  # a typed day

    def carry(self, typed: QueryDict) -> None:
        """Shows what was typed in a form of another kind; nothing of it is judged yet."""
        for name, field in self.fields.items():
            if name in typed:
                many = isinstance(field, forms.MultipleChoiceField)
                self.initial[name] = typed.getlist(name) if many else typed[name]

    @property
    def record(self) -> tuple[QuestionText, Answer]:
        """The question and its answer as written."""
        data = self.cleaned_data
        text = QuestionText(
            kind=self.kind,
            stem=data["stem"],
            field=field_key(data["field"]),
            field_title=field_title(data["field"]),
            topic=data["topic"],
            difficulty=data["difficulty"],
            options=self.options if self.kind in LISTED_KINDS else (),
            targets=self.targets if self.kind is QuestionKind.MATCHING else (),
            anchored=whole(data["anchored"]) if self.kind in CHOICE_KINDS else frozenset(),
            media=self.files_beside,
            longest=(data["longest"] or 0) if self.kind is QuestionKind.ESSAY else 0,
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
        return text, self.answer

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
        if isinstance(field, forms.IntegerField | forms.BooleanField):
            return None
        return [] if isinstance(field, forms.MultipleChoiceField) else self[name].value() or ""

    def field_of(self, fault: QuestionFault) -> str:
        """Where on the form a fault is said."""
        if fault.column in {"options", "targets"}:
            return "option_0"
        if fault.column == "media":
            return "stem"
        return KEY_FIELDS[self.kind] if fault.column == "right" else fault.column
