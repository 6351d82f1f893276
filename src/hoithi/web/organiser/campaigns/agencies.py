"""An agency of the plan: its unit, or the units that its set opens to."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from hoithi.campaigns import actions, queries
from hoithi.campaigns.models import Agency
from hoithi.core.tasks.holders import HolderSet, kinds_in
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people.models import UnitVersion
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent


class UnitsForm(forms.Form):
    """The units that hold the tasks of a set, by number."""

    units = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Các đơn vị thực hiện"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Chưa chọn đơn vị nào.")},
    )

    def of(self, versions: list[UnitVersion], *, all_chosen: bool) -> "UnitsForm":
        """The form with these units; those of a rule are chosen from the beginning."""
        choices = [(str(one.unit_id), one.name) for one in versions]
        field: Any = self.fields["units"]
        field.choices = choices
        field.initial = [value for value, _name in choices] if all_chosen else []
        return self


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_agency(request: SignedInRequest, body: str, number: int, agency: int) -> HttpResponse:
    """The agency's tasks; a set of holders is opened here as one row a unit."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    found = campaign.agencies.select_related("campaign", "unit").get(pk=agency)
    versions = queries.units_for(found, campaign.body, local_day(at))
    form = UnitsForm(sent(request)).of(versions, all_chosen=_is_by_rule(found))
    if form.is_valid():
        chosen = set(form.cleaned_data["units"])
        with SaidOn(form):
            units = [one.unit for one in versions if one.unit_id in chosen]
            rows = actions.open_set(found, units, by=request.user, at=at)
            told = _("Đã giao cho từng đơn vị: thêm %(rows)s dòng theo dõi.") % {"rows": rows}
            messages.success(request, told)
            return redirect("campaign_agency", body, number, agency)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "agency": found,
        "rows": queries.rows_of_agency(found, local_day(at)),
        "form": form,
        "versions": versions,
        "may_work": may_work(request, campaign.body),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/agency.html", shown, status=status)


def _is_by_rule(agency: Agency) -> bool:
    return bool(kinds_in(HolderSet(agency.holder_set)))
