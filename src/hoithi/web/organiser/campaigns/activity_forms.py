"""Forms of activities: what they are, when and where, options of time, units that take part."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hoithi.campaigns.actions import ActivityTold, NewUnits
from hoithi.campaigns.facts import Standing
from hoithi.campaigns.models import Activity, Agency, Campaign
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.tasks.moments import UNKNOWN, Moment, said_in_words
from hoithi.kit.date_fields import DayField
from hoithi.people.models import UnitVersion
from hoithi.wording.plan_facts import KINDS
from hoithi.wording.tasks import SETS


class HourField(forms.TimeField):
    """An hour of the day, with the browser's own clock."""

    def __init__(self, **options: Any) -> None:
        widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
        super().__init__(widget=widget, required=False, **options)


class AboutForm(forms.Form):
    """What an activity is, and who is responsible for it."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại hoạt động"), choices=list(KINDS.items()))
    title = forms.CharField(
        label=gettext_lazy("Tên hoạt động"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    agency = forms.ModelChoiceField(
        label=gettext_lazy("Cơ quan phụ trách"),
        queryset=Agency.objects.none(),
        required=False,
        empty_label=gettext_lazy("Chưa giao"),
    )

    def of(self, campaign: Campaign) -> "AboutForm":
        """The form with the agencies of this campaign."""
        agency = cast("forms.ModelChoiceField[Agency]", self.fields["agency"])
        agency.queryset = campaign.agencies.all()
        return self

    def told(self, standing: Standing) -> ActivityTold:
        """What was told of an activity that stands so."""
        data = self.cleaned_data
        return ActivityTold(
            data["kind"],
            " ".join(data["title"].split()),
            standing.moment,
            standing.place,
            data["agency"],
            standing.starts_at,
            standing.ends_at,
        )


class MomentForm(forms.Form):
    """When and where an activity takes place."""

    first_day = DayField(label=gettext_lazy("Từ ngày"), required=False)
    last_day = DayField(
        label=gettext_lazy("Đến ngày"),
        required=False,
        help_text=gettext_lazy("Để trống nếu diễn ra trong một ngày."),
    )
    is_open = forms.BooleanField(
        label=gettext_lazy("Chưa ấn định ngày: sẽ diễn ra trong khoảng này"), required=False
    )
    words = forms.CharField(
        label=gettext_lazy("Hoặc ghi bằng lời khi chưa có ngày"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Ví dụ: cuối tháng 12/2026, quý I/2027. Ghi đủ năm."),
    )
    starts_at = HourField(label=gettext_lazy("Giờ bắt đầu"))
    ends_at = HourField(label=gettext_lazy("Giờ kết thúc"))
    place = forms.CharField(label=gettext_lazy("Địa điểm"), max_length=300, required=False)

    @property
    def standing(self) -> Standing:
        """When and where, as it was told."""
        data = self.cleaned_data
        starts, ends, place = data["starts_at"], data["ends_at"], data["place"]
        return Standing(self._moment, starts, ends, " ".join(place.split()))

    @property
    def _moment(self) -> Moment:
        data = self.cleaned_data
        words = " ".join(data["words"].split())
        if first := data["first_day"]:
            last = data["last_day"] or first
            return Moment(first, last, data["is_open"], words if data["is_open"] else "")
        return said_in_words(words) or Moment(words=words)

    def clean_last_day(self) -> Any:
        """Refuses an end without a beginning."""
        last = self.cleaned_data["last_day"]
        if last and not self.cleaned_data.get("first_day") and "first_day" not in self.errors:
            raise ValidationError(_("Đã ghi ngày kết thúc thì ghi cả ngày bắt đầu."))
        return last

    def clean_is_open(self) -> bool:
        """Refuses one day that is said to be open: it is either settled or one of several."""
        data = self.cleaned_data
        first, last = data.get("first_day"), data.get("last_day")
        is_open = bool(data["is_open"])
        if is_open and first and "last_day" not in self.errors and last in (None, first):
            told = _("Chỉ ghi một ngày: hãy bỏ dấu này nếu đã ấn định, hoặc ghi thêm “Đến ngày”.")
            raise ValidationError(told)
        return is_open


def moment_initial(activity: Activity) -> dict[str, Any]:
    """What the form shows of an activity."""
    names = ("first_day", "last_day", "is_open", "starts_at", "ends_at", "place")
    shown = {name: getattr(activity, name) for name in names}
    if activity.first_day == activity.last_day:
        shown["last_day"] = None
    # A day typed over an unknown one settles it, unless the official says otherwise.
    shown["is_open"] = activity.is_open and shown["last_day"] is not None
    return {**shown, "words": activity.moment_words if activity.is_open else ""}


class NewActivityForm(MomentForm, AboutForm):
    """An activity that the plan does not name."""


class OptionForm(forms.Form):
    """A time on which an open activity may take place."""

    first_day = DayField(label=gettext_lazy("Từ ngày"), required=False)
    last_day = DayField(
        label=gettext_lazy("Đến ngày"),
        required=False,
        help_text=gettext_lazy("Để trống nếu diễn ra trong một ngày."),
    )
    words = forms.CharField(
        label=gettext_lazy("Hoặc ghi bằng lời"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Ví dụ: cuối tháng 12/2026. Ghi đủ năm."),
    )

    def clean(self) -> dict[str, Any]:
        """Refuses what has no days, and an end before the beginning."""
        data = super().clean() or {}
        first, last, words = data.get("first_day"), data.get("last_day"), data.get("words", "")
        if first and last and last < first:
            self.add_error("last_day", _("Ngày kết thúc trước ngày bắt đầu. Hãy xem lại hai ngày."))
        elif first is None and not self.errors and said_in_words(words) is None:
            told = _("Hãy ghi ngày, hoặc ghi bằng lời có đủ năm như “cuối tháng 12/2026”.")
            self.add_error("words", told)
        return data

    @property
    def moment(self) -> Moment:
        """The days of the option; told in words it is some day between two."""
        data = self.cleaned_data
        words = " ".join(data["words"].split())
        if first := data["first_day"]:
            return Moment(first, data["last_day"] or first, is_open=False, words=words)
        return said_in_words(words) or UNKNOWN


_NAMED = ("host_communes", "others")
"""Sets that no rule opens."""


class UnitsForm(forms.Form):
    """Units that take part: a set by rule, or the ones that are chosen."""

    holders = forms.ChoiceField(label=gettext_lazy("Nhóm đơn vị"))
    units = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Hoặc chọn đích danh"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def of(self, versions: list[UnitVersion]) -> "UnitsForm":
        """The form with the units of the body."""
        by_rule = [(key, name) for key, name in SETS.items() if key not in _NAMED]
        named = ("one", _("các đơn vị chọn dưới đây"))
        cast("forms.ChoiceField", self.fields["holders"]).choices = [*by_rule, named]
        units = cast("forms.ChoiceField", self.fields["units"])
        units.choices = [(str(one.unit_id), one.name) for one in versions]
        return self

    def told(self, versions: list[UnitVersion]) -> NewUnits | None:
        """The set as it was told; None where units were to be chosen and none was."""
        holders = HolderSet(self.cleaned_data["holders"])
        if holders is not HolderSet.ONE:
            words = str(SETS[holders.value])
            return NewUnits(words[:1].upper() + words[1:], holders)
        chosen = set(self.cleaned_data["units"])
        named = [one for one in versions if one.unit_id in chosen]
        words = ", ".join(one.name for one in named)
        units = tuple(one.unit for one in named)
        return NewUnits(words[:1000], HolderSet.OTHERS, units) if named else None
