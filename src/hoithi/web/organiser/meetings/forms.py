"""Forms of meetings: what the papers say, programme, those invited, answers, conclusions."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.campaigns.models import Activity, Agency, Committee
from hoithi.conferences.actions import Answered, NewConclusion, NewGuest, NewItem
from hoithi.conferences.models import Meeting
from hoithi.core.attendance import Answer
from hoithi.kit.choosing import RowsField
from hoithi.kit.date_fields import DayField
from hoithi.web.organiser.campaigns.activity_forms import HourField
from hoithi.wording.meetings import ANSWERS


def _long(label: Any, rows: int = 3, **options: Any) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, widget=widget, **{"max_length": 5000, **options})


def _line(label: Any, longest: int = 300, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=longest, **{"required": False, **options})


class InvitationForm(forms.Form):
    """What the invitation says."""

    chair = _line(_("Chủ trì"))
    content = _long(_("Nội dung"), required=False)
    note = _long(_("Lưu ý, chuẩn bị"), rows=2, required=False)
    contact = _line(_("Liên hệ (họ tên, điện thoại)"))
    answer_by = DayField(label=_("Đề nghị trả lời trước ngày"), required=False)
    invitation_number = _line(_("Số, ký hiệu giấy mời"), 60)
    invitation_on = DayField(label=_("Ngày ký giấy mời"), required=False)
    signer_authority = _long(
        _("Thẩm quyền ký"),
        rows=2,
        required=False,
        max_length=300,
        help_text=_("Ví dụ: TM. ỦY BAN NHÂN DÂN, xuống dòng KT. CHỦ TỊCH."),
    )
    signer_title = _line(_("Chức vụ người ký"), 200)
    signer_name = _line(_("Họ tên người ký"), 120)


class MinutesForm(forms.Form):
    """What the minutes and the notice of conclusions say."""

    opened_at = HourField(label=_("Bắt đầu lúc"))
    closed_at = HourField(label=_("Kết thúc lúc"))
    chair = _line(_("Chủ trì"))
    secretary = _line(_("Thư ký"))
    discussion = _long(_("Diễn biến"), rows=6, required=False, max_length=20000)
    conclusion_number = _line(_("Số, ký hiệu thông báo kết luận"), 60)
    conclusion_on = DayField(label=_("Ngày ký thông báo"), required=False)


def initial_of(form: type[forms.Form], meeting: Meeting) -> dict[str, Any]:
    """What a form of the meeting shows."""
    return {name: getattr(meeting, name) for name in form.base_fields}


class ItemForm(forms.Form):
    """A line of the programme."""

    starts_at = HourField(label=_("Từ giờ"))
    ends_at = HourField(label=_("Đến giờ"))
    content = _line(_("Nội dung"), 1000, required=True)
    who = _line(_("Người thực hiện"))

    @property
    def told(self) -> NewItem:
        """The line as it was told."""
        return NewItem(**self.cleaned_data)


class NamedForm(forms.Form):
    """Somebody by name, or an agency that is none of the campaign."""

    full_name = _line(_("Họ và tên"), 120)
    post = _line(_("Chức vụ"), 200)
    organisation = _line(_("Cơ quan, đơn vị"))

    def clean(self) -> dict[str, Any]:
        """Somebody or some agency is named."""
        data = super().clean() or {}
        if not data.get("full_name") and not data.get("organisation") and not self.errors:
            self.add_error("full_name", _("Hãy ghi họ tên, hoặc tên cơ quan được mời."))
        return {key: " ".join(value.split()) for key, value in data.items()}

    @property
    def told(self) -> NewGuest:
        """The seat as it was told."""
        return NewGuest(**self.cleaned_data)


class AgenciesForm(forms.Form):
    """Agencies of the campaign, members of its committees, units that take part."""

    post = _line(
        _("Thành phần của mỗi cơ quan, đơn vị"),
        200,
        initial=_("Đại diện lãnh đạo"),
        help_text=_("Ví dụ: Lãnh đạo đơn vị; Công chức phụ trách cải cách hành chính."),
    )
    agencies = RowsField(
        label=_("Cơ quan trong kế hoạch"),
        queryset=Agency.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    committees = RowsField(
        label=_("Thành viên các ban, tổ"),
        queryset=Committee.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    units = forms.BooleanField(label=_("Các đơn vị tham gia hoạt động này"), required=False)

    def clean(self) -> dict[str, Any]:
        """Somebody is chosen."""
        data = super().clean() or {}
        if not any(data.get(name) for name in ("agencies", "committees", "units")):
            self.add_error(None, _("Chưa chọn ai. Hãy chọn cơ quan, ban, tổ hoặc đơn vị cần mời."))
        return data

    def of(self, activity: Activity, units: int) -> "AgenciesForm":
        """The form with what this campaign has; without what it has not."""
        campaign = activity.campaign
        for name, rows in (("agencies", campaign.agencies), ("committees", campaign.committees)):
            field = cast("forms.ModelMultipleChoiceField[Any]", self.fields[name])
            field.queryset = rows.all()
            if not field.queryset.exists():
                del self.fields[name]
        told = _("Các đơn vị tham gia hoạt động này (%(number)s)")
        self.fields["units"].label = told % {"number": units}
        if not units:
            del self.fields["units"]
        return self


class AnswerForm(forms.Form):
    """What somebody who is invited says."""

    answer = forms.ChoiceField(
        label=_("Trả lời"),
        choices=[(key, said) for key, said in ANSWERS.items() if key != Answer.WAITING.value],
        widget=forms.RadioSelect,
    )
    substitute_name = _line(
        _("Họ tên người dự"),
        120,
        help_text=_("Ghi khi cử người dự thay, hoặc khi cơ quan cử người đi dự."),
    )
    substitute_post = _line(_("Chức vụ người dự"), 200)
    reason = _line(_("Lý do vắng"), 500)

    @property
    def told(self) -> Answered:
        """The answer as it was told."""
        data = self.cleaned_data
        return Answered(
            Answer(data["answer"]), data["substitute_name"], data["substitute_post"], data["reason"]
        )


class ConclusionForm(forms.Form):
    """What was concluded; an agency makes it work."""

    text = _long(_("Kết luận"), rows=2)
    agency = forms.ModelChoiceField(
        label=_("Cơ quan thực hiện"),
        queryset=Agency.objects.none(),
        required=False,
        empty_label=_("Không giao việc"),
    )
    due = DayField(label=_("Thời hạn"), required=False)

    def of(self, activity: Activity) -> "ConclusionForm":
        """The form with the agencies of the campaign."""
        field = cast("forms.ModelChoiceField[Agency]", self.fields["agency"])
        field.queryset = activity.campaign.agencies.all()
        return self

    @property
    def told(self) -> NewConclusion:
        """The conclusion as it was told."""
        return NewConclusion(**self.cleaned_data)
