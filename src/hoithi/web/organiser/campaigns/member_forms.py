"""Forms of committees: what they are, who established them, and who is in them."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions import NewMember
from hoithi.campaigns.facts import PersonTold, read_person
from hoithi.kit.date_fields import SignedDayField
from hoithi.questions.forms.fields import OneLineField
from hoithi.web.organiser.campaigns.line_fields import LinesField
from hoithi.web.organiser.shown import today
from hoithi.wording.committees import ROLES, person_problem
from hoithi.wording.plan_facts import COMMITTEES


class CommitteeForm(forms.Form):
    """A committee that the plan does not name."""

    name = OneLineField(
        label=gettext_lazy("Tên ban, tổ, hội đồng"),
        max_length=300,
        help_text=gettext_lazy("Ghi như sẽ ghi trong quyết định, ví dụ: Ban Giám khảo Hội thi"),
    )
    kind = forms.ChoiceField(
        label=gettext_lazy("Làm việc gì"), choices=list(COMMITTEES.items()), initial="organising"
    )


class DetailsForm(CommitteeForm):
    """Name and tasks as the decision will state them."""

    duties = LinesField(
        label=gettext_lazy("Nhiệm vụ ghi trong quyết định"),
        max_length=5_000,
        required=False,
        rows=5,
        help_text=gettext_lazy("Mỗi dòng một nhiệm vụ."),
    )


class DecisionForm(forms.Form):
    """The establishing decision."""

    decision_number = OneLineField(
        label=gettext_lazy("Số quyết định thành lập"),
        max_length=60,
        help_text=gettext_lazy("Ví dụ: 125/QĐ-UBND"),
    )
    decided_on = SignedDayField(label=gettext_lazy("Ngày quyết định"), required=False, today=today)


class DecisionFileForm(forms.Form):
    """The signed decision as a file."""

    file = forms.FileField(
        label=gettext_lazy("Quyết định đã ký"),
        help_text=gettext_lazy("Tệp PDF hoặc Word (.docx)."),
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx"}),
        allow_empty_file=True,
    )


class SortForm(forms.Form):
    """Asks for the order of decisions; nothing is told."""


class RemoveForm(forms.Form):
    """Takes back a committee that was added by mistake; nothing is told."""


class PersonForm(forms.Form):
    """Somebody who is named: what the decision writes, and what exclusions compare."""

    full_name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120)
    post = forms.CharField(
        label=gettext_lazy("Chức vụ, đơn vị công tác"), max_length=200, required=False
    )
    birth_year = forms.CharField(
        label=gettext_lazy("Năm sinh"),
        max_length=12,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    phone = forms.CharField(
        label=gettext_lazy("Điện thoại di động"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel"}),
    )

    def clean(self) -> dict[str, Any]:
        """The person as kept; each box that cannot be taken says why."""
        data = super().clean() or self.cleaned_data
        told = PersonTold(**{name: data.get(name, "") for name in _PERSON})
        read, problems = read_person(told, on=today())
        for field, code in problems:
            if field not in self.errors:
                self.add_error(field, person_problem(field, code))
        return {**data, **{name: getattr(read, name) for name in _PERSON}}


_PERSON = ("full_name", "post", "birth_year", "phone")


class MemberForm(PersonForm):
    """One line of the decision's list."""

    role = forms.ChoiceField(
        label=gettext_lazy("Vai trò"), choices=list(ROLES.items()), initial="member"
    )
    title = OneLineField(
        label=gettext_lazy("Vai trò ghi trong quyết định (nếu khác)"),
        max_length=80,
        required=False,
        help_text=gettext_lazy("Ví dụ: Trưởng ban Giám khảo, Thư ký tổng hợp"),
    )
    field_order = ("full_name", "post", "role", "title", "birth_year", "phone")

    @property
    def told(self) -> NewMember:
        """The line as it was told."""
        data = self.cleaned_data
        return NewMember(
            data["full_name"],
            data["post"],
            data["role"],
            title=data["title"],
            birth_year=data["birth_year"],
            phone=data["phone"],
        )


class MoveForm(forms.Form):
    """What is done with a line of the list besides changing it."""

    deed = forms.ChoiceField(choices=[("len", "len"), ("xuong", "xuong"), ("bo", "bo")])
