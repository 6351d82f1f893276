"""The second person's word on an estimate, and what follows an approved one."""

from datetime import datetime

from django.db import transaction

from hoithi.campaigns.actions.budgets import (
    BudgetSettled,
    DecisionMissing,
    EstimateFixed,
    EstimateOpen,
    NotSubmitted,
    OtherPersonNeeded,
    ReasonMissing,
    Word,
    drafted,
    locked,
)
from hoithi.campaigns.models import (
    Budget,
    BudgetLine,
    BudgetSource,
    BudgetVersion,
    Payment,
    VersionState,
)
from hoithi.journal import actions as journal
from hoithi.kit.refusals import Refusal
from hoithi.people.models import Person


class NotSettled(Refusal):
    """The account is open as it is."""


class ListUnsigned(Refusal):
    """People on a closed list have not signed for their money."""


def _submitted(version: BudgetVersion) -> BudgetVersion:
    budget = locked(version.budget.campaign)
    row = BudgetVersion.objects.select_for_update().get(pk=version.pk)
    row.budget = budget
    if row.state != VersionState.SUBMITTED:
        raise NotSubmitted
    return row


@transaction.atomic
def approve(version: BudgetVersion, word: Word, *, by: Person, at: datetime) -> BudgetVersion:
    """Approves what was submitted; from now on it never changes.

    Who wrote or submitted it does not approve it. A leader needs no account: with the signed
    document, its number and signer, anybody who keeps the budget records the approval.
    """
    row = _submitted(version)
    if word.file is None and (row.submitted_by_id == by.pk or row.drafters.filter(pk=by.pk)):
        raise OtherPersonNeeded
    if word.file is not None and not (word.number.strip() and word.signer.strip()):
        raise DecisionMissing
    row.state, row.decided_by, row.decided_at = VersionState.APPROVED, by, at
    row.decision_number, row.decided_on = word.number, word.on
    row.signer, row.decision_file = word.signer, word.file
    row.save()
    facts = {"version": row.number, "document": word.number, "on_paper": word.file is not None}
    journal.record("campaigns.estimate_approved", row.budget.campaign, by=by, at=at, facts=facts)
    return row


@transaction.atomic
def send_back(version: BudgetVersion, reason: str, *, by: Person, at: datetime) -> BudgetVersion:
    """What was submitted is a draft again, with what is to be mended."""
    row = _submitted(version)
    if not reason.strip():
        raise ReasonMissing
    row.state, row.returned_reason = VersionState.DRAFT, reason
    row.save()
    facts = {"version": row.number}
    journal.record("campaigns.estimate_returned", row.budget.campaign, by=by, at=at, facts=facts)
    return row


@transaction.atomic
def adjust(budget: Budget, reason: str, *, by: Person, at: datetime) -> BudgetVersion:
    """The next number: a draft with the lines and sources of the approved estimate."""
    row = locked(budget.campaign)
    if row.settled_at:
        raise BudgetSettled
    if not reason.strip():
        raise ReasonMissing
    newest = row.versions.last()
    if newest is None or newest.state != VersionState.APPROVED:
        raise EstimateOpen
    made = BudgetVersion.objects.create(
        budget=row, number=newest.number + 1, reason=reason, made_by=by, made_at=at
    )
    made.drafters.add(by)
    _copy(newest, made)
    facts = {"version": made.number}
    journal.record("campaigns.estimate_adjusted", row.campaign, by=by, at=at, facts=facts)
    return made


def _copy(old: BudgetVersion, new: BudgetVersion) -> None:
    sources, lines = list(old.sources.all()), list(old.lines.all())
    for source in sources:
        source.pk, source.version = None, new
    for line in lines:
        line.pk, line.version = None, new
    BudgetSource.objects.bulk_create(sources)
    BudgetLine.objects.bulk_create(lines, batch_size=100)


@transaction.atomic
def drop_adjustment(version: BudgetVersion, *, by: Person, at: datetime) -> None:
    """Gives up an adjustment that was not submitted; the approved estimate stays as it is."""
    row = drafted(version)
    if row.number == 1:
        raise EstimateFixed
    facts = {"version": row.number}
    journal.record("campaigns.adjustment_dropped", row.budget.campaign, by=by, at=at, facts=facts)
    row.delete()


@transaction.atomic
def settle(budget: Budget, *, by: Person, at: datetime) -> Budget:
    """Closes the account.

    Refuses while an estimate or a list is open, nothing was approved, or somebody on a list has
    not signed: a list without signatures is no voucher (Nghị định 174/2016/NĐ-CP, Điều 5).
    """
    row = locked(budget.campaign)
    if row.settled_at:
        raise BudgetSettled
    newest = row.versions.last()
    open_lists = row.payment_lists.filter(closed_at=None).exists()
    if newest is None or newest.state != VersionState.APPROVED or open_lists:
        raise EstimateOpen
    _refuse_unsigned(row)
    row.settled_at, row.settled_by = at, by
    row.save()
    journal.record("campaigns.budget_settled", row.campaign, by=by, at=at)
    return row


def _refuse_unsigned(budget: Budget) -> None:
    unsigned = Payment.objects.filter(list__budget=budget, signed_on=None)
    first = unsigned.select_related("list").order_by("list_id").first()
    if first is not None:
        raise ListUnsigned(title=first.list.title, people=unsigned.filter(list=first.list).count())


@transaction.atomic
def reopen(budget: Budget, reason: str, *, by: Person, at: datetime) -> Budget:
    """Opens a settled account again, by another person than who settled it, with the reason."""
    row = locked(budget.campaign)
    if row.settled_at is None:
        raise NotSettled
    if not reason.strip():
        raise ReasonMissing
    if row.settled_by_id == by.pk:
        raise OtherPersonNeeded
    row.settled_at, row.settled_by = None, None
    row.save()
    facts = {"reason": reason}
    journal.record("campaigns.budget_reopened", row.campaign, by=by, at=at, facts=facts)
    return row
