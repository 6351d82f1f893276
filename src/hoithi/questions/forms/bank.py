"""Forms about banks: founding, searching, taking files in, choosing for a contest."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.core.questions.rows import AUDIENCES, DIFFICULTIES
from hoithi.people.models import OrganisingBody
from hoithi.questions.models import Bank, QuestionState
from hoithi.questions.queries import Choices, Wanted
from hoithi.questions.queries.finding import ENDED, WAITING

_ALL = ("", _("Tất cả"))
_STATES = [
    (QuestionState.PROPOSED, _("Chờ thẩm định")),
    (QuestionState.APPROVED, _("Đã duyệt")),
    (QuestionState.SENT_BACK, _("Trả lại")),
    (QuestionState.WITHDRAWN, _("Đã rút")),
]
_BASES = [(ENDED, _("Đã hết hiệu lực")), (WAITING, _("Chờ xem lại do văn bản thay đổi"))]

_MORE = ("chu_de", "van_ban", "nguoi_soan", "hieu_luc")


class BankForm(forms.Form):
    """A new bank of one of the person's bodies."""

    title = forms.CharField(label=_("Tên ngân hàng"), max_length=200)
    body = forms.ModelChoiceField(
        label=_("Cơ quan quản lý"), queryset=OrganisingBody.objects.none(), empty_label=None
    )

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]  # of this field


class SearchForm(forms.Form):
    """What is looked for in a bank; its names stand in the address of the page."""

    tim = forms.CharField(
        label=_("Tìm trong nội dung, mã"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    trang_thai = forms.ChoiceField(label=_("Trạng thái"), required=False, choices=[_ALL, *_STATES])
    linh_vuc = forms.ChoiceField(label=_("Lĩnh vực"), required=False)
    muc_do = forms.ChoiceField(
        label=_("Mức độ"), required=False, choices=[_ALL, *DIFFICULTIES.items()]
    )
    doi_tuong = forms.ChoiceField(
        label=_("Đối tượng"), required=False, choices=[("", _("Mọi đối tượng")), *AUDIENCES.items()]
    )

    chu_de = forms.ChoiceField(label=_("Chủ đề"), required=False)
    van_ban = forms.ChoiceField(label=_("Văn bản"), required=False)
    nguoi_soan = forms.ChoiceField(label=_("Người soạn"), required=False)
    hieu_luc = forms.ChoiceField(label=_("Căn cứ"), required=False, choices=[_ALL, *_BASES])

    def __init__(
        self,
        *args: Any,
        fields: Iterable[tuple[str, str]],
        choices: Choices | None = None,
        **kwargs: Any,
    ) -> None:
        """`choices`: what there is to choose from; without them the boxes are left out."""
        super().__init__(*args, **kwargs)
        self.fields["linh_vuc"].choices = [_ALL, *fields]  # type: ignore[attr-defined]  # of this
        if choices is None:
            for name in _MORE:
                del self.fields[name]
            return
        self._offer("chu_de", [(one, one) for one in choices.topics])
        self._offer("van_ban", choices.documents)
        self._offer("nguoi_soan", choices.authors)

    def _offer(self, name: str, listed: Iterable[tuple[str, str]]) -> None:
        """The box with these choices; none where there is nothing to choose."""
        if offered := list(listed):
            self.fields[name].choices = [_ALL, *offered]  # type: ignore[attr-defined]  # a choice
        else:
            del self.fields[name]

    @property
    def usual_boxes(self) -> list[forms.BoundField]:
        """The boxes that are always in sight."""
        return [box for box in self if box.name not in _MORE]

    @property
    def more_boxes(self) -> list[forms.BoundField]:
        """The others, folded away while none of them is used."""
        return [box for box in self if box.name in _MORE]

    @property
    def uses_more(self) -> bool:
        """Whether any of these is used."""
        return any(box.value() for box in self.more_boxes)

    @property
    def wanted(self) -> Wanted:
        """What is looked for; a choice that there is not counts as none."""
        self.is_valid()
        data = self.cleaned_data
        return Wanted(
            text=data.get("tim", ""),
            field=data.get("linh_vuc", ""),
            topic=data.get("chu_de", ""),
            state=data.get("trang_thai", ""),
            audience=data.get("doi_tuong", ""),
            difficulty=data.get("muc_do", ""),
            document=data.get("van_ban", ""),
            author=data.get("nguoi_soan", ""),
            basis=data.get("hieu_luc", ""),
        )


class ImportForm(forms.Form):
    """Whether the questions of a file have been reviewed already, and by which document."""

    is_reviewed = forms.BooleanField(
        label=_("Bộ câu hỏi đã được thẩm định bằng văn bản"),
        required=False,
        help_text=_("Câu hỏi được duyệt ngay. Nhật ký ghi lại người nhập và số văn bản."),
    )
    review = forms.CharField(
        label=_("Số, ngày văn bản hoặc biên bản thẩm định"), required=False, max_length=200
    )


class BesideForm(forms.Form):
    """What the questions of a file are given where the file itself states nothing."""

    field = forms.CharField(
        label=_("Lĩnh vực"),
        required=False,
        max_length=40,
        help_text=_("Dùng cho những câu mà tệp không ghi lĩnh vực."),
    )
    document = forms.CharField(
        label=_("Số, ký hiệu văn bản làm căn cứ"),
        required=False,
        max_length=60,
        help_text=_("Ví dụ 61/2018/NĐ-CP. Dùng cho những câu mà tệp không ghi căn cứ."),
    )
    difficulty = forms.ChoiceField(
        label=_("Mức độ"), choices=list(DIFFICULTIES.items()), initial="medium", required=False
    )


class BanksForm(forms.Form):
    """The banks from which the papers of a contest are drawn."""

    banks = forms.ModelMultipleChoiceField(
        label=_("Ngân hàng câu hỏi"),
        required=False,
        queryset=Bank.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, banks: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["banks"].queryset = banks  # type: ignore[attr-defined]  # of this field
