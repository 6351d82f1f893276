"""Forms about contests: founding, the file of a rulebook, decisions about rounds."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hoithi.contests.facts import patterns
from hoithi.contests.models import Contest
from hoithi.core.rounds import NewPublication, Release
from hoithi.core.rulebook.founding import Particulars
from hoithi.kit.date_fields import DayField, InstantField
from hoithi.people.models import OrganisingBody
from hoithi.people.queries.superiors import superiors_of


def _pattern_choices() -> list[tuple[str, str]]:
    return [(one.name, one.rulebook.title) for one in patterns()]


class PatternForm(forms.Form):
    """A contest made from a rulebook that comes with the system."""

    pattern = forms.ChoiceField(label=_("Mẫu"), choices=_pattern_choices, widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("Tên cuộc thi"),
        max_length=300,
        help_text=_("Ghi như trong kế hoạch, ví dụ: Cuộc thi trực tuyến “Tìm hiểu…” năm 2026"),
    )
    first_day = DayField(
        label=_("Ngày bắt đầu dự thi"),
        required=False,
        help_text=_("Các mốc thời gian của mẫu dời theo ngày này. Sửa từng mốc ở bước sau."),
    )
    plan_number = forms.CharField(
        label=_("Số kế hoạch"),
        max_length=60,
        required=False,
        help_text=_("Ví dụ: 15/KH-UBND. Chưa có thì để trống; phải bổ sung trước khi công khai."),
    )
    lead_agency = forms.CharField(
        label=_("Cơ quan thường trực"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: Phòng Văn hóa - Xã hội xã. Phải có trước khi công khai."),
    )
    helpdesk = forms.CharField(
        label=_("Điện thoại hỗ trợ người dự thi"),
        max_length=200,
        required=False,
        help_text=_("Để trống thì lấy điện thoại của cơ quan. Phải có trước khi công khai."),
    )

    @property
    def particulars(self) -> Particulars:
        """What only the body knows, as far as it was told."""
        data = self.cleaned_data
        return Particulars(data["plan_number"], data["lead_agency"], data["helpdesk"])


class RulebookFileForm(forms.Form):
    """A rulebook as a file."""

    file = forms.FileField(
        label=_("Tệp thể lệ"),
        help_text=_("Tệp .toml hoặc .json do hệ thống này xuất ra, không quá 512 KB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".toml,.json"}),
    )


class CopyForm(forms.Form):
    """A copy of an earlier contest."""

    first_day = DayField(
        label=_("Ngày bắt đầu dự thi mới"),
        help_text=_("Mọi mốc thời gian dời theo số ngày tròn; giờ giữ nguyên."),
    )


class OrderForm(forms.Form):
    """Why something is decided, and the document that orders it."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Người dự thi đọc được lý do này."),
    )
    document_number = forms.CharField(
        label=_("Số văn bản chỉ đạo"),
        max_length=60,
        required=False,
        help_text=_("Ví dụ: 15/TB-BTC. Để trống nếu chưa có văn bản."),
    )


class CancelForm(OrderForm):
    """A round cancelled for good: whoever does it has read what follows."""

    is_read = forms.BooleanField(
        label=_("Đã đọc những điều kéo theo ở trên và vẫn hủy đợt thi"),
        error_messages={"required": _("Hãy đọc những điều kéo theo ở trên rồi đánh dấu ô này.")},
    )
    field_order = ["reason", "document_number", "is_read"]


class UntilForm(OrderForm):
    """A decision that names a new closing."""

    until = InstantField(label=_("Thời điểm đóng mới"))
    field_order = ["until", "reason", "document_number"]


_RELEASES = [(Release.ON_APPROVAL, _("Ngay khi được duyệt")), (Release.AT, _("Vào lúc"))]


class ReleaseForm(OrderForm):
    """When the result comes out: as soon as it is approved, or at another moment."""

    publication = forms.ChoiceField(
        label=_("Công bố kết quả"),
        choices=_RELEASES,
        widget=forms.RadioSelect,
    )
    publishes_at = InstantField(
        label=_("Thời điểm công bố mới"),
        required=False,
        help_text=_("Chỉ ghi khi chọn “Vào lúc”. Không được trước khi đợt thi đóng."),
    )
    field_order = ["publication", "publishes_at", "reason", "document_number"]

    def clean(self) -> dict[str, Any]:
        """A moment goes with one of the choices only, so that nothing is guessed."""
        said: dict[str, Any] = super().clean() or {}
        names_moment = said.get("publication") == Release.AT
        if names_moment and not said.get("publishes_at") and "publishes_at" not in self.errors:
            self.add_error("publishes_at", _("Hãy ghi thời điểm công bố."))
        if said.get("publishes_at") and not names_moment:
            self.add_error("publishes_at", _("Hãy chọn “Vào lúc”, hoặc để trống thời điểm này."))
        return said

    @property
    def said(self) -> NewPublication:
        """The publication as it was chosen."""
        data = self.cleaned_data
        return NewPublication(Release(data["publication"]), data["publishes_at"])


