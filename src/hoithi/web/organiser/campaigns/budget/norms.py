"""Norms of spending and rules of tax that a body enters; they hold for all its campaigns."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hoithi.campaigns.actions import norms
from hoithi.campaigns.models import Campaign
from hoithi.campaigns.queries import budgets as queries
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.budget.shown import page
from hoithi.web.organiser.campaigns.budget.spending_forms import NormForm, TaxForm
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest


def _campaign(request: SignedInRequest, body: str, number: int) -> Campaign:
    workers = queries.MONEY_WORKERS
    return queries.money_of(request.user, body, number, *workers, at=clock.now())


def _norms_page(
    request: SignedInRequest,
    campaign: Campaign,
    norm_form: forms.Form | None = None,
    tax_form: forms.Form | None = None,
) -> HttpResponse:
    shown = {
        "norms": list(campaign.body.spending_norms.all()),
        "taxes": list(campaign.body.tax_rules.all()),
        "norm_form": norm_form or NormForm(auto_id="muc_%s"),
        "tax_form": tax_form or TaxForm(auto_id="thue_%s"),
    }
    return page(request, campaign, "norms", **shown)


@require_safe
@login_required
def budget_norms(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """What the body entered, and the forms to enter more."""
    campaign = queries.money_of(request.user, body, number, at=clock.now())
    return _norms_page(request, campaign)


@require_POST
@login_required
@taken_once
def budget_norm_add(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """One more norm."""
    campaign = _campaign(request, body, number)
    form = NormForm(request.POST, auto_id="muc_%s")
    if form.is_valid():
        with SaidOn(form):
            norms.add_norm(campaign.body, form.norm, by=request.user, at=clock.now())
            messages.success(request, _("Đã ghi định mức."))
            return redirect("budget_norms", body, number)
    return _norms_page(request, campaign, norm_form=form)


@require_POST
@login_required
@taken_once
def budget_tax_add(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """One more rule of tax."""
    campaign = _campaign(request, body, number)
    form = TaxForm(request.POST, auto_id="thue_%s")
    if form.is_valid():
        with SaidOn(form):
            norms.add_tax_rule(campaign.body, form.rule, by=request.user, at=clock.now())
            messages.success(request, _("Đã ghi quy định khấu trừ thuế."))
            return redirect("budget_norms", body, number)
    return _norms_page(request, campaign, tax_form=form)


@require_POST
@login_required
@taken_once
def budget_norm_drop(request: SignedInRequest, body: str, number: int, norm: int) -> HttpResponse:
    """Takes out a norm that was entered wrongly; gone already, nothing more is done."""
    campaign = _campaign(request, body, number)
    for row in campaign.body.spending_norms.filter(pk=norm):
        norms.drop_norm(row, by=request.user, at=clock.now())
        messages.success(request, _("Đã bỏ định mức."))
    return redirect("budget_norms", body, number)


@require_POST
@login_required
@taken_once
def budget_tax_drop(request: SignedInRequest, body: str, number: int, rule: int) -> HttpResponse:
    """Takes out a rule that was entered wrongly; gone already, nothing more is done."""
    campaign = _campaign(request, body, number)
    for row in campaign.body.tax_rules.filter(pk=rule):
        norms.drop_tax_rule(row, by=request.user, at=clock.now())
        messages.success(request, _("Đã bỏ quy định khấu trừ thuế."))
    return redirect("budget_norms", body, number)
