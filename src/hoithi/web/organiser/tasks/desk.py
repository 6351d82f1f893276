"""What the views of the tasks have in common: the search, the tasks found, the ways to see them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from hoithi.campaigns import queries
from hoithi.campaigns.models import Agency, Campaign
from hoithi.campaigns.queries import Wanted, Work
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.request import SignedInRequest
from hoithi.wording.tasks import STATUSES, URGENCIES

VIEWS = (
    ("campaign_tasks", gettext_lazy("Danh sách")),
    ("tasks_matrix", gettext_lazy("Bảng theo cơ quan")),
    ("tasks_timeline", gettext_lazy("Biểu đồ tiến độ")),
    ("tasks_calendar", gettext_lazy("Lịch tháng")),
)
"""Name of the address and its words."""


class SearchForm(forms.Form):
    """What somebody looks for; what is not understood wants everything."""

    tim = forms.CharField(
        label=gettext_lazy("Tìm trong nội dung, tên cơ quan"), required=False, max_length=120
    )
    co_quan = forms.TypedChoiceField(
        label=gettext_lazy("Cơ quan"), required=False, coerce=int, empty_value=None
    )
    tinh_hinh = forms.ChoiceField(
        label=gettext_lazy("Tình hình"),
        required=False,
        choices=[("", gettext_lazy("Tất cả")), *STATUSES.items()],
    )
    han = forms.ChoiceField(
        label=gettext_lazy("Thời hạn"),
        required=False,
        choices=[("", gettext_lazy("Tất cả")), *URGENCIES.items()],
    )
    thang = forms.RegexField(
        r"^20[0-9]{2}-(0[1-9]|1[0-2])$",
        label=gettext_lazy("Tháng đến hạn"),
        required=False,
        widget=forms.TextInput(attrs={"type": "month"}),
    )
    chu_tri = forms.BooleanField(
        label=gettext_lazy("Chỉ việc chưa có cơ quan chủ trì"), required=False
    )
    cua_toi = forms.BooleanField(label=gettext_lazy("Chỉ việc của tôi"), required=False)

    def of(self, agencies: Iterable[Agency]) -> "SearchForm":
        """The form with these agencies to choose from."""
        field: Any = self.fields["co_quan"]
        named = [(str(one.pk), one.name) for one in agencies]
        field.choices = [("", gettext_lazy("Tất cả")), *named]
        return self

    def wanted(self, mine: frozenset[int]) -> Wanted:
        """What is looked for; `mine` are the person's own tasks."""
        self.full_clean()
        data = self.cleaned_data
        return Wanted(
            data.get("tim", ""),
            data.get("co_quan"),
            data.get("tinh_hinh", ""),
            data.get("han", ""),
            _month(data.get("thang", "")),
            bool(data.get("chu_tri")),
            mine if data.get("cua_toi") else None,
        )


def _month(text: str) -> tuple[int, int] | None:
    year, _sep, month = text.partition("-")
    return (int(year), int(month)) if month else None


@dataclass(frozen=True)
class Desk:
    """The tasks of a campaign as somebody looks at them today."""

    campaign: Campaign
    agencies: list[Agency]
    works: list[Work]
    found: list[Work]
    today: date
    at: datetime
    shown: dict[str, Any]
    """What every page of the tasks needs."""


def desk(request: SignedInRequest, body: str, number: int, here: str) -> Desk:
    """The tasks that the search in the address finds, for who may read the campaign."""
    at = clock.now()
    today = local_day(at)
    campaign = queries.campaign_for(request.user, body, number, at=at)
    agencies = list(campaign.agencies.all())
    works = queries.works_in(campaign, agencies, today=today)
    form = SearchForm(request.GET).of(agencies)
    mine = frozenset[int]()
    if "cua_toi" in request.GET:
        mine = queries.tasks_of_person(campaign, request.user, at=at)
    wanted = form.wanted(mine)
    found = queries.found_among(works, wanted)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "today": today,
        "form": form,
        "searched": wanted != Wanted(),
        "views": [{"name": name, "label": label, "is_here": name == here} for name, label in VIEWS],
        "any": bool(works),
        "found": found,
        "may_work": may_work(request, campaign.body),
    }
    return Desk(campaign, agencies, works, found, today, at, shown)
