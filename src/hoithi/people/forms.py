"""Forms about people: fields and labels; what is refused is refused by the actions."""

from collections.abc import Collection, Sequence
from datetime import time
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from hoithi.core.morning import READY
from hoithi.core.units.kinds import UnitKind
from hoithi.kit.date_fields import OLDEST_DAY, DayField
from hoithi.people.models import Person, RoleName

ROLE_LABELS = {
    RoleName.OPERATOR: _("Quản trị hệ thống"),
    RoleName.ADMINISTRATOR: _("Quản trị đơn vị"),
    RoleName.ORGANISER: _("Thường trực Ban Tổ chức"),
    RoleName.SECRETARY: _("Thư ký"),
    RoleName.QUESTION_WRITER: _("Người biên soạn câu hỏi"),
    RoleName.QUESTION_REVIEWER: _("Người thẩm định câu hỏi"),
    RoleName.JUDGE: _("Giám khảo"),
    RoleName.UNIT_CONTACT: _("Đầu mối đơn vị"),
    RoleName.APPROVER: _("Người phê duyệt"),
    RoleName.AUDITOR: _("Giám sát"),
    RoleName.HELPER: _("Người hỗ trợ"),
}
_MORNING = [time(hour, minute) for hour in range(5, 11) for minute in (0, 30)]
"""From 05h00 to 10h30: what is told later is no morning report."""


