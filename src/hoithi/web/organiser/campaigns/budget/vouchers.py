"""Vouchers: what went out, on which line, from which source."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from hoithi.campaigns.actions import spending
from hoithi.campaigns.actions.spending import NewVoucher
from hoithi.campaigns.models import Campaign, Voucher
from hoithi.campaigns.queries import budgets as queries
from hoithi.kit import clock
from hoithi.web.files import sent as file_sent
from hoithi.web.once import taken_once
from hoithi.web.organiser.campaigns.budget.forms import ReasonForm
from hoithi.web.organiser.campaigns.budget.shown import page
from hoithi.web.organiser.campaigns.budget.spending_forms import VoucherForm
from hoithi.web.organiser.campaigns.budget.sponsors import asked_of
from hoithi.web.organiser.shown import SaidOn
from hoithi.web.organiser.two_persons import scan_stored
from hoithi.web.request import SignedInRequest, sent


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def budget_vouchers(request: SignedInRequest, body: str, number: int) -> HttpResponse:
    """The list of vouchers, and one more."""
    campaign = queries.money_of(request.user, body, number, *asked_of(request), at=clock.now())
    shown = _shown(campaign)
    files = request.FILES if request.method == "POST" else None
    form = VoucherForm(sent(request), files).of(shown["lines"], shown["sources"])
    if form.is_valid():
        with SaidOn(form):
            _add(request, campaign, form)
            messages.success(request, _("Đã ghi chứng từ."))
            return redirect("budget_vouchers", body, number)
    return page(request, campaign, "vouchers", form=form, **shown)


def _shown(campaign: Campaign) -> dict[str, Any]:
    budget = queries.budget_of(campaign)
    version = queries.approved(budget)
    vouchers = queries.vouchers_of(budget) if budget else []
    lines = list(version.lines.all()) if version else []
    texts = {line.key: line.text for line in lines}
    return {
        "budget": budget,
        "approved": version,
        "lines": lines,
        "sources": list(version.sources.all()) if version else [],
        "rows": [(one, texts.get(one.line_key, "")) for one in vouchers],
        "total": sum(one.amount for one in vouchers if one.cancelled_at is None),
    }


def _add(request: SignedInRequest, campaign: Campaign, form: VoucherForm) -> None:
    data = dict(form.cleaned_data)
    upload = data.pop("file")
    file = scan_stored(request, campaign.body, upload) if upload else None
    new = NewVoucher(**data, file=file)
    spending.add_voucher(campaign, new, by=request.user, at=clock.now())


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@taken_once
def budget_voucher(request: SignedInRequest, body: str, number: int, voucher: int) -> HttpResponse:
    """One voucher, and its cancelling with a reason."""
    campaign = queries.money_of(request.user, body, number, *asked_of(request), at=clock.now())
    found = queries.voucher_of(campaign, voucher)
    form = ReasonForm(sent(request))
    if form.is_valid():
        with SaidOn(form):
            reason = form.cleaned_data["reason"]
            spending.cancel_voucher(found, reason, by=request.user, at=clock.now())
            messages.success(request, _("Đã hủy chứng từ; số tiền không còn tính."))
            return redirect("budget_vouchers", body, number)
    return page(request, campaign, "voucher", voucher=found, form=form)


@require_safe
@login_required
def budget_voucher_file(
    request: SignedInRequest, body: str, number: int, voucher: int
) -> FileResponse:
    """The scan of a voucher."""
    campaign = queries.money_of(request.user, body, number, at=clock.now())
    found = queries.voucher_of(campaign, voucher)
    if found.file is None:
        raise Voucher.DoesNotExist
    return file_sent(found.file)
