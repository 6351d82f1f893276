"""Money that goes out by vouchers, and what sponsors give."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from hoithi.campaigns.actions.budgets import BudgetSettled, ReasonMissing, SumTooLarge, locked
from hoithi.campaigns.models import (
    Budget,
    BudgetVersion,
    Campaign,
    PaymentList,
    Sponsor,
    SponsorStage,
    SponsorStep,
    Voucher,
)
from hoithi.campaigns.queries import budgets as queries
from hoithi.campaigns.queries.money_told import line_told
from hoithi.core.budget.money import LARGEST
from hoithi.core.budget.settling import over_by, spent_by_line
from hoithi.files.models import StoredFile
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class NothingApproved(Refusal):
    """No estimate is approved: nothing is spent before."""


class LineUnknown(Refusal):
    """The line is not in the approved estimate."""


class OverLine(Refusal):
    """The payment goes over what its line still has, and no decision lets it."""


class SponsorShort(Refusal):
    """More would go out of a sponsor's money than has come in."""


class VoucherTwice(Refusal):
    """A voucher of this number stands already on the line."""


class VoucherOfList(Refusal):
    """The voucher is a list of payments: the list is opened again instead."""


class DayAhead(Refusal):
    """What is recorded has happened: its day is not after today."""


class StepOutOfOrder(Refusal):
    """A sponsor's money is used and thanked for after it came."""


class UseOverReceipt(Refusal):
    """More is said to be used than was received."""


class SponsorTwice(Refusal):
    """A sponsor of this name is listed already."""


class NothingGiven(Refusal):
    """A receipt says how much came, or what."""


@dataclass(frozen=True)
class NewVoucher:
    """A document by which money went out."""

    number: str
    on: date
    payee: str
    text: str
    line_key: int
    amount: int
    source_key: int | None = None
    over_decision: str = ""
    file: StoredFile | None = None
    list: PaymentList | None = None


@transaction.atomic
def add_voucher(campaign: Campaign, new: NewVoucher, *, by: Person, at: datetime) -> Voucher:
    """Records money that went out. Refuses what the approved estimate does not hold."""
    budget = locked(campaign)
    version = _spendable(budget)
    if new.on > localdate(at):
        raise DayAhead
    if not 0 < new.amount <= LARGEST:
        raise SumTooLarge(text=new.text)
    same = budget.vouchers.filter(number=new.number, line_key=new.line_key, cancelled_at=None)
    if same.exists():
        raise VoucherTwice(number=new.number)
    _refuse_over(budget, version, new)
    voucher = Voucher.objects.create(budget=budget, made_by=by, made_at=at, **vars(new))
    facts = {"voucher": voucher.pk, "amount": new.amount, "over": new.over_decision}
    journal.record("campaigns.voucher_added", campaign, by=by, at=at, facts=facts)
    return voucher


def _spendable(budget: Budget) -> BudgetVersion:
    if budget.settled_at:
        raise BudgetSettled
    version = queries.approved(budget)
    if version is None:
        raise NothingApproved
    return version


def _refuse_over(budget: Budget, version: BudgetVersion, new: NewVoucher) -> None:
    line = version.lines.filter(key=new.line_key).first()
    if line is None:
        raise LineUnknown
    spent = queries.spending(budget)
    approved = line_told(line).amount or 0
    over = over_by(new.amount, approved=approved, spent=spent_by_line(spent).get(line.key, 0))
    if over and not new.over_decision.strip():
        raise OverLine(over=over, left=approved - spent_by_line(spent).get(line.key, 0))
    key = new.source_key if new.source_key is not None else line.source_key
    source = version.sources.select_related("sponsor").filter(key=key or 0).first()
    if source is not None and source.sponsor is not None:
        received = queries.received_from(source.sponsor)
        used = queries.used_by_sponsor(budget).get(source.sponsor.pk, 0)
        if used + new.amount > received:
            raise SponsorShort(sponsor=source.sponsor.name, left=received - used)


