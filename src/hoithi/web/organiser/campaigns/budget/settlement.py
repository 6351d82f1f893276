"""The settlement: planned, approved, spent and left; closing the account and opening it again."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.campaigns.actions import approving
from hoithi.campaigns.actions.approving import NotSettled
from hoithi.campaigns.actions.spending import NothingApproved
from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries import budgets as queries
from hoithi.core.budget.settling import Settlement
from hoithi.core.vietnamese.money import in_words
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.budget.forms import ReasonForm
from hoithi.web.organiser.campaigns.budget.shown import page
from hoithi.web.organiser.campaigns.budget.sponsors import asked_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest


def _settlement_page(
    request: SignedInRequest,
    campaign: Campaign,
    refused: forms.Form | None = None,
    reopen_form: forms.Form | None = None,
) -> HttpResponse:
    budget = queries.budget_of(campaign)
    account = queries.settlement(budget) if budget else Settlement((), ())
    shown = {
        "budget": budget,
        "account": account,
        "words": in_words(account.spent),
        "sponsors": queries.sponsors_of(budget) if budget else [],
        "refused": refused,
        "reopen_form": reopen_form or ReasonForm(),
    }
    return page(request, campaign, "settlement", **shown)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def budget_settlement(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The account by line and source; sent, it is closed."""
    campaign = queries.money_of(request.user, body, number, *asked_of(request), at=clock.now())
    if request.method != "POST":
        return _settlement_page(request, campaign)
    form = forms.Form(request.POST)
    with SaidOn(form):
        budget = queries.budget_of(campaign)
        if budget is None:
            raise NothingApproved
        approving.settle(budget, by=request.user, at=clock.now())
        messages.success(request, _("Đã chốt quyết toán."))
        return redirect("budget_settlement", body, number)
    return _settlement_page(request, campaign, refused=form)


@require_POST
@login_required
@taken_once
def budget_reopen(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Opens a closed account again, by an approver, with the reason."""
    at = clock.now()
    campaign = queries.money_of(request.user, body, number, *queries.MONEY_APPROVERS, at=at)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with SaidOn(form):
            budget = queries.budget_of(campaign)
            if budget is None:
                raise NotSettled
            approving.reopen(budget, form.cleaned_data["reason"], by=request.user, at=at)
            messages.success(request, _("Đã mở lại để bổ sung."))
            return redirect("budget_settlement", body, number)
    return _settlement_page(request, campaign, reopen_form=form)
