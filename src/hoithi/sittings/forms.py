"""Forms for decisions about one person's sittings."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hoithi.sittings.queries.orders import PaperToPermit, UnitWithPeople


class GroundsForm(forms.Form):
    """Why something is decided, and the document that orders it."""

    reason = forms.CharField(label=_("Lý do"), max_length=1000, widget=forms.Textarea({"rows": 2}))
    document_number = forms.CharField(label=_("Số văn bản"), max_length=60, required=False)


class PermitForm(GroundsForm):
    """One attempt given back at a paper of a round.

    Nothing stands chosen unless exactly one paper can be sat now: what is ordered in a hurry is
    ordered for it.
    """

    round = forms.ChoiceField(label=_("Đợt thi"))
    field_order = ["round", "reason", "document_number"]

    def __init__(self, *args: Any, papers: Iterable[PaperToPermit], **options: Any) -> None:
        super().__init__(*args, **options)
        self.papers = {one.key: one for one in papers}
        field = self.fields["round"]
        if any(one.title for one in self.papers.values()):
            field.label = _("Đợt thi, bài thi")
        field.choices = [("", _("Chọn đợt thi")), *_choices(self.papers.values())]  # type: ignore[attr-defined]  # a choice field
        open_ = [one.key for one in self.papers.values() if one.is_open]
        field.initial = open_[0] if len(open_) == 1 else ""

    def clean_round(self) -> PaperToPermit:
        """The paper that was chosen."""
        return self.papers[self.cleaned_data["round"]]


def _choices(papers: Iterable[PaperToPermit]) -> Iterable[tuple[str, object]]:
    """Rounds; one that has several papers stands as a heading above them."""
    for named, grouped in groupby(papers, lambda one: one.round_title):
        mine = list(grouped)
        title = _("%(round)s (đã đóng)") % {"round": named} if mine[0].is_over else named
        if mine[0].title:
            yield title, [(one.key, f"{one.title} ({title})") for one in mine]
        else:
            yield mine[0].key, title


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
    """One attempt given back to everybody of a unit at a paper of a round."""

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
            ("", _("Chọn đơn vị")),
            *((one.id, words % {"name": one.name, "people": one.people}) for one in units),
        ]
