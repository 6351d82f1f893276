"""Forms of the organiser's lists: exclusions, corrections, assisted places."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.core.entering.belonging import OfferedUnit
from hoithi.core.entering.teams import Capacity, Seat
from hoithi.core.rulebook.entry import Exclusion
from hoithi.core.vietnamese.dates import date_text
from hoithi.core.vietnamese.moments import local_day
from hoithi.entries.facts import Door
from hoithi.entries.facts.members import has_capacities
from hoithi.people.forms import ROLE_LABELS
from hoithi.people.models import Role, RoleName


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(label=_("Lý do"), max_length=500, widget=forms.Textarea({"rows": 2}))


class ExclusionListForm(forms.Form):
    """Under which rule people are listed, and the decision or list that names them."""

    rule = forms.ChoiceField(label=_("Diện theo thể lệ"))
    source = forms.CharField(
        label=_("Căn cứ"),
        max_length=200,
        help_text=_("Ví dụ: Quyết định số 12/QĐ-UBND ngày 05/10/2026."),
    )

    def __init__(self, *args: Any, rules: Sequence[Exclusion], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["rule"].choices = [(one.key, one.who) for one in rules]  # type: ignore[attr-defined]  # a choice field


class ExclusionForm(ExclusionListForm):
    """One person typed in."""

    name = forms.CharField(label=_("Họ và tên"), max_length=120)
    birth_year = forms.CharField(label=_("Năm sinh"), max_length=10, required=False)
    phone = forms.CharField(
        label=_("Số điện thoại"),
        max_length=20,
        required=False,
        help_text=_("Cần năm sinh hoặc số điện thoại để đối chiếu khi đăng ký dự thi."),
    )
    field_order = ["name", "birth_year", "phone", "rule", "source"]


class PersonSearchForm(forms.Form):
    """What somebody on the telephone says of themselves."""

    full_name = forms.CharField(label=_("Họ và tên đầy đủ"), max_length=120, required=False)
    birth_year = forms.CharField(label=_("Năm sinh"), max_length=4, required=False)
    phone = forms.CharField(label=_("Số điện thoại"), max_length=20, required=False)
    personal_number = forms.CharField(
        label=_("Số định danh cá nhân"), max_length=20, required=False
    )

    def clean(self) -> dict[str, Any]:
        """A year of birth alone is half the commune."""
        said = super().clean() or {}
        if not any(said.get(name) for name in ("full_name", "phone", "personal_number")):
            raise forms.ValidationError(_("Ghi họ tên, số điện thoại hoặc số định danh."))
        return said


class CorrectionsForm(forms.Form):
    """One decision about the requests that are ticked."""

    deed = forms.ChoiceField(choices=[("accept", ""), ("decline", "")])
    answer = forms.CharField(max_length=500, required=False)
    asked = forms.TypedMultipleChoiceField(coerce=int, choices=[])

    def __init__(self, *args: Any, numbers: Sequence[int], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["asked"].choices = [(one, one) for one in numbers]  # type: ignore[attr-defined]  # a choice field
        self.fields["asked"].error_messages["required"] = _("Chưa chọn đề nghị nào.")


class TeamForm(forms.Form):
    """A team or unit registered on behalf of the secretariat."""

    name = forms.CharField(label=_("Tên đội thi, đơn vị"), max_length=200)
    unit = forms.TypedChoiceField(
        label=_("Thuộc đơn vị"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, door: Door, **options: Any) -> None:
        super().__init__(*args, **options)
        units = sorted(door.units.values(), key=lambda unit: unit.search)
        named = [(one.id, f"{one.name} ({one.under})" if one.under else one.name) for one in units]
        self.fields["unit"].choices = [("", _("Không thuộc đơn vị nào")), *named]  # type: ignore[attr-defined]  # a choice field
        if not named:
            del self.fields["unit"]

    def clean(self) -> dict[str, Any]:
        """Without units to choose from the team stands for none."""
        said = super().clean() or {}
        return {"unit": None, **said}


class LateForm(forms.Form):
    """By what something is taken after the last day of registration."""

    reason = forms.CharField(
        label=_("Lý do ghi sau hạn"), max_length=500, widget=forms.Textarea({"rows": 2})
    )
    document_number = forms.CharField(
        label=_("Số văn bản cho phép"),
        max_length=60,
        help_text=_("Ví dụ: Công văn số 15/BTC ngày 02/6/2024."),
    )


class PlaceForm(forms.Form):
    """An assisted place: its name, its helper, the unit where it stands."""

    name = forms.CharField(
        label=_("Tên điểm"), max_length=200, help_text=_("Ví dụ: Nhà văn hóa thôn Đông.")
    )
    helper = forms.TypedChoiceField(label=_("Người hỗ trợ"), coerce=int)
    unit = forms.TypedChoiceField(
        label=_("Thuộc đơn vị"), coerce=int, required=False, empty_value=None
    )

    def __init__(
        self, *args: Any, helpers: Sequence[Role], units: Sequence[OfferedUnit], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["helper"].choices = [_helper(role) for role in helpers]  # type: ignore[attr-defined]  # a choice field
        self.fields["unit"].choices = [  # type: ignore[attr-defined]  # a choice field
            ("", _("Không theo đơn vị")),
            *((unit.id, unit.name) for unit in units),
        ]


def _helper(role: Role) -> tuple[int, str]:
    """With the day of a card, so that two people of one name can be told apart."""
    name = role.person.full_name
    if role.until is None:
        return role.person_id, f"{name} · {ROLE_LABELS[RoleName(role.name)]}"
    words = _("%(name)s · thẻ ngày %(day)s")
    return role.person_id, words % {"name": name, "day": date_text(local_day(role.since))}


class SeatForm(forms.Form):
    """The place of a member in the team."""

    captain = forms.BooleanField(label=_("Là đội trưởng (thay đội trưởng đang có)"), required=False)
    capacity = forms.ChoiceField(
        label=_("Tư cách"),
        choices=[
            (Capacity.OTHER, _("Thành viên")),
            (Capacity.MAIN, _("Thành viên chính")),
            (Capacity.RESERVE, _("Dự bị")),
        ],
    )

    def __init__(self, *args: Any, door: Door, **options: Any) -> None:
        super().__init__(*args, **options)
        if not has_capacities(door.entry):
            del self.fields["capacity"]

    @property
    def seat(self) -> Seat:
        """What was chosen."""
        capacity = self.cleaned_data.get("capacity", Capacity.OTHER)
        return Seat(self.cleaned_data["captain"], Capacity(capacity))


class TeamNameForm(forms.Form):
    """The right name of a team or unit."""

    name = forms.CharField(label=_("Tên đúng"), max_length=200)
