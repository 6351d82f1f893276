"""The overview of a campaign's money, and one estimate with what is done about it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.campaigns.actions import approving, budgets
from hoithi.campaigns.actions.budgets import OtherPersonNeeded, Word
from hoithi.campaigns.models import BudgetVersion, Campaign
from hoithi.campaigns.queries import budgets as queries
from hoithi.core.vietnamese.money import in_words
from hoithi.kit import clock
from hoithi.web.files import sent as file_sent
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.budget.forms import ApproveForm, ReasonForm
from hoithi.web.organiser.campaigns.budget.prizes import prize_doubts
from hoithi.web.organiser.campaigns.budget.shown import page
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.organiser.two_persons import scan_stored
from hoithi.web.permissions import holds
from hoithi.web.request import SignedInRequest


@require_safe
@login_required
def campaign_budget(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Where the money of the campaign stands: planned, approved, spent, left."""
    campaign = queries.money_of(request.user, body, number, at=clock.now())
    budget = queries.budget_of(campaign)
    version = queries.newest(budget)
    shown: dict[str, Any] = {"budget": budget, "versions": [], "version": None}
    if budget is not None and version is not None:
        shown |= _of_version(request, queries.version_of(campaign, version.number))
        shown |= {
            "settlement": queries.settlement(budget),
            "versions": list(budget.versions.all()),
            "approved": queries.approved(budget),
            "adjust_form": ReasonForm(),
        }
    return page(request, campaign, "overview", **shown)


def _of_version(request: SignedInRequest, version: BudgetVersion) -> dict[str, Any]:
    groups = queries.groups_of(version)
    total = sum(group.total for group in groups)
    found = []
    if version.decided_at is None:
        at = clock.now()
        found = queries.estimate_findings(version, at=at) + prize_doubts(version, at=at)
    return {
        "version": version,
        "groups": groups,
        "total": total,
        "words": in_words(total),
        "sources": list(version.sources.select_related("sponsor")),
        "findings": found,
        "is_drafter": version.submitted_by_id == request.user.pk
        or version.drafters.filter(pk=request.user.pk).exists(),
    }


def _version_page(
    request: SignedInRequest, version: BudgetVersion, **forms: object
) -> HttpResponse:
    shown = {"approve_form": ApproveForm(), "return_form": ReasonForm(), **forms}
    campaign = version.budget.campaign
    return page(request, campaign, "version", **shown, **_of_version(request, version))


@require_safe
@login_required
def budget_version(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """One estimate: its lines, sources, what is to be looked at, and who decides."""
    campaign = queries.money_of(request.user, body, number, at=clock.now())
    return _version_page(request, queries.version_of(campaign, version))


@require_POST
@login_required
@taken_once
def budget_begin(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Begins the first estimate."""
    at = clock.now()
    campaign = queries.money_of(request.user, body, number, *queries.MONEY_WORKERS, at=at)
    version = budgets.begin(campaign, by=request.user, at=at)
    return redirect("budget_version", body, number, version.number)


def _estimate(
    request: SignedInRequest, body: str, number: int, version: int
) -> tuple[Campaign, BudgetVersion]:
    workers = queries.MONEY_WORKERS
    campaign = queries.money_of(request.user, body, number, *workers, at=clock.now())
    return campaign, queries.version_of(campaign, version)


@require_POST
@login_required
@taken_once
def budget_submit(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """The estimate goes up for approval."""
    _campaign, found = _estimate(request, body, number, version)
    form = forms.Form(request.POST)
    with SaidOn(form):
        budgets.submit(found, by=request.user, at=clock.now())
        messages.success(request, _("Đã trình dự toán. Người phê duyệt sẽ xem xét."))
        return redirect("budget_version", body, number, version)
    return _version_page(request, found, refused=form)


@require_POST
@login_required
@taken_once
def budget_approve(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """A second person approves, or the leader's signed document is recorded."""
    names = (*queries.MONEY_APPROVERS, *queries.MONEY_WORKERS)
    campaign = queries.money_of(request.user, body, number, *names, at=clock.now())
    found = queries.version_of(campaign, version)
    form = ApproveForm(request.POST, request.FILES)
    if form.is_valid():
        with SaidOn(form):
            _approve(request, found, form)
            messages.success(request, _("Đã ghi phê duyệt dự toán."))
            return redirect("budget_version", body, number, version)
    return _version_page(request, found, approve_form=form)


def _approve(request: SignedInRequest, version: BudgetVersion, form: ApproveForm) -> None:
    data, campaign = form.cleaned_data, version.budget.campaign
    stored = scan_stored(request, campaign.body, data["file"]) if data["file"] else None
    if stored is None and not holds(request, campaign.body, queries.MONEY_APPROVERS):
        # Without a signed document it is the approver's own word that counts.
        raise OtherPersonNeeded
    word = Word(data["number"], data["on"], data["signer"], stored)
    approving.approve(version, word, by=request.user, at=clock.now())


@require_POST
@login_required
@taken_once
def budget_return(request: SignedInRequest, body: str, number: int, version: int) -> HttpResponse:
    """Sends a submitted estimate back; whoever submitted it may take it back so, too."""
    names = (*queries.MONEY_APPROVERS, *queries.MONEY_WORKERS)
    campaign = queries.money_of(request.user, body, number, *names, at=clock.now())
    found = queries.version_of(campaign, version)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with SaidOn(form):
            reason = form.cleaned_data["reason"]
            approving.send_back(found, reason, by=request.user, at=clock.now())
            messages.success(request, _("Đã trả lại dự toán để hoàn thiện."))
            return redirect("budget_version", body, number, version)
    return _version_page(request, found, return_form=form)


@require_POST
@login_required
@taken_once
def budget_adjust(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Begins an adjusted estimate with the lines of the approved one."""
    at = clock.now()
    campaign = queries.money_of(request.user, body, number, *queries.MONEY_WORKERS, at=at)
    budget = queries.budget_of(campaign)
    form = ReasonForm(request.POST)
    if budget is not None and form.is_valid():
        with SaidOn(form):
            made = approving.adjust(budget, form.cleaned_data["reason"], by=request.user, at=at)
            return redirect("budget_version", body, number, made.number)
    return page(request, campaign, "adjust", form=form)


@require_safe
@login_required
def budget_decision_file(
    request: SignedInRequest, body: str, number: int, version: int
) -> FileResponse:
    """The signed document that approves an estimate."""
    campaign = queries.money_of(request.user, body, number, at=clock.now())
    found = queries.version_of(campaign, version)
    if found.decision_file is None:
        raise BudgetVersion.DoesNotExist
    return file_sent(found.decision_file)


@require_POST
@login_required
@taken_once
def budget_adjust_drop(
    request: SignedInRequest, body: str, number: int, version: int
) -> HttpResponse:
    """Gives up an adjustment that is still being written."""
    _campaign, found = _estimate(request, body, number, version)
    form = forms.Form(request.POST)
    with SaidOn(form):
        approving.drop_adjustment(found, by=request.user, at=clock.now())
        messages.success(request, _("Đã bỏ dự toán điều chỉnh; dự toán đã duyệt giữ nguyên."))
        return redirect("campaign_budget", body, number)
    return _version_page(request, found, refused=form)
