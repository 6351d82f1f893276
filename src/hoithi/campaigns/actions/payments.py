"""Lists of payments to people: filled, closed with tax withheld, opened again, signed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Max

from hoithi.campaigns.actions.budgets import BudgetSettled, ReasonMissing, SumTooLarge, locked
from hoithi.campaigns.actions.spending import NewVoucher, add_voucher
from hoithi.campaigns.models import Budget, Campaign, Payment, PaymentList
from hoithi.campaigns.queries.budgets import Paid, last_day, list_of, paid_in, rule_of
from hoithi.core.budget.money import LARGEST, MOST_QUANTITY, cost
from hoithi.core.budget.tax import Income, TaxRule
from hoithi.core.vietnamese.money import amount_text
from hoithi.core.vietnamese.numbers import percent_text
from hoithi.core.vietnamese.text import clean, masked_name
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.facts import sealed_identity
from hoithi.people.models import IdentityIndex, Person

MOST_PAYMENTS = 2_000


class ListClosed(Refusal):
    """The list is closed: it is opened again before it is changed."""


class ListEmpty(Refusal):
    """Nobody stands on the list."""


class ListUntaxed(Refusal):
    """No rule of tax is entered for the day of payment."""


class ListStillOpen(Refusal):
    """The list is not closed."""


class TooManyPayments(Refusal):
    """More lines than a list may have."""


@dataclass(frozen=True)
class NewList:
    """A list before anybody stands on it."""

    income: Income
    title: str
    line_key: int
    paid_on: date


@dataclass(frozen=True)
class Payee:
    """A line as somebody wrote it; name and account are sealed before they are stored."""

    full_name: str
    norm: int
    quantity: Decimal = Decimal(1)
    post: str = ""
    account: str = ""
    bank: str = ""
    is_person: bool = True
    line_key: int | None = None
    """The line that pays it, where that is not the list's own."""
    won: str = ""


@transaction.atomic
def make_list(campaign: Campaign, new: NewList, *, by: Person, at: datetime) -> PaymentList:
    """An empty list that will be paid from one line."""
    budget = locked(campaign)
    _refuse_settled(budget)
    made = PaymentList.objects.create(budget=budget, made_by=by, made_at=at, **vars(new))
    facts = {"list": made.pk, "income": str(new.income)}
    journal.record("campaigns.payments_begun", campaign, by=by, at=at, facts=facts)
    return made


def _refuse_settled(budget: Budget) -> None:
    if budget.settled_at:
        raise BudgetSettled


def _open(paid: PaymentList) -> PaymentList:
    budget = locked(paid.budget.campaign)
    _refuse_settled(budget)
    row = PaymentList.objects.select_for_update().get(pk=paid.pk)
    row.budget = budget
    if row.closed_at:
        raise ListClosed
    return row


@transaction.atomic
def add_payees(paid: PaymentList, payees: Sequence[Payee], *, by: Person, at: datetime) -> int:
    """More lines; a prize that stands on the list already is not put there twice. How many."""
    row = _open(paid)
    known = set(row.payments.values_list("won", flat=True)) - {""}
    new = [one for one in payees if one.won not in known]
    last = row.payments.aggregate(last=Max("ordinal"))["last"] or 0
    if row.payments.count() + len(new) > MOST_PAYMENTS:
        raise TooManyPayments(at_most=MOST_PAYMENTS)
    for ordinal, one in enumerate(new, last + 1):
        _pay(row, one, ordinal, at)
    facts = {"list": row.pk, "lines": len(new)}
    journal.record("campaigns.payees_added", row.budget.campaign, by=by, at=at, facts=facts)
    return len(new)


def _pay(paid: PaymentList, payee: Payee, ordinal: int, at: datetime) -> None:
    gross = cost(payee.quantity, payee.norm) or 0
    if not 0 < payee.quantity <= MOST_QUANTITY or not 0 < gross <= LARGEST:
        raise SumTooLarge(text=payee.full_name)
    name = clean(payee.full_name)
    told = {"full_name": name, "account": clean(payee.account), "bank": clean(payee.bank)}
    until = last_day(paid.paid_on)
    shown = masked_name(name) if payee.is_person else name
    identity, index = sealed_identity(paid.body.pk, told, shown[:120], at, until)
    identity.save(force_insert=True)
    IdentityIndex.objects.bulk_create(index)
    Payment.objects.create(
        list=paid,
        ordinal=ordinal,
        identity=identity,
        post=payee.post,
        is_person=payee.is_person,
        quantity=payee.quantity,
        norm=payee.norm,
        gross=gross,
        line_key=payee.line_key,
        won=payee.won,
    )


