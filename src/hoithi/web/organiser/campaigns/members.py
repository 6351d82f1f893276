"""One line of a committee's list: changed, moved, taken out."""

from datetime import datetime

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hoithi.campaigns import actions, queries
from hoithi.campaigns.models import CommitteeMember
from hoithi.campaigns.queries import committees as listed
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.member_forms import MemberForm, MoveForm
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest

_STEPS = {"len": -1, "xuong": 1}


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def committee_member(
    request: SignedInRequest, body: str, number: int, committee: int, member: int
) -> HttpResponse:
    """The line with its form; the same address moves it and takes it out."""
    at = clock.now()
    campaign = queries.campaign_for(request.user, body, number, *queries.WORKERS, at=at)
    found = listed.committee_of(campaign, committee)
    line = found.members.select_related("committee__campaign", "identity").get(pk=member)
    form = _form(request, line)
    if form.is_bound and form.is_valid():
        with SaidOn(form):
            _done(request, line, form, at)
            return redirect("campaign_committee", body, number, committee)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "committee": found,
        "member": line,
        "form": form,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/member.html", shown, status=status)


def _form(request: SignedInRequest, line: CommitteeMember) -> forms.Form:
    known = {name: getattr(line, name) for name in ("full_name", "post", "role", "title")}
    if request.method != "POST":
        return MemberForm(initial=known)
    kind = MoveForm if "deed" in request.POST else MemberForm
    return kind(request.POST, initial=known)


def _done(request: SignedInRequest, line: CommitteeMember, form: forms.Form, at: datetime) -> None:
    by = request.user
    if isinstance(form, MemberForm):
        actions.change_member(line, form.told, by=by, at=at)
        messages.success(request, _("Đã ghi."))
    elif form.cleaned_data["deed"] in _STEPS:
        actions.move_member(line, _STEPS[form.cleaned_data["deed"]], by=by, at=at)
    else:
        actions.remove_member(line, by=by, at=at)
        messages.success(request, _("Đã bỏ %(name)s khỏi danh sách.") % {"name": line.full_name})
