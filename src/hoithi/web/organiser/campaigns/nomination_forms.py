"""Forms of letters that ask for nominations, and of what comes back."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions.nominations import MOST_PEOPLE, LetterTold, Wish
from hoithi.campaigns.facts import Addressee, PersonTold
from hoithi.campaigns.models import Nomination
from hoithi.campaigns.queries.nominations import Offered
from hoithi.core.vietnamese.phones import phone_text
from hoithi.kit.date_fields import DayField, SignedDayField
from hoithi.questions.forms.fields import OneLineField
from hoithi.web.organiser.campaigns.line_fields import LinesField
from hoithi.web.organiser.campaigns.member_forms import PersonForm
from hoithi.web.organiser.shown import today
from hoithi.wording.committees import ROLES

_LONGEST_NAME = 300


class WishForm(forms.Form):
    """Who is asked, for how many people with which role."""

    chosen = forms.MultipleChoiceField(
        label=gettext_lazy("Cơ quan, đơn vị"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    others = LinesField(
        label=gettext_lazy("Nơi khác"),
        required=False,
        max_length=100_000,
        rows=2,
        help_text=gettext_lazy("Mỗi dòng một cơ quan, đơn vị không có ở trên."),
    )
    people = forms.IntegerField(
        label=gettext_lazy("Số người mỗi nơi cử"), min_value=1, max_value=MOST_PEOPLE, initial=1
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Vai trò"), choices=list(ROLES.items()), initial="member"
    )
    posts = OneLineField(
        label=gettext_lazy("Yêu cầu về chức vụ"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Ví dụ: 01 lãnh đạo phòng"),
    )

    def of(self, offered: Sequence[Offered]) -> "WishForm":
        """The form with these addressees."""
        self._by_value = {value: one for each in offered for value, one in each.choices}
        field: Any = self.fields["chosen"]
        field.choices = [(value, one.name) for value, one in self._by_value.items()]
        return self

    @property
    def ticked(self) -> set[str]:
        """The values that were sent, for the boxes that the page draws."""
        return set(self.data.getlist("chosen")) if isinstance(self.data, QueryDict) else set()

    @property
    def addressees(self) -> list[Addressee]:
        """Those that were chosen, then those typed, each once."""
        chosen = [self._by_value[value] for value in self.cleaned_data["chosen"]]
        typed = self.cleaned_data["others"].splitlines()
        others = [Addressee(name[:_LONGEST_NAME]) for name in typed if name]
        return list({one.name: one for one in [*chosen, *others]}.values())

    @property
    def wish(self) -> Wish:
        """What is asked of each."""
        data = self.cleaned_data
        return Wish(data["people"], data["role"], data["posts"])


class DeadlineForm(forms.Form):
    """Until when, and to whom answers go."""

    deadline = DayField(label=gettext_lazy("Hạn trả lời"))
    contact = OneLineField(
        label=gettext_lazy("Đầu mối tiếp nhận"),
        required=False,
        max_length=300,
        help_text=gettext_lazy("Tên, điện thoại, thư điện tử; in trong công văn."),
    )


class LetterForm(DeadlineForm):
    """The same with the number of the signed letter."""

    letter_number = OneLineField(label=gettext_lazy("Số công văn"), required=False, max_length=60)
    signed_on = SignedDayField(label=gettext_lazy("Ngày ký"), required=False, today=today)

    @property
    def told(self) -> LetterTold:
        """The letter as it was told."""
        return LetterTold(**self.cleaned_data)


class NewRequestForm(WishForm, DeadlineForm):
    """A letter with its first addressees."""

    field_order = ("chosen", "others", "people", "role", "posts", "deadline", "contact")


class NomineeForm(PersonForm):
    """One line of an answer; a line that is left empty names nobody."""

    full_name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120, required=False)

    def clean(self) -> dict[str, Any]:
        """Nothing is asked of an empty line; one with anything in it needs its name."""
        if not any(str(value).strip() for value in self.cleaned_data.values()):
            return self.cleaned_data
        return super().clean()

    @property
    def told(self) -> PersonTold | None:
        """The person, if the line names one."""
        data = self.cleaned_data
        if not data.get("full_name"):
            return None
        return PersonTold(data["full_name"], data["post"], data["birth_year"], data["phone"])


class ReasonForm(forms.Form):
    """Why nobody can be named, or why an answer is sent back."""

    reason = OneLineField(
        label=gettext_lazy("Lý do"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class AnswerForm(ReasonForm):
    """An answer: a line for each person asked for, who answers, or why nobody is named."""

    answered_as = OneLineField(
        label=gettext_lazy("Người trả lời (họ tên, chức vụ, điện thoại)"),
        max_length=200,
        required=False,
    )
    field_order = ("answered_as", "reason")

    def of(self, nomination: Nomination, people: Sequence[PersonTold] = ()) -> "AnswerForm":
        """The form with its lines; `people` fill them, as a table was read."""
        told = [vars_of(one) for one in people[: nomination.people]]
        told += [{}] * (nomination.people - len(told))
        data = self.data if self.is_bound else None
        self.lines = [
            NomineeForm(data, initial=initial, prefix=f"nguoi-{number}")
            for number, initial in enumerate(told, 1)
        ]
        self.fields["reason"].label = gettext_lazy("Nếu không cử được ai: lý do")
        return self

    def is_valid(self) -> bool:
        """Whether the form and each of its lines can be taken."""
        valid = [line.is_valid() for line in self.lines if line.is_bound]
        return super().is_valid() and all(valid)

    @property
    def people(self) -> list[PersonTold]:
        """Those who are named."""
        return [told for line in self.lines if (told := line.told)]


def vars_of(person: PersonTold) -> dict[str, str]:
    """The boxes of a line that names this person."""
    return {
        "full_name": person.full_name,
        "post": person.post,
        "birth_year": person.birth_year,
        "phone": phone_text(person.phone) if person.phone else "",
    }