@transaction.atomic
def cancel_voucher(voucher: Voucher, reason: str, *, by: Person, at: datetime) -> Voucher:
    """A wrong voucher no longer counts; it stays to be seen, with the reason."""
    budget = locked(voucher.budget.campaign)
    if budget.settled_at:
        raise BudgetSettled
    if not reason.strip():
        raise ReasonMissing
    row = Voucher.objects.select_for_update().get(pk=voucher.pk)
    if row.list_id and row.cancelled_at is None:
        raise VoucherOfList
    if row.cancelled_at is None:
        row.cancelled_at, row.cancelled_by, row.cancelled_reason = at, by, reason
        row.save()
        facts = {"voucher": row.pk}
        journal.record("campaigns.voucher_cancelled", budget.campaign, by=by, at=at, facts=facts)
    return row


@dataclass(frozen=True)
class NewSponsor:
    """Who is asked, and for what."""

    name: str
    address: str = ""
    wish: str = ""


@transaction.atomic
def add_sponsor(campaign: Campaign, new: NewSponsor, *, by: Person, at: datetime) -> Sponsor:
    """One more sponsor of the campaign."""
    budget = locked(campaign)
    if budget.sponsors.filter(name__iexact=new.name).exists():
        raise SponsorTwice(name=new.name)
    sponsor = Sponsor.objects.create(budget=budget, **vars(new))
    facts = {"sponsor": sponsor.pk}
    journal.record("campaigns.sponsor_added", campaign, by=by, at=at, facts=facts)
    return sponsor


@dataclass(frozen=True)
class NewStep:
    """What happened with a sponsor: its day, sum and document."""

    stage: SponsorStage
    on: date
    amount: int | None = None
    in_kind: str = ""
    document: str = ""


@transaction.atomic
def add_step(sponsor: Sponsor, new: NewStep, *, by: Person, at: datetime) -> SponsorStep:
    """One step more. Refuses use and thanks before anything was received, and days to come."""
    locked(sponsor.budget.campaign)
    if new.on > localdate(at):
        raise DayAhead
    if new.amount is not None and not 0 < new.amount <= LARGEST:
        raise SumTooLarge(text=sponsor.name)
    if new.stage == SponsorStage.RECEIVED and not (new.amount or new.in_kind.strip()):
        raise NothingGiven
    has_come = sponsor.steps.filter(stage=SponsorStage.RECEIVED).exists()
    if new.stage in {SponsorStage.USED, SponsorStage.THANKED} and not has_come:
        raise StepOutOfOrder
    if new.stage == SponsorStage.USED:
        _refuse_use_over(sponsor, new.amount or 0)
    step = SponsorStep.objects.create(sponsor=sponsor, recorded_by=by, recorded_at=at, **vars(new))
    facts = {"sponsor": sponsor.pk, "stage": str(new.stage), "amount": new.amount}
    journal.record("campaigns.sponsor_step", sponsor.budget.campaign, by=by, at=at, facts=facts)
    return step


def _refuse_use_over(sponsor: Sponsor, amount: int) -> None:
    received = queries.received_from(sponsor)
    if queries.used_in_steps(sponsor) + amount > received:
        told = {"received": received, "used": queries.used_in_steps(sponsor)}
        raise UseOverReceipt(sponsor=sponsor.name, **told)


@transaction.atomic
def drop_step(step: SponsorStep, *, by: Person, at: datetime) -> None:
    """Takes out a step that was recorded wrongly. Refuses to take away money already spent."""
    sponsor = step.sponsor
    budget = locked(sponsor.budget.campaign)
    if budget.settled_at:
        raise BudgetSettled
    used = queries.used_by_sponsor(budget).get(sponsor.pk, 0)
    used = max(used, queries.used_in_steps(sponsor))
    if step.stage == SponsorStage.RECEIVED:
        left = queries.received_from(sponsor) - (step.amount or 0)
        if used > left:
            raise SponsorShort(sponsor=sponsor.name, left=left - used)
    facts = {"sponsor": sponsor.pk, "stage": step.stage, "amount": step.amount}
    journal.record("campaigns.sponsor_step_dropped", budget.campaign, by=by, at=at, facts=facts)
    step.delete()
