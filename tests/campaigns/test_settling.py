"""The account of a campaign: closed when everything is signed, opened again by another person."""

from datetime import date
from decimal import Decimal

import pytest

from hoithi.campaigns.actions import approving, budgets, norms, payments, spending
from hoithi.campaigns.actions.approving import ListUnsigned
from hoithi.campaigns.actions.budgets import LineTyped, Word
from hoithi.campaigns.actions.payments import NewList, Payee
from hoithi.campaigns.actions.spending import NewVoucher
from hoithi.campaigns.queries import budgets as queries
from hoithi.core.budget.norms import Item
from hoithi.core.budget.tax import Base, Income, TaxRule
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)
NO_TAX = TaxRule(
    Income.ALLOWANCE, Base.WHOLE, 2_000_000, Decimal(10), "TT 111", "Điều 25", date(2013, 10, 1)
)


@pytest.fixture
def drafter():
    return make.person("Trần Thị Bình")


@pytest.fixture
def approved(drafter):
    version = budgets.begin(campaign().campaign, by=drafter, at=AT)
    lines = [LineTyped("Bồi dưỡng", Decimal(10), Item.JURY, norm=500_000)]
    budgets.write_lines(version, lines, by=drafter, at=AT)
    budgets.submit(version, by=drafter, at=AT)
    return approving.approve(version, Word(), by=make.person(), at=AT)


def pay(approved, drafter, number="PC01", amount=1_000_000):
    new = NewVoucher(number, DAY, "Nhà văn hóa", "Thuê", approved.lines.get().key, amount)
    return spending.add_voucher(approved.budget.campaign, new, by=drafter, at=AT)


@pytest.fixture
def closed(approved, drafter):
    """A closed list of two people who have not signed."""
    money = approved.budget.campaign
    norms.add_tax_rule(money.body, NO_TAX, by=drafter, at=AT)
    new = NewList(Income.ALLOWANCE, "Bồi dưỡng giám khảo", approved.lines.get().key, DAY)
    made = payments.make_list(money, new, by=drafter, at=AT)
    people = [Payee("Lê Văn Cường", 500_000), Payee("Phạm Thị Dung", 500_000)]
    payments.add_payees(made, people, by=drafter, at=AT)
    return payments.close_list(queries.list_of(money, made.pk), "PC05", by=drafter, at=AT)


def test_a_settled_account_takes_nothing_more(approved, drafter):
    pay(approved, drafter)
    budget = approving.settle(approved.budget, by=drafter, at=AT)
    with pytest.raises(budgets.BudgetSettled):
        pay(approved, drafter, number="PC02")
    with pytest.raises(budgets.BudgetSettled):
        approving.settle(budget, by=drafter, at=AT)
    with pytest.raises(budgets.OtherPersonNeeded):
        approving.reopen(budget, "Sót chứng từ", by=drafter, at=AT)
    approving.reopen(budget, "Sót chứng từ", by=make.person(), at=AT)
    pay(approved, drafter, number="PC02", amount=5)


def test_an_account_with_a_list_that_somebody_did_not_sign_stays_open(approved, closed, drafter):
    first, second = closed.payments.values_list("pk", flat=True)
    payments.sign(closed, [first], DAY, by=drafter, at=AT)
    with pytest.raises(ListUnsigned) as refused:
        approving.settle(approved.budget, by=drafter, at=AT)
    assert refused.value.facts == {"title": "Bồi dưỡng giám khảo", "people": 1}
    approved.budget.refresh_from_db()
    assert approved.budget.settled_at is None
    payments.sign(closed, [second], DAY, by=drafter, at=AT)
    assert approving.settle(approved.budget, by=drafter, at=AT).settled_at == AT
