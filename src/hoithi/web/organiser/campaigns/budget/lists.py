"""Lists of payments to people: who is paid, tax withheld, closed into a voucher, signed for."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hoithi.campaigns.actions import payments
from hoithi.campaigns.actions.payments import NewList, Payee
from hoithi.campaigns.models import Campaign, PaymentList
from hoithi.campaigns.queries import budgets as queries
from hoithi.core.budget.tax import Income
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit import clock
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.budget.forms import ReasonForm
from hoithi.web.organiser.campaigns.budget.named import named, standing_twice
from hoithi.web.organiser.campaigns.budget.shown import page
from hoithi.web.organiser.campaigns.budget.spending_forms import (
    CloseForm,
    FillForm,
    ListForm,
    PayeeFormSet,
)
from hoithi.web.organiser.campaigns.budget.sponsors import asked_of
from hoithi.web.organiser.campaigns.budget.winners import prizes_won
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.request import SignedInRequest, sent

_LONGEST_NUMBER = 18
"""Digits that the database still holds."""


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def budget_lists(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """Every list with its sum, and a new one."""
    at = clock.now()
    campaign = queries.money_of(request.user, body, number, *asked_of(request), at=at)
    budget = queries.budget_of(campaign)
    version = queries.approved(budget)
    form = ListForm(sent(request)).of(list(version.lines.all()) if version else [])
    if form.is_valid():
        with SaidOn(form):
            data = form.cleaned_data
            new = NewList(**{**data, "income": Income(data["income"])})
            made = payments.make_list(campaign, new, by=request.user, at=at)
            return redirect("budget_list", body, number, made.pk)
    rows = queries.lists_of(budget) if budget else []
    return page(request, campaign, "lists", rows=rows, form=form, approved=version)


def _list_page(request: SignedInRequest, paid: PaymentList, **changed: object) -> HttpResponse:
    campaign = paid.budget.campaign
    rows = queries.paid_in(paid)
    people = named(request, paid, rows)
    fill = FillForm()
    committees: Any = fill.fields["committee"]
    committees.queryset = campaign.committees.all()
    shown: dict[str, Any] = {
        "paid": paid,
        "rows": people,
        "twice": standing_twice(people),
        "gross": sum(one.payment.gross for one in rows),
        "tax": sum(one.tax or 0 for one in rows),
        "net": sum(one.net for one in rows),
        "unsigned": any(one.payment.signed_on is None for one in rows),
        "untaxed": any(one.tax is None for one in rows),
        "rule": payments.rule_words(queries.rule_of(paid)) or paid.tax_rule,
        "payees": PayeeFormSet(prefix="nguoi"),
        "fill_form": fill,
        "close_form": CloseForm(),
        "reason_form": ReasonForm(),
        "today": local_day(clock.now()),
    }
    return page(request, campaign, "list", **{**shown, **changed})


def _list(
    request: SignedInRequest, body: str, number: int, paid: int
) -> tuple[Campaign, PaymentList]:
    asked = asked_of(request)
    campaign = queries.money_of(request.user, body, number, *asked, at=clock.now())
    return campaign, queries.list_of(campaign, paid)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def budget_list(request: SignedInRequest, body: str, number: int, paid: int) -> HttpResponse:
    """One list, and more lines typed into a table of boxes."""
    _campaign, found = _list(request, body, number, paid)
    if request.method != "POST":
        return _list_page(request, found)
    rows: Any = PayeeFormSet(request.POST, prefix="nguoi")
    form = forms.Form(request.POST)
    if rows.is_valid():
        with SaidOn(form):
            typed = [row.typed for row in rows if row.typed is not None]
            return _added(request, found, typed)
    return _list_page(request, found, payees=rows, told=form)


def _added(request: SignedInRequest, paid: PaymentList, payees: list[Payee]) -> HttpResponse:
    added = payments.add_payees(paid, payees, by=request.user, at=clock.now())
    messages.success(request, _("Đã thêm %(number)s dòng.") % {"number": added})
    campaign = paid.budget.campaign
    return redirect("budget_list", campaign.body.slug, campaign.pk, paid.pk)


@require_POST
@login_required
@taken_once
def budget_list_committee(
    request: SignedInRequest, body: str, number: int, paid: int
) -> HttpResponse:
    """Puts everybody of a committee on the list, each at the same price."""
    campaign, found = _list(request, body, number, paid)
    form = FillForm(request.POST)
    committees: Any = form.fields["committee"]
    committees.queryset = campaign.committees.all()
    if form.is_valid():
        with SaidOn(form):
            data = form.cleaned_data
            members = data["committee"].members.all()
            price = (data["norm"], data["quantity"])
            payees = [Payee(one.full_name, *price, one.post) for one in members]
            return _added(request, found, payees)
    return _list_page(request, found, fill_form=form)


@require_POST
@login_required
@taken_once
def budget_list_winners(
    request: SignedInRequest, body: str, number: int, paid: int
) -> HttpResponse:
    """Puts the winners of the published results on the list, each prize once."""
    campaign, found = _list(request, body, number, paid)
    form = forms.Form(request.POST)
    with SaidOn(form):
        version = queries.approved(queries.budget_of(campaign))
        lines = list(version.lines.all()) if version else []
        won = prizes_won(campaign, lines, by=request.user, at=clock.now())
        return _added(request, found, won)
    return _list_page(request, found, told=form)


@require_POST
@login_required
@taken_once
def budget_payee_drop(
    request: SignedInRequest, body: str, number: int, paid: int, payment: int
) -> HttpResponse:
    """Takes a line off an open list."""
    _campaign, found = _list(request, body, number, paid)
    form = forms.Form(request.POST)
    with SaidOn(form):
        payments.drop_payment(found, payment, by=request.user, at=clock.now())
        return redirect("budget_list", body, number, paid)
    return _list_page(request, found, told=form)


@require_POST
@login_required
@taken_once
def budget_list_close(request: SignedInRequest, body: str, number: int, paid: int) -> HttpResponse:
    """Closes the list: tax is kept, its vouchers are written."""
    _campaign, found = _list(request, body, number, paid)
    form = CloseForm(request.POST)
    if form.is_valid():
        with SaidOn(form):
            data = form.cleaned_data
            over = data["over_decision"]
            by, at = request.user, clock.now()
            payments.close_list(found, data["number"], over_decision=over, by=by, at=at)
            messages.success(request, _("Đã chốt danh sách và ghi chứng từ chi."))
            return redirect("budget_list", body, number, paid)
    return _list_page(request, found, close_form=form)


@require_POST
@login_required
@taken_once
def budget_list_open(request: SignedInRequest, body: str, number: int, paid: int) -> HttpResponse:
    """Opens a closed list again; its vouchers no longer count."""
    _campaign, found = _list(request, body, number, paid)
    form = ReasonForm(request.POST)
    if form.is_valid():
        with SaidOn(form):
            reason = form.cleaned_data["reason"]
            payments.open_again(found, reason, by=request.user, at=clock.now())
            messages.success(request, _("Đã mở lại danh sách; chứng từ của danh sách đã hủy."))
            return redirect("budget_list", body, number, paid)
    return _list_page(request, found, reason_form=form)


def _signed(request: SignedInRequest, paid: PaymentList) -> list[int]:
    """The lines that were chosen, or all of them."""
    if request.POST.get("everybody"):
        return [one.pk for one in paid.payments.all()]
    told = request.POST.getlist("signed")
    return [int(one) for one in told if one.isdecimal() and len(one) < _LONGEST_NUMBER]


@require_POST
@login_required
@taken_once
def budget_list_sign(request: SignedInRequest, body: str, number: int, paid: int) -> HttpResponse:
    """Records who signed for the money."""
    _campaign, found = _list(request, body, number, paid)
    form = forms.Form(request.POST)
    with SaidOn(form):
        at = clock.now()
        chosen = _signed(request, found)
        count = payments.sign(found, chosen, local_day(at), by=request.user, at=at)
        messages.success(request, _("Đã ghi %(number)s người ký nhận.") % {"number": count})
        return redirect("budget_list", body, number, paid)
    return _list_page(request, found, told=form)
