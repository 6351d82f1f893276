"""Sponsors of a campaign and the way of their support."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.campaigns.actions import spending
from hoithi.campaigns.actions.spending import NewSponsor, NewStep
from hoithi.campaigns.models import SponsorStage
from hoithi.campaigns.queries import budgets as queries
from hoithi.kit import clock
from hoithi.people.models import RoleName
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.budget.shown import page
from hoithi.web.organiser.campaigns.budget.spending_forms import SponsorForm, StepForm
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent


def asked_of(request: SignedInRequest) -> tuple[RoleName, ...]:
    """The roles that a page of money asks for: more to send a form than to look."""
    return queries.MONEY_WORKERS if request.method == "POST" else ()


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def budget_sponsors(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Every sponsor with what was pledged, received and used."""
    at = clock.now()
    campaign = queries.money_of(request.user, body, number, *asked_of(request), at=at)
    form = SponsorForm(sent(request))
    if form.is_valid():
        with SaidOn(form):
            new = NewSponsor(**form.cleaned_data)
            made = spending.add_sponsor(campaign, new, by=request.user, at=at)
            messages.success(request, _("Đã thêm nhà tài trợ."))
            return redirect("budget_sponsor", body, number, made.pk)
    budget = queries.budget_of(campaign)
    rows = queries.sponsors_of(budget) if budget else []
    return page(request, campaign, "sponsors", rows=rows, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def budget_sponsor(request: SignedInRequest, body: str, number: int, sponsor: int) -> HttpResponse:
    """One sponsor: each step with its day, sum and document; one step more."""
    at = clock.now()
    campaign = queries.money_of(request.user, body, number, *asked_of(request), at=at)
    found = queries.sponsor_of(campaign, sponsor)
    form = StepForm(sent(request))
    if form.is_valid():
        with SaidOn(form):
            data = form.cleaned_data
            new = NewStep(**{**data, "stage": SponsorStage(data["stage"])})
            spending.add_step(found, new, by=request.user, at=at)
            messages.success(request, _("Đã ghi."))
            return redirect("budget_sponsor", body, number, sponsor)
    steps: list[object] = list(found.steps.all())
    return page(request, campaign, "sponsor", sponsor=found, steps=steps, form=form)


@require_POST
@login_required
@taken_once
def budget_step_drop(
    request: SignedInRequest, body: str, number: int, sponsor: int, step: int
) -> HttpResponse:
    """Takes out a step that was recorded wrongly; gone already, nothing more is done."""
    campaign = queries.money_of(request.user, body, number, *asked_of(request), at=clock.now())
    found = queries.sponsor_of(campaign, sponsor)
    form = forms.Form(request.POST)
    with SaidOn(form):
        for row in found.steps.filter(pk=step):
            spending.drop_step(row, by=request.user, at=clock.now())
            messages.success(request, _("Đã bỏ bước ghi nhầm."))
    for error in form.non_field_errors():
        messages.error(request, str(error))
    return redirect("budget_sponsor", body, number, sponsor)
