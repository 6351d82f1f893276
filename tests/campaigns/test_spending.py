"""Vouchers, sponsors, lists of payments, and the settlement they come to."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from hoithi.campaigns.actions import approving, budgets, norms, payments, spending
from hoithi.campaigns.actions.budgets import LineTyped, SourceTyped, Word
from hoithi.campaigns.actions.payments import NewList, Payee
from hoithi.campaigns.actions.spending import NewSponsor, NewStep, NewVoucher
from hoithi.campaigns.models import Payment, SponsorStage, Voucher
from hoithi.campaigns.queries import budgets as queries
from hoithi.core.budget.norms import Item
from hoithi.core.budget.tax import Base, Income, TaxRule
from hoithi.people import facts as people
from hoithi.people.actions.identities import erase_due
from hoithi.people.models import Identity
from tests import make
from tests.campaigns.make import campaign
from tests.make import AT

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 2)
WORK = TaxRule(
    Income.ALLOWANCE, Base.WHOLE, 2_000_000, Decimal(10), "TT 111", "Điều 25", date(2013, 10, 1)
)


@pytest.fixture
def drafter():
    return make.person("Trần Thị Bình")


@pytest.fixture
def sponsor(money, drafter):
    return spending.add_sponsor(money, NewSponsor("Công ty An Phú"), by=drafter, at=AT)


@pytest.fixture
def money():
    return campaign().campaign


@pytest.fixture
def approved(money, drafter, sponsor):
    version = budgets.begin(money, by=drafter, at=AT)
    sources = [
        SourceTyped("budget", "Ngân sách xã", 2026, 10_000_000),
        SourceTyped("sponsor", "Công ty An Phú", amount=2_000_000, sponsor=sponsor),
    ]
    budgets.write_sources(version, sources, by=drafter, at=AT)
    own, given = version.sources.values_list("key", flat=True)
    lines = [
        LineTyped("Hội trường", Decimal(2), Item.HALL, norm=1_000_000, source_key=own),
        LineTyped("Bồi dưỡng", Decimal(10), Item.JURY, norm=500_000, source_key=own),
        LineTyped("Nước uống", Decimal(100), Item.DRINKS, norm=20_000, source_key=given),
    ]
    budgets.write_lines(version, lines, by=drafter, at=AT)
    budgets.submit(version, by=drafter, at=AT)
    return approving.approve(version, Word(), by=make.person(), at=AT)


def key(version, place):
    return list(version.lines.values_list("key", flat=True))[place]


def voucher(version, place=0, amount=1_000_000, number="PC01", **more):
    line = key(version, place)
    return NewVoucher(number, DAY, "Nhà văn hóa", "Thuê", line, amount, **more)


def pay(version, drafter, **more):
    new = voucher(version, **more)
    return spending.add_voucher(version.budget.campaign, new, by=drafter, at=AT)


def test_nothing_is_spent_before_approval(money, drafter):
    budgets.begin(money, by=drafter, at=AT)
    with pytest.raises(spending.NothingApproved):
        spending.add_voucher(money, NewVoucher("1", DAY, "a", "b", 1, 5), by=drafter, at=AT)


def test_a_payment_over_its_line_needs_a_decision(approved, drafter):
    pay(approved, drafter, amount=1_500_000)
    with pytest.raises(spending.OverLine) as refused:
        pay(approved, drafter, number="PC02")
    assert refused.value.facts == {"over": 500_000, "left": 500_000}
    pay(approved, drafter, number="PC02", over_decision="QĐ 15/QĐ-UBND")
    assert queries.settlement(approved.budget).lines[0].left == -500_000


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"amount": 0}, budgets.SumTooLarge),
        ({"amount": -1}, budgets.SumTooLarge),
        ({"amount": 10**16}, budgets.SumTooLarge),
    ],
)
def test_impossible_vouchers_are_refused(approved, drafter, more, refusal):
    with pytest.raises(refusal):
        pay(approved, drafter, **more)
    assert not Voucher.objects.exists()


def test_a_voucher_is_not_of_tomorrow_nor_of_another_line(approved, drafter):
    ahead = NewVoucher("1", AT.date() + timedelta(days=2), "a", "b", key(approved, 0), 5)
    unknown = NewVoucher("1", DAY, "a", "b", 999, 5)
    for new, refusal in ((ahead, spending.DayAhead), (unknown, spending.LineUnknown)):
        with pytest.raises(refusal):
            spending.add_voucher(approved.budget.campaign, new, by=drafter, at=AT)


def test_a_number_stands_once_until_it_is_cancelled(approved, drafter):
    first = pay(approved, drafter, amount=10)
    with pytest.raises(spending.VoucherTwice):
        pay(approved, drafter, amount=20)
    with pytest.raises(budgets.ReasonMissing):
        spending.cancel_voucher(first, "", by=drafter, at=AT)
    spending.cancel_voucher(first, "Ghi nhầm số tiền", by=drafter, at=AT)
    pay(approved, drafter, amount=20)
    assert queries.settlement(approved.budget).spent == 20


def received(sponsor, drafter, amount):
    step = NewStep(SponsorStage.RECEIVED, DAY, amount)
    return spending.add_step(sponsor, step, by=drafter, at=AT)


def used(sponsor, drafter, amount):
    return spending.add_step(sponsor, NewStep(SponsorStage.USED, DAY, amount), by=drafter, at=AT)


def test_uses_together_are_not_over_what_came_and_are_told_as_used(money, drafter, sponsor):
    came = received(sponsor, drafter, 500_000)
    used(sponsor, drafter, 300_000)
    with pytest.raises(spending.UseOverReceipt) as refused:
        used(sponsor, drafter, 200_001)
    assert refused.value.facts == {"sponsor": sponsor.name, "received": 500_000, "used": 300_000}
    used(sponsor, drafter, 200_000)
    (told,) = queries.sponsors_of(queries.budget_of(money))
    assert (told.received, told.used) == (500_000, 500_000)
    with pytest.raises(spending.SponsorShort):
        spending.drop_step(came, by=drafter, at=AT)


def test_no_more_goes_out_of_a_sponsors_money_than_came_in(approved, drafter, sponsor):
    with pytest.raises(spending.SponsorShort):
        pay(approved, drafter, place=2, amount=500_000)
    received(sponsor, drafter, 500_000)
    pay(approved, drafter, place=2, amount=500_000)
    with pytest.raises(spending.SponsorShort):
        pay(approved, drafter, place=2, amount=1, number="PC02")
    (told,) = queries.sponsors_of(queries.budget_of(approved.budget.campaign))
    assert (told.received, told.used, told.stage) == (500_000, 500_000, "received")


def test_a_receipt_whose_money_is_spent_stays(approved, drafter, sponsor):
    first, second = (received(sponsor, drafter, 300_000) for _twice in range(2))
    pay(approved, drafter, place=2, amount=300_000)
    spending.drop_step(first, by=drafter, at=AT)
    with pytest.raises(spending.SponsorShort):
        spending.drop_step(second, by=drafter, at=AT)
    assert sponsor.steps.get() == second


def test_thanks_come_after_the_gift(sponsor, drafter):
    thanks = NewStep(SponsorStage.THANKED, DAY, document="15/TCT")
    with pytest.raises(spending.StepOutOfOrder):
        spending.add_step(sponsor, thanks, by=drafter, at=AT)
    with pytest.raises(spending.NothingGiven):
        received(sponsor, drafter, None)
    received(sponsor, drafter, 5)
    spending.add_step(sponsor, thanks, by=drafter, at=AT)
    assert [step.stage for step in sponsor.steps.all()] == ["received", "thanked"]


def test_a_sponsor_is_listed_once(sponsor, drafter):
    again = NewSponsor("Công ty An Phú")
    with pytest.raises(spending.SponsorTwice):
        spending.add_sponsor(sponsor.budget.campaign, again, by=drafter, at=AT)


PEOPLE = [
    Payee("Nguyễn Thị An", 500_000, Decimal(2), "Giám khảo", "0123456789", "Agribank"),
    Payee("Lê Văn Bình", 2_000_000, account="=1+1"),
]


@pytest.fixture
def paid(approved, drafter):
    new = NewList(Income.ALLOWANCE, "Chi bồi dưỡng giám khảo", key(approved, 1), DAY)
    made = payments.make_list(approved.budget.campaign, new, by=drafter, at=AT)
    payments.add_payees(made, PEOPLE, by=drafter, at=AT)
    return made


def test_two_rules_of_tax_from_one_day_are_refused(paid, drafter):
    norms.add_tax_rule(paid.body, WORK, by=drafter, at=AT)
    with pytest.raises(norms.TaxRuleUnclear):
        norms.add_tax_rule(paid.body, replace(WORK, percent=Decimal(20)), by=drafter, at=AT)
    newer = replace(WORK, percent=Decimal(20), since=date(2026, 1, 1))
    norms.add_tax_rule(paid.body, newer, by=drafter, at=AT)
    assert [one.percent for one in paid.body.tax_rules.all()] == [10, 20]


def rules(paid, drafter):
    norms.add_tax_rule(paid.body, WORK, by=drafter, at=AT)
    return queries.list_of(paid.budget.campaign, paid.pk)


def test_names_and_accounts_are_sealed_and_erased_in_time(paid):
    payment = paid.payments.first()
    assert b"0123456789" not in bytes(payment.identity.sealed)
    assert people.opened(payment.identity)["account"] == "0123456789"
    assert payment.identity.masked_name == "Nguyễn T. A**"
    assert payment.identity.erase_after == date(2036, 12, 31)
    assert erase_due(AT, before=date(2037, 1, 1)) == 2
    payment.identity.refresh_from_db()
    assert people.opened(payment.identity) == {}


def test_a_closed_list_is_one_voucher_with_tax_kept(paid, drafter):
    with pytest.raises(payments.ListUntaxed):
        payments.close_list(paid, "PC05", by=drafter, at=AT)
    closed = payments.close_list(rules(paid, drafter), "PC05", by=drafter, at=AT)
    lines = queries.paid_in(queries.list_of(paid.budget.campaign, paid.pk))
    told = [(one.payment.gross, one.tax, one.net) for one in lines]
    assert told == [(1_000_000, 0, 1_000_000), (2_000_000, 200_000, 1_800_000)]
    assert closed.tax_rule == "10% khoản chi từ 2.000.000 đồng (Điều 25 TT 111)"
    assert Voucher.objects.get().amount == 3_000_000
    with pytest.raises(payments.ListClosed):
        payments.add_payees(closed, PEOPLE, by=drafter, at=AT)


def test_a_list_that_several_lines_pay_is_a_voucher_on_each(paid, drafter, approved):
    other = key(approved, 0)
    payments.add_payees(paid, [Payee("Đội An", 700_000, line_key=other)], by=drafter, at=AT)
    payments.close_list(rules(paid, drafter), "PC05", by=drafter, at=AT)
    told = list(Voucher.objects.order_by("amount").values_list("line_key", "amount", "payee"))
    assert told == [
        (other, 700_000, "01 người nhận theo danh sách"),
        (key(approved, 1), 3_000_000, "02 người nhận theo danh sách"),
    ]


def test_a_list_opened_again_takes_its_voucher_back(paid, drafter):
    closed = payments.close_list(rules(paid, drafter), "PC05", by=drafter, at=AT)
    with pytest.raises(spending.VoucherOfList):
        spending.cancel_voucher(closed.vouchers.get(), "Nhầm", by=drafter, at=AT)
    payments.open_again(closed, "Thiếu một người", by=drafter, at=AT)
    assert queries.settlement(paid.budget).spent == 0
    payments.close_list(queries.list_of(paid.budget.campaign, paid.pk), "PC05", by=drafter, at=AT)
    assert queries.settlement(paid.budget).spent == 3_000_000


def test_a_list_over_its_line_stays_open(paid, drafter):
    payments.add_payees(paid, [Payee("Chi", 2_500_000)], by=drafter, at=AT)
    with pytest.raises(spending.OverLine):
        payments.close_list(rules(paid, drafter), "PC05", by=drafter, at=AT)
    paid.refresh_from_db()
    assert (paid.closed_at, Voucher.objects.count()) == (None, 0)
    assert not Payment.objects.exclude(tax=None).exists()


def test_a_prize_stands_on_a_list_once(paid, drafter):
    winner = Payee("Trần Thị Chi", 100, won="7/t/p/1")
    assert payments.add_payees(paid, [winner], by=drafter, at=AT) == 1
    assert payments.add_payees(paid, [winner], by=drafter, at=AT) == 0


def test_a_line_that_is_dropped_takes_its_name_along(paid, drafter):
    number = paid.payments.first().pk
    payments.drop_payment(paid, number, by=drafter, at=AT)
    payments.drop_payment(paid, number, by=drafter, at=AT)
    assert (paid.payments.count(), Identity.objects.count()) == (1, 1)


def test_signatures_come_after_closing(paid, drafter):
    numbers = [paid.payments.first().pk]
    with pytest.raises(payments.ListStillOpen):
        payments.sign(paid, numbers, DAY, by=drafter, at=AT)
    closed = payments.close_list(rules(paid, drafter), "PC05", by=drafter, at=AT)
    assert payments.sign(closed, numbers, DAY, by=drafter, at=AT) == 1
    assert payments.sign(closed, numbers, DAY, by=drafter, at=AT) == 0
