"""Addresses of a campaign's money."""

from collections.abc import Callable
from typing import Any

from hoithi.campaigns.actions.approving import approve
from hoithi.campaigns.actions.budgets import Word, submit
from hoithi.campaigns.actions.payments import NewList, Payee, add_payees, make_list
from hoithi.campaigns.actions.spending import NewSponsor, NewVoucher, add_sponsor, add_voucher
from hoithi.campaigns.models import PaymentList, Sponsor, VersionState
from hoithi.core.budget.tax import Income
from hoithi.core.vietnamese.moments import local_day
from hoithi.kit.ids import new_id
from tests import make
from tests.matrix.campaigns import of_campaign
from tests.matrix.organiser import WORKERS
from tests.matrix.record import Address, Outcome, only
from tests.matrix.world import World

READERS = ("organiser", "secretary", "approver", "auditor")
DECIDERS = ("organiser", "secretary", "approver")


def of_estimate(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of the campaign's first estimate."""
    return lambda world: of_campaign(version=world.estimate.number, **more)(world)


def sees(name: str, args: Any) -> Address:
    """A page of money that changes nothing."""
    return Address(name, get=only(200, *READERS), args=args)


def keeps(name: str, args: Any) -> Address:
    """A page of money with a form of those who write estimates."""
    return writes(name, args, get=only(200, *READERS))


def writes(name: str, args: Any, *, get: Outcome | None = None, empty: int = 422) -> Address:
    """A form of those who write estimates."""
    return Address(name, get=get, post=only(empty, *WORKERS), args=args)


def of_sponsor(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a sponsor of the campaign."""
    return lambda world: of_campaign(sponsor=sponsor(world).pk, **more)(world)


def sponsor(world: World) -> Sponsor:
    """A sponsor of the campaign."""
    new = NewSponsor(f"Công ty số {new_id()}")
    return add_sponsor(world.campaign, new, by=make.person(), at=make.AT)


def of_list(**more: Any) -> Callable[[World], dict[str, Any]]:
    """The arguments of an address of a list of payments of the campaign."""
    return lambda world: of_campaign(paid=paid_list(world).pk, **more)(world)


def paid_list(world: World) -> PaymentList:
    """A list of one person under the campaign's estimate."""
    by, line = make.person(), world.estimate.lines.get().key
    new = NewList(Income.ALLOWANCE, "Chi bồi dưỡng", line, local_day(make.AT))
    made = make_list(world.campaign, new, by=by, at=make.AT)
    add_payees(made, [Payee("Nguyễn Thị An", 200_000)], by=by, at=make.AT)
    return made


def of_voucher(world: World) -> dict[str, Any]:
    """The arguments of an address of a voucher of the campaign."""
    by = make.person()
    world.estimate.refresh_from_db()
    if world.estimate.state != VersionState.APPROVED:
        submit(world.estimate, by=by, at=make.AT)
        approve(world.estimate, Word(), by=make.person(), at=make.AT)
    line = world.estimate.lines.get().key
    new = NewVoucher(f"PC {new_id()}", local_day(make.AT), "Nhà văn hóa", "Thuê", line, 5)
    return of_campaign(voucher=add_voucher(world.campaign, new, by=by, at=make.AT).pk)(world)


ADDRESSES = [
    sees("campaign_budget", of_campaign()),
    sees("budget_version", of_estimate()),
    Address("budget_decision_file", get=only(404), args=of_estimate()),
    writes("budget_begin", of_campaign(), empty=302),
    writes("budget_adjust", of_campaign()),
    writes("budget_lines", of_estimate(), get=only(200, *WORKERS)),
    writes("budget_sources", of_estimate(), get=only(200, *WORKERS)),
    writes("budget_prizes", of_estimate(), empty=302),
    writes("budget_propose", of_estimate(), empty=302),
    writes("budget_submit", of_estimate(), empty=302),
    Address("budget_approve", post=only(422, *DECIDERS), args=of_estimate()),
    Address("budget_return", post=only(422, *DECIDERS), args=of_estimate()),
    sees("budget_estimate_paper", of_estimate(paper="to-trinh", kind="docx")),
    sees("budget_lines_out", of_estimate(kind="csv")),
    Address("budget_form", get=only(200, *WORKERS), args=of_estimate()),
    writes("budget_import", of_estimate(), get=only(200, *WORKERS)),
    writes("budget_take", of_estimate()),
    keeps("budget_sponsors", of_campaign()),
    keeps("budget_sponsor", of_sponsor()),
    writes("budget_step_drop", of_sponsor(step=1), empty=302),
    writes("budget_adjust_drop", of_estimate()),
    sees("budget_sponsor_paper", of_sponsor(paper="cam-on", kind="docx")),
    sees("budget_sponsors_out", of_campaign(kind="csv")),
    keeps("budget_vouchers", of_campaign()),
    keeps("budget_voucher", of_voucher),
    Address("budget_voucher_file", get=only(404), args=of_voucher),
    sees("budget_vouchers_out", of_campaign(kind="csv")),
    keeps("budget_lists", of_campaign()),
    keeps("budget_list", of_list()),
    writes("budget_list_committee", of_list()),
    writes("budget_list_winners", of_list(), empty=302),
    writes("budget_payee_drop", of_list(payment=1), empty=302),
    writes("budget_list_close", of_list()),
    writes("budget_list_open", of_list()),
    writes("budget_list_sign", of_list()),
    Address("budget_list_out", get=only(200, *DECIDERS), args=of_list(kind="csv")),
    Address("budget_list_paper", get=only(200, *DECIDERS), args=of_list(kind="docx")),
    keeps("budget_settlement", of_campaign()),
    Address("budget_reopen", post=only(422, "approver"), args=of_campaign()),
    sees("budget_settlement_out", of_campaign(kind="csv")),
    Address("budget_paper", get=only(404), args=of_campaign(paper="bang-ke", kind="docx")),
    sees("budget_norms", of_campaign()),
    writes("budget_norm_add", of_campaign()),
    writes("budget_norm_drop", of_campaign(norm=1), empty=302),
    writes("budget_tax_add", of_campaign()),
    writes("budget_tax_drop", of_campaign(rule=1), empty=302),
]