class CloseEarlyForm(ReleaseForm):
    """A round closed before its time, at once where no moment is named, and its publication."""

    until = InstantField(
        label=_("Thời điểm đóng mới"),
        required=False,
        help_text=_("Để trống thì đóng ngay bây giờ."),
    )
    publication = forms.ChoiceField(
        label=_("Công bố kết quả"),
        choices=[(Release.AS_PLANNED, _("Đúng giờ đã định")), *_RELEASES],
        initial=Release.ON_APPROVAL,
        widget=forms.RadioSelect,
    )
    field_order = ["until", "publication", "publishes_at", "reason", "document_number"]


class PauseForm(OrderForm):
    """A pause: what becomes of the clock of those who are sitting now."""

    clock = forms.ChoiceField(
        label=_("Bài đang làm"),
        choices=[
            ("stops", _("Dừng đồng hồ, bù đúng thời gian tạm dừng khi mở lại")),
            ("runs", _("Bài đang làm tiếp tục, đồng hồ vẫn chạy")),
        ],
        initial="stops",
        widget=forms.RadioSelect,
        help_text=_("Trong lúc tạm dừng không ai vào bài mới. Bài đã lưu luôn được giữ."),
    )
    field_order = ["clock", "reason", "document_number"]


class RerunForm(OrderForm):
    """A round held again."""

    opens_at = InstantField(label=_("Mở lúc"))
    closes_at = InstantField(label=_("Đóng lúc"))
    publishes_at = InstantField(label=_("Công bố lúc"), required=False)
    field_order = ["opens_at", "closes_at", "publishes_at", "reason", "document_number"]


class ForceForm(forms.Form):
    """Putting a version in force: with a reason once the contest is public, none for the first.

    While a round runs the ordering document is asked too.
    """

    reason = forms.CharField(
        label=_("Lý do điều chỉnh"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )
    document_number = forms.CharField(label=_("Số văn bản điều chỉnh"), max_length=60)
    running_too = forms.BooleanField(
        label=_("Áp dụng cả cho đợt thi đang mở"),
        required=False,
        help_text=_(
            "Nếu không chọn, đợt đang mở vẫn theo bản cũ; bản mới áp dụng từ đợt sau. "
            "Lượt thi đã bắt đầu luôn theo bản lúc bắt đầu."
        ),
    )

    def __init__(
        self,
        *args: Any,
        is_running: bool,
        is_public: bool = False,
        is_first: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        if is_first and not is_running:
            self.fields.clear()
        elif not is_running:
            del self.fields["running_too"]
            self.fields["reason"].required = is_public
            self.fields["document_number"].required = False


class OfficialsForm(forms.Form):
    """Whether the body has one official only, for whom no second person can be found."""

    one_official = forms.BooleanField(
        label=_("Cơ quan chỉ có một công chức phụ trách cuộc thi này"),
        required=False,
        help_text=_(
            "Khi đó bước cần người thứ hai được khép lại bằng biên bản giấy đã ký, và kết quả công "
            "bố ghi rõ như vậy."
        ),
    )
    reason = forms.CharField(
        label=_("Lý do, văn bản phân công"), max_length=1000, widget=forms.Textarea({"rows": 2})
    )


class RehearseForm(forms.Form):
    """How many false people play the contest."""

    people = forms.TypedChoiceField(
        label=_("Số người dự thi giả"),
        coerce=int,
        choices=[
            (50, _("50 người – vài chục giây, đủ để xem cách làm")),
            (500, _("500 người – vài phút, như một xã, phường")),
            (3_000, _("3.000 người – lâu hơn, như ngày cao điểm của một tỉnh")),
        ],
        initial=50,
        widget=forms.RadioSelect,
    )


class ShareForm(forms.Form):
    """The body that sees the totals of a contest."""

    body = forms.ModelChoiceField(
        label=_("Cơ quan cấp trên"),
        queryset=OrganisingBody.objects.none(),
        to_field_name="slug",
        empty_label=_("Chọn cơ quan"),
    )

    def __init__(self, *args: Any, contest: Contest, **options: Any) -> None:
        super().__init__(*args, **options)
        above = {one.pk for one in superiors_of(contest.body)}
        # Whoever sees the totals already is offered too, so that it can be taken back.
        above |= set(contest.shared_with.values_list("pk", flat=True))
        found = OrganisingBody.objects.filter(pk__in=above).order_by("name")
        self.fields["body"].queryset = found  # type: ignore[attr-defined]  # a model choice field
        if contest.body.superior:
            self.fields["body"].help_text = _superior_told(contest.body.superior)


def _superior_told(superior: str) -> str:
    told = gettext("Gồm các cơ quan của cơ quan chủ quản đã khai: %(superior)s.")
    return told % {"superior": superior}
