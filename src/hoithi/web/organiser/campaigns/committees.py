"""A committee of a campaign: the decision that establishes it, and its members."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from hoithi.campaigns import actions, queries
from hoithi.campaigns.actions import NewMember
from hoithi.campaigns.models import Committee
from hoithi.kit import clock
from hoithi.kit.date_fields import SignedDayField
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.shown import SaidOn, today
from hoithi.web.request import SignedInRequest, sent
from hoithi.wording.tasks import ROLES


class DecisionForm(forms.Form):
    """The establishing decision."""

    decision_number = forms.CharField(
        label=gettext_lazy("Số quyết định thành lập"),
        max_length=60,
        help_text=gettext_lazy("Ví dụ: 125/QĐ-UBND"),
    )
    decided_on = SignedDayField(label=gettext_lazy("Ngày quyết định"), required=False, today=today)


class MemberForm(forms.Form):
    """One line of the decision's list."""

    full_name = forms.CharField(label=gettext_lazy("Họ và tên"), max_length=120)
    post = forms.CharField(
        label=gettext_lazy("Chức vụ, đơn vị công tác"), max_length=200, required=False
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Vai trò"), choices=list(ROLES.items()), initial="member"
    )


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_committee(
    request: SignedInRequest, body: str, number: int, committee: int
) -> HttpResponse:
    """The committee as its decision lists it; members are added one by one."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    found = campaign.committees.select_related("campaign").get(pk=committee)
    is_decision = "decision_number" in request.POST
    form: forms.Form = (DecisionForm if is_decision else MemberForm)(sent(request))
    if form.is_valid():
        with SaidOn(form):
            _written(request, found, form)
            messages.success(request, _("Đã ghi."))
            return redirect("campaign_committee", body, number, committee)
    known = {"decision_number": found.decision_number, "decided_on": found.decided_on}
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "committee": found,
        "members": list(found.members.all()),
        "decision_form": form if is_decision else DecisionForm(initial=known),
        "member_form": MemberForm() if is_decision else form,
        "may_work": may_work(request, campaign.body),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/committee.html", shown, status=status)


def _written(request: SignedInRequest, committee: Committee, form: forms.Form) -> None:
    at, by, data = clock.now(), request.user, form.cleaned_data
    if isinstance(form, DecisionForm):
        number, day = data["decision_number"], data["decided_on"]
        actions.set_decision(committee, number, day, by=by, at=at)
    else:
        new = NewMember(data["full_name"], data["post"], data["role"])
        actions.add_member(committee, new, by=by, at=at)