class NewPasswordForm(forms.Form):
    """A password of one's own, typed twice."""

    password = forms.CharField(
        label=_("Mật khẩu mới"),
        help_text=_("Ít nhất 10 ký tự, không dùng mật khẩu dễ đoán."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )
    again = forms.CharField(
        label=_("Nhập lại mật khẩu mới"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._person = person

    def clean(self) -> dict[str, Any]:
        """Both alike, and strong enough for this person."""
        data = super().clean() or {}
        password, again = data.get("password", ""), data.get("again", "")
        if password and again and password != again:
            self.add_error("again", _("Hai lần nhập không giống nhau."))
        if password:
            try:
                validate_password(password, self._person)
            except ValidationError as error:
                self.add_error("password", error)
        return data


class AccountForm(forms.Form):
    """Somebody who is to get an account."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    login = forms.CharField(
        label=_("Tên đăng nhập"),
        max_length=60,
        required=False,
        help_text=_("Chữ thường không dấu và số, ví dụ an.nt. Để trống: hệ thống tự đặt."),
    )
    post = forms.CharField(label=_("Chức vụ, đơn vị"), max_length=120, required=False)
    email = forms.EmailField(label=_("Thư điện tử (nếu có)"), required=False)
    phone = forms.CharField(label=_("Điện thoại"), max_length=20, required=False)


class RoleForm(forms.Form):
    """A role over the body, or over one of its units."""

    name = forms.ChoiceField(label=_("Vai trò"))
    unit = forms.ChoiceField(
        label=_("Đơn vị (đối với đầu mối, người hỗ trợ)"),
        choices=[],
        required=False,
        help_text=_("Đầu mối đơn vị thì bắt buộc chọn đơn vị phụ trách."),
    )
    decision = forms.CharField(
        label=_("Theo quyết định, văn bản số"),
        max_length=200,
        required=False,
        help_text=_("Bắt buộc đối với người phê duyệt, người thẩm định câu hỏi, giám khảo."),
    )

    def __init__(
        self,
        *args: Any,
        names: Collection[RoleName],
        units: Sequence[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        labels = [(name.value, label) for name, label in ROLE_LABELS.items() if name in names]
        everywhere = ("", _("Toàn bộ đơn vị tổ chức"))
        self.fields["name"].choices = labels  # type: ignore[attr-defined]  # a choice field
        self.fields["unit"].choices = [everywhere, *units]  # type: ignore[attr-defined]  # as above


class HeadingsForm(forms.Form):
    """What stands at the head of a body's documents."""

    name = forms.CharField(label=_("Tên đơn vị tổ chức"), max_length=200)
    superior = forms.CharField(label=_("Cơ quan chủ quản"), max_length=200, required=False)
    place = forms.CharField(label=_("Địa danh ghi trên văn bản"), max_length=100, required=False)
    telephone = forms.CharField(label=_("Điện thoại hỗ trợ"), max_length=60, required=False)
    reports_at = forms.TypedChoiceField(
        label=_("Giờ lập báo cáo buổi sáng"),
        choices=[(f"{one:%H:%M}", f"{one:%Hh%M}") for one in _MORNING],
        coerce=time.fromisoformat,
        required=False,
        initial=f"{READY:%H:%M}",
        help_text=_("Giờ Việt Nam. Mỗi sáng vào giờ này, báo cáo của từng cuộc thi có sẵn."),
    )

    def clean_reports_at(self) -> time:
        """The usual hour where none is said."""
        return self.cleaned_data["reports_at"] or READY


class BodyForm(HeadingsForm):
    """A body to be founded."""

    slug = forms.SlugField(
        label=_("Tên ngắn trong địa chỉ"),
        max_length=60,
        help_text=_("Chữ thường không dấu, số và gạch nối, ví dụ xa-hoa-son."),
    )


class UnitForm(forms.Form):
    """A unit to be added."""

    code = forms.CharField(label=_("Mã đơn vị"), max_length=60)
    name = forms.CharField(label=_("Tên đơn vị"), max_length=200)
    kind = forms.ChoiceField(
        label=_("Loại đơn vị"),
        choices=[(kind.value, kind.label) for kind in UnitKind],
        initial=UnitKind.OFFICE_DIVISION.value,
    )
    parent = forms.CharField(
        label=_("Mã đơn vị cấp trên"),
        max_length=60,
        required=False,
        help_text=_("Để trống nếu không trực thuộc đơn vị nào trong danh sách."),
    )
    since = DayField(label=_("Có từ ngày"), required=False, earliest=OLDEST_DAY)
    source = forms.CharField(label=_("Theo văn bản"), max_length=300, required=False)


class UnitChangeForm(forms.Form):
    """What a unit is called, is or stands under from a day on."""

    name = forms.CharField(label=_("Tên mới"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_("Loại đơn vị"),
        choices=[("", _("Giữ nguyên")), *((kind.value, kind.label) for kind in UnitKind)],
        required=False,
    )
    parent = forms.CharField(label=_("Mã đơn vị cấp trên mới"), max_length=60, required=False)
    on = DayField(label=_("Từ ngày"), earliest=OLDEST_DAY)
    source = forms.CharField(label=_("Theo văn bản"), max_length=300)


class UnitCloseForm(forms.Form):
    """The day from which a unit is no more."""

    on = DayField(label=_("Kết thúc từ ngày"), earliest=OLDEST_DAY)
    source = forms.CharField(label=_("Theo văn bản"), max_length=300)


class RearrangementForm(forms.Form):
    """Which units went into which."""

    before = forms.CharField(
        label=_("Mã các đơn vị cũ"), help_text=_("Nhiều mã cách nhau bằng dấu phẩy.")
    )
    after = forms.CharField(
        label=_("Mã các đơn vị mới"), help_text=_("Nhiều mã cách nhau bằng dấu phẩy.")
    )
    on = DayField(label=_("Từ ngày"), earliest=OLDEST_DAY)
    source = forms.CharField(label=_("Theo văn bản"), max_length=300)


class DayCardForm(forms.Form):
    """Who works for one day, as what."""

    full_name = forms.CharField(label=_("Họ và tên"), max_length=120)
    role = forms.ChoiceField(
        label=_("Vai trò"),
        choices=[
            (name.value, ROLE_LABELS[name])
            for name in (RoleName.JUDGE, RoleName.HELPER, RoleName.SECRETARY)
        ],
    )
    day = DayField(label=_("Ngày"))


class OutsideForm(forms.Form):
    """By which account of another authority somebody may sign in."""

    email = forms.EmailField(label=_("Thư điện tử công vụ (đã xác thực ở đó)"), required=False)
    subject = forms.CharField(label=_("Hoặc mã định danh ở đó"), max_length=255, required=False)
