"""The form of a task: its words, who holds it, and its due date in people's words."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions import NewTask
from hoithi.campaigns.facts import due_of
from hoithi.campaigns.models import Activity, Agency, Campaign, Task
from hoithi.core.tasks.due import NO_DUE, DayCount, Due, DueKind, Edge, during, until
from hoithi.kit.choosing import RowsField
from hoithi.kit.date_fields import DayField

_SIDES = {
    "before_start": gettext_lazy("trước ngày bắt đầu"),
    "after_start": gettext_lazy("sau ngày bắt đầu"),
    "before_end": gettext_lazy("trước ngày kết thúc"),
    "after_end": gettext_lazy("sau ngày kết thúc"),
}
_COUNTED = {
    DayCount.DAYS.value: gettext_lazy("ngày"),
    DayCount.WORKING_DAYS.value: gettext_lazy("ngày làm việc"),
}
_KINDS = {
    DueKind.NONE.value: gettext_lazy("Chưa có hạn"),
    DueKind.DAY.value: gettext_lazy("Đến hết ngày"),
    DueKind.RANGE.value: gettext_lazy("Trong một khoảng thời gian"),
    DueKind.RELATIVE.value: gettext_lazy("Tính theo hoạt động"),
}
_FURTHEST = 365
"""Days from an activity that a person may type."""


class TaskForm(forms.Form):
    """A task that is added by hand, or told otherwise than before."""

    text = forms.CharField(
        label=gettext_lazy("Nhiệm vụ"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    leads = RowsField(
        label=gettext_lazy("Cơ quan chủ trì"),
        queryset=Agency.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    cooperates = RowsField(
        label=gettext_lazy("Cơ quan phối hợp"),
        queryset=Agency.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    due_kind = forms.ChoiceField(
        label=gettext_lazy("Thời hạn"), choices=list(_KINDS.items()), required=False
    )
    due = DayField(label=gettext_lazy("Đến hết ngày"), required=False)
    due_first = DayField(label=gettext_lazy("Từ ngày"), required=False)
    due_last = DayField(label=gettext_lazy("đến hết ngày"), required=False)
    offset = forms.IntegerField(
        label=gettext_lazy("Số ngày"), required=False, min_value=0, max_value=_FURTHEST
    )
    counted = forms.ChoiceField(
        label=gettext_lazy("Loại ngày"), choices=list(_COUNTED.items()), required=False
    )
    side = forms.ChoiceField(
        label=gettext_lazy("Trước hay sau"), choices=list(_SIDES.items()), required=False
    )
    activity = forms.ModelChoiceField(
        label=gettext_lazy("Hoạt động"),
        queryset=Activity.objects.none(),
        required=False,
        empty_label=gettext_lazy("– Chọn hoạt động –"),
    )

    def of(self, campaign: Campaign) -> "TaskForm":
        """The form with the agencies and activities of this campaign."""
        for name in ("leads", "cooperates"):
            field = cast("forms.ModelMultipleChoiceField[Agency]", self.fields[name])
            field.queryset = campaign.agencies.all()
        activity = cast("forms.ModelChoiceField[Activity]", self.fields["activity"])
        activity.queryset = campaign.activities.all()
        return self

    @property
    def kind(self) -> str:
        """How the due date is told, also where only its day was sent."""
        sent = str(self["due_kind"].value() or "")
        return sent or (DueKind.DAY.value if self["due"].value() else DueKind.NONE.value)

    def clean(self) -> dict[str, Any]:
        """Refuses a due date of which a part is missing, and one that ends before it begins."""
        data = super().clean() or {}
        for name in _NEEDED.get(self.kind, ()):
            if data.get(name) is None and name not in self.errors:
                self.add_error(name, _("Hãy ghi đủ thời hạn, hoặc chọn “Chưa có hạn”."))
        first, last = data.get("due_first"), data.get("due_last")
        if self.kind == DueKind.RANGE.value and first and last and last < first:
            self.add_error("due_last", _("Ngày kết thúc trước ngày bắt đầu. Hãy xem lại hai ngày."))
        return data

    def told(self, before: Due = NO_DUE) -> NewTask:
        """The task as it was told; the plan's own words stay beside a due date that stays."""
        data = self.cleaned_data
        due = self._due()
        if due == Due(**{name: getattr(before, name) for name in _TOLD}):
            due = before
        leads, cooperates = tuple(data["leads"]), tuple(data["cooperates"])
        return NewTask(data["text"], due, data["activity"], leads, cooperates)

    def _due(self) -> Due:
        data = self.cleaned_data
        if self.kind == DueKind.DAY.value:
            return until(data["due"])
        if self.kind == DueKind.RANGE.value:
            return during(data["due_first"], data["due_last"])
        if self.kind == DueKind.RELATIVE.value:
            side, _sep, edge = (data["side"] or "before_start").partition("_")
            offset = -data["offset"] if side == "before" else data["offset"]
            counted = DayCount(data["counted"] or DayCount.DAYS.value)
            return Due(DueKind.RELATIVE, offset=offset, counted=counted, edge=Edge(edge))
        return NO_DUE


_NEEDED = {
    DueKind.DAY.value: ("due",),
    DueKind.RANGE.value: ("due_first", "due_last"),
    DueKind.RELATIVE.value: ("offset", "activity"),
}
_TOLD = ("kind", "first", "last", "offset", "counted", "edge")


def initial_of(task: Task) -> dict[str, Any]:
    """What the form of a task shows before it is changed."""
    due = due_of(task)
    is_range = due.kind is DueKind.RANGE
    holders = list(task.holdings.values_list("agency_id", "leads"))
    return {
        "text": task.text,
        "activity": task.activity_id,
        "leads": [agency for agency, leads in holders if leads],
        "cooperates": [agency for agency, leads in holders if not leads],
        "due_kind": due.kind.value,
        "due": None if is_range else due.last,
        "due_first": due.first if is_range else None,
        "due_last": due.last if is_range else None,
        "offset": abs(due.offset) if due.kind is DueKind.RELATIVE else None,
        "counted": due.counted.value,
        "side": f"{'before' if due.offset < 0 else 'after'}_{due.edge.value}",
    }
