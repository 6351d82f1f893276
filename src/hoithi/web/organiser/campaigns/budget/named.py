"""The people of a list of payments with names and accounts, for those who may read them."""

from collections import Counter
from dataclasses import dataclass

from hoithi.campaigns.models import PaymentList
from hoithi.campaigns.queries.budgets import NAME_READERS, Paid
from hoithi.core.vietnamese.text import fold
from hoithi.journal import actions as journal
from hoithi.kit import clock
from hoithi.people import facts
from hoithi.web.permissions import holds
from hoithi.web.request import SignedInRequest


@dataclass(frozen=True)
class Named:
    """A line with the name and account that whoever looks may see."""

    paid: Paid
    name: str
    account: str
    bank: str


def named(request: SignedInRequest, of: PaymentList, rows: list[Paid]) -> list[Named]:
    """Full names with one row in the journal; masked ones for an auditor, and once erased."""
    if rows and holds(request, of.body, NAME_READERS):
        told = {"list": of.pk, "people": len(rows)}
        campaign, at = of.budget.campaign, clock.now()
        journal.record("campaigns.payees_read", campaign, by=request.user, at=at, facts=told)
        return [_opened(row) for row in rows]
    return [Named(row, row.payment.identity.masked_name, "", "") for row in rows]


def standing_twice(rows: list[Named]) -> list[str]:
    """Names that stand on several lines with one account: tax is reckoned line by line."""
    counted = Counter((fold(one.name), one.account) for one in rows)
    twice = {one.name: None for one in rows if counted[fold(one.name), one.account] > 1}
    return list(twice)


def _opened(row: Paid) -> Named:
    identity = row.payment.identity
    fields = facts.opened(identity)
    name = fields.get("full_name") or identity.masked_name
    return Named(row, name, fields.get("account", ""), fields.get("bank", ""))
