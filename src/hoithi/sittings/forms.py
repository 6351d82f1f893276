"""Forms for decisions about one person's sittings."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.contests.models import Round
from hoithi.sittings.queries.orders import UnitWithPeople


class GroundsForm(forms.Form):
    """Why something is decided, and the document that orders it."""

    reason = forms.CharField(label=_("Lý do"), max_length=1000, widget=forms.Textarea({"rows": 2}))
    document_number = forms.CharField(label=_("Số văn bản"), max_length=60, required=False)


class PermitForm(GroundsForm):
    """One attempt given back in a round."""

    round = forms.ChoiceField(label=_("Đợt thi"))
    field_order = ["round", "reason", "document_number"]

    def __init__(self, *args: Any, rounds: Iterable[Round], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["round"].choices = [(one.key, one.title) for one in rounds]  # type: ignore[attr-defined]  # a choice field


class SittingForm(GroundsForm):
    """A decision about one sitting."""

    deed = forms.ChoiceField(
        label=_("Việc"),
        widget=forms.RadioSelect,
        choices=[
            ("extend", _("Thêm thời gian làm bài")),
            ("count_late", _("Công nhận bài gửi muộn")),
            ("annul", _("Hủy lượt thi")),
        ],
    )
    minutes = forms.IntegerField(
        label=_("Thêm số phút"), min_value=1, max_value=240, required=False
    )
    field_order = ["deed", "minutes", "reason", "document_number"]

    def clean(self) -> dict[str, Any]:
        """More time needs to be told how much."""
        said = super().clean() or {}
        if said.get("deed") == "extend" and not said.get("minutes"):
            self.add_error("minutes", _("Ghi số phút thêm."))
        return said


class UnitPermitForm(PermitForm):
    """One attempt given back to everybody of a unit in a round."""

    unit = forms.TypedChoiceField(label=_("Đơn vị dự thi"), coerce=int)
    who = forms.ChoiceField(
        label=_("Cho những ai"),
        widget=forms.RadioSelect,
        initial="begun",
        choices=[
            ("begun", _("Người của đơn vị đã vào thi trong đợt này")),
            ("all", _("Mọi người dự thi cho đơn vị")),
        ],
    )
    document_number = forms.CharField(label=_("Số văn bản"), max_length=60)
    field_order = ["unit", "round", "who", "reason", "document_number"]

    def __init__(self, *args: Any, units: Iterable[UnitWithPeople], **options: Any) -> None:
        super().__init__(*args, **options)
        words = _("%(name)s (%(people)s người)")
        self.fields["unit"].choices = [  # type: ignore[attr-defined]  # a choice field
            (one.id, words % {"name": one.name, "people": one.people}) for one in units
        ]
