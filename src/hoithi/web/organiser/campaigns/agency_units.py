"""Which unit of the tree an agency of the plan is: its contacts see and report the tasks then."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from hoithi.campaigns import queries
from hoithi.campaigns.actions.agencies import link_agency
from hoithi.core.tasks.holders import HolderSet
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.people.models import UnitVersion
from hoithi.people.queries.units import versions_on
from hoithi.web.once import taken_once
from hoithi.web.request import SignedInRequest, sent


class UnitForm(forms.Form):
    """One unit of the tree, or none."""

    unit = forms.ChoiceField(label=gettext_lazy("Đơn vị trong danh sách"), required=False)

    def of(self, versions: list[UnitVersion]) -> "UnitForm":
        """The form with these units."""
        field: Any = self.fields["unit"]
        field.choices = [("", _("Chưa gắn với đơn vị nào"))]
        field.choices += [(str(one.unit_id), one.name) for one in versions]
        return self


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def agency_unit(request: SignedInRequest, body: str, number: int, agency: int) -> HttpResponse:
    """Says which unit the agency is; a set of holders is opened unit by unit instead."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    found = campaign.agencies.get(pk=agency, holder_set=HolderSet.ONE.value)
    versions = list(versions_on(local_day(at), campaign.body).order_by("search"))
    form = UnitForm(sent(request), initial={"unit": found.unit_id}).of(versions)
    if form.is_valid():
        units = {str(one.unit_id): one.unit for one in versions}
        chosen = units.get(form.cleaned_data["unit"])
        link_agency(found, chosen, by=request.user, at=at)
        messages.success(request, _("Đã ghi. Đầu mối của đơn vị thấy các việc của cơ quan này."))
        return redirect("campaign_agency", body, number, agency)
    shown = {"body": campaign.body, "campaign": campaign, "agency": found, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/agency_unit.html", shown, status=status)
