"""Forms of the results desk."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hoithi.core.questions.numbers import number_of
from hoithi.core.questions.records import Answer, QuestionKind, QuestionText
from hoithi.kit.date_fields import SignedDayField
from hoithi.results.actions.correcting import Wanted
from hoithi.results.models import Verdict

_NUMBER = re.compile(r"[0-9]{1,6}")


class ReasonForm(forms.Form):
    """Why something is done."""

    reason = forms.CharField(label=_("Lý do"), max_length=1000, widget=forms.Textarea({"rows": 2}))


class VerdictForm(forms.Form):
    """What was found about a candidate."""

    verdict = forms.ChoiceField(
        label=_("Kết quả xác minh"),
        widget=forms.RadioSelect,
        choices=[
            (Verdict.VERIFIED, _("Đúng người, đủ điều kiện nhận giải")),
            (Verdict.UNREACHED, _("Không liên lạc được (giữ thứ hạng, không trao giải)")),
            (Verdict.NOT_RECOGNISED, _("Không công nhận kết quả")),
        ],
    )
    reason = forms.CharField(
        label=_("Lý do, ghi chú"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("Bắt buộc khi không công nhận hoặc không liên lạc được."),
    )

    def clean(self) -> dict[str, Any]:
        """Whoever takes a prize away says why."""
        said: dict[str, Any] = super().clean() or {}
        takes_away = said.get("verdict") not in {None, Verdict.VERIFIED}
        if takes_away and not (said.get("reason") or "").strip():
            self.add_error("reason", _("Hãy ghi lý do."))
        return said


class PartingForm(forms.Form):
    """How equals were parted: by drawn lots before witnesses, or by the committee's reason."""

    order = forms.CharField(
        label=_("Thứ tự sau khi bốc thăm hoặc quyết định"),
        max_length=2000,
        help_text=_("Ghi số thứ tự của từng người trong danh sách trên, ví dụ: 2, 1, 3."),
    )
    witnesses = forms.CharField(
        label=_("Người chứng kiến bốc thăm"), max_length=300, required=False
    )
    reason = forms.CharField(
        label=_("Hoặc lý do quyết định của Ban Tổ chức"),
        max_length=1000,
        required=False,
        widget=forms.Textarea({"rows": 2}),
    )

    def __init__(self, *args: Any, equals: Sequence[int] = (), **options: Any) -> None:
        """`equals` are the entrants of the list on the desk, in its order."""
        super().__init__(*args, **options)
        self.equals = equals

    def clean_order(self) -> tuple[int, ...]:
        """The entrants in the order in which their numbers were typed, from 1."""
        words = re.split(r"[\s,;]+", str(self.cleaned_data["order"]).strip(" ,;"))
        if not all(_NUMBER.fullmatch(word) for word in words):
            raise ValidationError(_("Chỉ ghi các số thứ tự, cách nhau bằng dấu phẩy."))
        numbers = [int(word) for word in words]
        if any(not 0 < number <= len(self.equals) for number in numbers):
            told = _("Danh sách trên có các số từ 1 đến %(last)s.")
            raise ValidationError(told, params={"last": len(self.equals)})
        return tuple(self.equals[number - 1] for number in numbers)


class SignForm(forms.Form):
    """What a person found about a sign of irregularity."""

    sign = forms.CharField(max_length=40, widget=forms.HiddenInput)
    subject = forms.CharField(max_length=80, widget=forms.HiddenInput)
    finding = forms.CharField(
        label=_("Kết luận"), max_length=1000, widget=forms.Textarea({"rows": 2})
    )
    serious = forms.BooleanField(label=_("Là vi phạm thể lệ"), required=False)