@transaction.atomic
def drop_payment(paid: PaymentList, number: int, *, by: Person, at: datetime) -> None:
    """Takes a line off an open list, with the name that was sealed for it."""
    row = _open(paid)
    payment = row.payments.select_related("identity").filter(pk=number).first()
    if payment is None:
        return
    identity = payment.identity
    payment.delete()
    identity.delete()
    facts = {"list": row.pk, "payment": number}
    journal.record("campaigns.payee_dropped", row.budget.campaign, by=by, at=at, facts=facts)


@transaction.atomic
def close_list(
    paid: PaymentList, number: str, *, over_decision: str = "", by: Person, at: datetime
) -> PaymentList:
    """Reckons and keeps the tax; the list becomes a voucher of its gross sum on its line.

    Refuses an empty list, and one with persons for whose day no rule of tax is entered.
    """
    row = list_of(_open(paid).budget.campaign, paid.pk)
    lines = paid_in(row)
    if not lines:
        raise ListEmpty
    if any(one.tax is None for one in lines):
        raise ListUntaxed
    for one in lines:
        one.payment.tax = one.tax
    Payment.objects.bulk_update([one.payment for one in lines], ["tax"], batch_size=200)
    row.closed_by, row.closed_at, row.tax_rule = by, at, rule_words(rule_of(row))
    row.save(update_fields=["closed_by", "closed_at", "tax_rule"])
    _pay_out(row, lines, number, over_decision, at)
    return row


def _pay_out(
    paid: PaymentList, lines: Sequence[Paid], number: str, over_decision: str, at: datetime
) -> None:
    """A voucher for each line of the estimate that the list is paid from."""
    sums: dict[int, list[int]] = {}
    for one in lines:
        sums.setdefault(one.payment.line_key or paid.line_key, []).append(one.payment.gross)
    for line_key, amounts in sums.items():
        new = NewVoucher(
            number,
            paid.paid_on,
            f"{len(amounts):02d} người nhận theo danh sách",
            paid.title,
            line_key,
            sum(amounts),
            over_decision=over_decision,
            list=paid,
        )
        if paid.closed_by is not None:
            add_voucher(paid.budget.campaign, new, by=paid.closed_by, at=at)


def rule_words(rule: TaxRule | None) -> str:
    """A rule in the words of a paper; nothing without one."""
    if rule is None:
        return ""
    part = "phần vượt trên" if rule.base == "excess" else "khoản chi từ"
    words = f"{percent_text(rule.percent.normalize())} {part} {amount_text(rule.threshold)}"
    return f"{words} ({rule.article} {rule.document})"


@transaction.atomic
def open_again(paid: PaymentList, reason: str, *, by: Person, at: datetime) -> PaymentList:
    """A closed list may be mended; its voucher no longer counts and stays to be seen."""
    budget = locked(paid.budget.campaign)
    _refuse_settled(budget)
    if not reason.strip():
        raise ReasonMissing
    row = PaymentList.objects.select_for_update().get(pk=paid.pk)
    if row.closed_at is None:
        raise ListStillOpen
    row.closed_by, row.closed_at = None, None
    row.save(update_fields=["closed_by", "closed_at"])
    budget.vouchers.filter(list=row, cancelled_at=None).update(
        cancelled_at=at, cancelled_by=by, cancelled_reason=reason
    )
    row.payments.update(tax=None, signed_on=None)
    facts = {"list": row.pk}
    journal.record("campaigns.payments_reopened", budget.campaign, by=by, at=at, facts=facts)
    return row


@transaction.atomic
def sign(paid: PaymentList, numbers: Iterable[int], on: date, *, by: Person, at: datetime) -> int:
    """Records who signed for the money on a closed list; how many are new."""
    locked(paid.budget.campaign)
    if paid.closed_at is None:
        raise ListStillOpen
    rows = paid.payments.filter(pk__in=list(numbers), signed_on=None)
    signed = rows.update(signed_on=on)
    facts = {"list": paid.pk, "signed": signed}
    journal.record("campaigns.payments_signed", paid.budget.campaign, by=by, at=at, facts=facts)
    return signed
