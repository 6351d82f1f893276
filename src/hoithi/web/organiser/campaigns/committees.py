"""The committees of a campaign, and one of them: its decision, its tasks and its list."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns import actions, queries
from hoithi.campaigns.models import Committee, CommitteeKind
from hoithi.campaigns.queries import committees as listed
from hoithi.campaigns.queries import nominations as asked
from hoithi.files.actions import store
from hoithi.files.facts import FileKind
from hoithi.files.models import StoredFile
from hoithi.kit import clock
from hoithi.web.files import sent as file_sent
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.insiders import contests_offered, contests_shown
from hoithi.web.organiser.campaigns.member_forms import (
    CommitteeForm,
    DecisionFileForm,
    DecisionForm,
    DetailsForm,
    MemberForm,
    RemoveForm,
    SortForm,
)
from hoithi.web.organiser.campaigns.shown import may_work
from hoithi.web.organiser.shown import SaidOn, not_taken
from hoithi.web.request import SignedInRequest, sent

_SIGNED = frozenset({FileKind.PDF, FileKind.DOCX})
_FORMS: Mapping[str, Callable[..., forms.Form]] = {
    "thanh-vien": MemberForm,
    "quyet-dinh": DecisionForm,
    "tep-quyet-dinh": DecisionFileForm,
    "thong-tin": DetailsForm,
    "sap-xep": SortForm,
    "bo": RemoveForm,
}
"""By the word of the button; each is told what is known of the committee."""


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def campaign_committees(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """All committees with how far each is; one more is added by hand."""
    at = clock.now()
    names = queries.WORKERS if request.method == "POST" else ()
    campaign = queries.campaign_for(request.user, body, number, *names, at=at)
    form = CommitteeForm(sent(request))
    if form.is_valid():
        name, kind = form.cleaned_data["name"], CommitteeKind(form.cleaned_data["kind"])
        made = actions.add_committee(campaign, name, kind, by=request.user, at=at)
        return redirect("campaign_committee", body, number, made.pk)
    shown = {
        "body": campaign.body,
        "campaign": campaign,
        "rows": listed.committees_of(campaign),
        "contests": contests_shown(request, campaign),
        "offered": contests_offered(request, campaign, at),
        "form": form,
        "may_work": may_work(request, campaign.body),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/committees.html", shown, status=status)


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
    found = listed.committee_of(campaign, committee)
    form = _form_sent(request, found)
    if form is not None and form.is_valid():
        with SaidOn(form):
            return redirect(_written(request, found, form, at))
    shown = committee_page(request, found, form)
    status = 422 if request.method == "POST" else 200
    return render(request, "organiser/campaigns/committee.html", shown, status=status)


def _form_sent(request: SignedInRequest, committee: Committee) -> forms.Form | None:
    if request.method != "POST":
        return None
    kind = _FORMS.get(request.POST.get("viec", ""), MemberForm)
    return kind(request.POST, request.FILES, initial=_known(committee))


def _known(committee: Committee) -> dict[str, Any]:
    names = ("decision_number", "decided_on", "name", "kind", "duties")
    return {name: getattr(committee, name) for name in names}


def committee_page(
    request: SignedInRequest, committee: Committee, form: forms.Form | None
) -> dict[str, Any]:
    """What the page of a committee shows; a refused form stands where it was sent."""
    known, body = _known(committee), committee.campaign.body
    shown = {
        word: form if isinstance(form, kind) else kind(initial=known)  # type: ignore[arg-type]  # each is a class
        for word, kind in _FORMS.items()
    }
    return {
        "body": body,
        "campaign": committee.campaign,
        "committee": committee,
        "members": listed.members_of(committee),
        "missing": listed.missing_for(committee),
        "requests": asked.requests_of(committee),
        "offered": contests_offered(request, committee.campaign, clock.now()),
        "member_form": shown["thanh-vien"],
        "decision_form": shown["quyet-dinh"],
        "file_form": shown["tep-quyet-dinh"],
        "details_form": shown["thong-tin"],
        "not_taken": not_taken(form) if form is not None else "",
        "sent": form,
        "may_work": may_work(request, body),
    }


def _written(request: SignedInRequest, committee: Committee, form: forms.Form, at: datetime) -> str:
    """Does what the button says; the address that it leads to."""
    by, data, campaign = request.user, form.cleaned_data, committee.campaign
    own = reverse("campaign_committee", args=[campaign.body.slug, campaign.pk, committee.pk])
    if isinstance(form, RemoveForm):
        actions.remove_committee(committee, by=by, at=at)
        messages.success(request, _("Đã bỏ ban, tổ này."))
        return reverse("campaign_committees", args=[campaign.body.slug, campaign.pk])
    if isinstance(form, SortForm):
        actions.sort_members(committee, by=by, at=at)
    elif isinstance(form, DecisionFileForm):
        upload, body = data["file"], campaign.body
        file = store(upload, upload.name, body=body, by=by, at=at, allowed=_SIGNED)
        actions.keep_decision(committee, file, by=by, at=at)
    elif isinstance(form, DecisionForm):
        number, day = data["decision_number"], data["decided_on"]
        actions.set_decision(committee, number, day, by=by, at=at)
    elif isinstance(form, DetailsForm):
        told = (data["name"], data["kind"], data["duties"])
        actions.change_committee(committee, *told, by=by, at=at)
    elif isinstance(form, MemberForm):
        actions.add_member(committee, form.told, by=by, at=at)
    messages.success(request, _("Đã ghi."))
    return own


@require_safe
@login_required
def committee_decision_file(
    request: SignedInRequest, body: str, number: int, committee: int
) -> FileResponse:
    """The signed decision as it was uploaded, to be saved."""
    campaign = queries.campaign_for(request.user, body, number, at=clock.now())
    found = listed.committee_of(campaign, committee)
    if found.decision_file is None:
        raise StoredFile.DoesNotExist
    return file_sent(found.decision_file)