class LeaderForm(forms.Form):
    """A leader's approval, as the signed document says it."""

    document_number = forms.CharField(label=_("Số văn bản"), max_length=60)
    signer = forms.CharField(label=_("Người ký, chức vụ"), max_length=200)
    file = forms.FileField(label=_("Bản chụp văn bản đã ký (PDF hoặc ảnh)"))
    field_order = ["document_number", "document_date", "signer", "file"]

    def __init__(self, *args: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["document_date"] = SignedDayField(label=_("Ngày ký"), today=today)
        self.order_fields(self.field_order)


class PaperForm(forms.Form):
    """The signed sheet of a body with one official."""

    file = forms.FileField(label=_("Bản chụp biên bản đã ký (PDF hoặc ảnh)"))


class InviteForm(forms.Form):
    """Somebody named in the establishing decision, who approves by a one-time link."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    post = forms.CharField(label=_("Chức vụ"), max_length=120)
    decision = forms.CharField(
        label=_("Quyết định thành lập Ban Tổ chức có tên người này"), max_length=200
    )


class AnswerForm(forms.Form):
    """The answer to a remark; it is public."""

    answer = forms.CharField(
        label=_("Trả lời"),
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_(
            "Hiện công khai cùng nội dung phản ánh, không ghi tên người; "
            "số điện thoại, số định danh, thư điện tử trong phản ánh được che."
        ),
    )


class KeyForm(forms.Form):
    """Another key for a question, or its withdrawal; `wanted` is what was filled in."""

    deed = forms.ChoiceField(
        label=_("Cách xử lý"),
        widget=forms.RadioSelect,
        choices=[
            ("key", _("Đổi đáp án")),
            ("withdraw", _("Hủy câu hỏi (tính điểm câu này theo thể lệ)")),
        ],
    )
    right = forms.MultipleChoiceField(
        label=_("Đáp án mới"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_(
            "Với câu chọn một phương án: đánh dấu nhiều phương án thì chọn phương án nào trong đó "
            "cũng được tính đúng."
        ),
    )
    is_true = forms.ChoiceField(
        label=_("Đáp án mới"),
        required=False,
        widget=forms.RadioSelect,
        choices=[("1", _("Đúng")), ("0", _("Sai"))],
    )
    accepted = forms.CharField(
        label=_("Các cách trả lời được chấp nhận"),
        required=False,
        max_length=4000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Mỗi dòng một cách."),
    )
    value = forms.CharField(label=_("Số đúng"), required=False, max_length=40)
    tolerance = forms.CharField(label=_("Sai lệch cho phép"), required=False, max_length=40)
    explanation = forms.CharField(
        label=_("Giải thích đáp án"),
        required=False,
        max_length=5000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_(
            "Đang ghi lời giải thích của đáp án cũ: hãy viết lại cho khớp đáp án mới. Lời giải "
            "thích hiện cùng đáp án cho người dự thi và trong bộ ôn tập."
        ),
    )
    reason = forms.CharField(
        label=_("Lý do"),
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Lý do hiện trên trang kết quả mới và trong thông báo đính chính."),
    )
    document_number = forms.CharField(
        label=_("Số, ký hiệu văn bản của Ban Tổ chức (nếu có)"), required=False, max_length=60
    )

    def __init__(
        self, *args: Any, text: QuestionText, options: Sequence[str], base: Answer, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self._text, self._base = text, base
        self.fields["explanation"].initial = base.explanation
        asked = _KEY_FIELDS.get(text.kind, ())
        for name in ("right", "is_true", "accepted", "value", "tolerance"):
            if name not in asked:
                del self.fields[name]
        if "right" in self.fields:
            field: Any = self.fields["right"]
            field.choices = [(str(place), option) for place, option in enumerate(options)]
        rows = self._rows(options)
        self.fields |= rows
        if rows:
            self.order_fields(["deed", *rows])
        if not asked and not rows:
            deed: Any = self.fields["deed"]
            deed.choices = deed.choices[1:]

    def _rows(self, options: Sequence[str]) -> dict[str, forms.Field]:
        """A list to choose from for each option to be matched, or to be put in order."""
        match self._text.kind:
            case QuestionKind.MATCHING:
                label = _("Ghép “%(option)s” với")
                choices = [(str(place), target) for place, target in enumerate(self._text.targets)]
                before = list(self._base.pairs)
            case QuestionKind.ORDERING:
                label = _("Thứ tự của “%(option)s”")
                choices = [(str(place), str(place + 1)) for place in range(len(options))]
                before = [self._base.order.index(place) for place in range(len(options))]
            case _:
                return {}
        return {
            f"row_{place}": forms.ChoiceField(
                label=label % {"option": option},
                choices=choices,
                initial=str(before[place]),
                required=False,
            )
            for place, option in enumerate(options)
        }

    def _chosen(self) -> tuple[int, ...]:
        """What was chosen for each row; nothing where a row is empty."""
        names = [name for name in self.fields if name.startswith("row_")]
        said = [self.cleaned_data[name] for name in names]
        return tuple(map(int, said)) if all(said) else ()

    @property
    def wanted(self) -> Wanted:
        """What was filled in."""
        said = self.cleaned_data
        answer = None if said["deed"] == "withdraw" else self._answer()
        return Wanted(
            answer=answer,
            reason=said["reason"],
            document_number=said["document_number"],
            explanation=self._explanation(),
        )

    def _explanation(self) -> str | None:
        """What was written; None where the box was not sent at all."""
        said: str = self.cleaned_data["explanation"]
        return said.replace("\r\n", "\n") if "explanation" in self.data else None

    def _answer(self) -> Answer:
        said, base = self.cleaned_data, self._base
        match self._text.kind:
            case QuestionKind.TRUE_FALSE:
                return replace(base, is_true={"1": True, "0": False}.get(said["is_true"]))
            case QuestionKind.SHORT_TEXT:
                lines = (line.strip() for line in said["accepted"].splitlines())
                return replace(base, accepted=tuple(filter(None, lines)))
            case QuestionKind.NUMBER:
                tolerance = number_of(said["tolerance"] or "0")
                value = None if tolerance is None else number_of(said["value"])
                return replace(base, value=value, tolerance=abs(tolerance or _NOTHING))
            case QuestionKind.MATCHING:
                return replace(base, pairs=self._chosen())
            case QuestionKind.ORDERING:
                places = self._chosen()
                is_order = sorted(places) == list(range(len(self._text.options)))
                order = sorted(range(len(places)), key=places.__getitem__) if is_order else ()
                return replace(base, order=tuple(order))
        return replace(base, places=frozenset(map(int, said["right"])), weights=())


_NOTHING = Decimal(0)
_KEY_FIELDS: dict[QuestionKind, tuple[str, ...]] = {
    QuestionKind.SINGLE: ("right",),
    QuestionKind.MULTIPLE: ("right",),
    QuestionKind.TRUE_FALSE: ("is_true",),
    QuestionKind.SHORT_TEXT: ("accepted",),
    QuestionKind.NUMBER: ("value", "tolerance"),
}
"""Which boxes each kind has; a question of another kind can be withdrawn only."""
