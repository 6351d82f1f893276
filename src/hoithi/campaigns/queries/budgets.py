"""The money of campaigns as somebody may see it: estimates, what went out, what is left."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, Sum
from django.utils.timezone import localdate

from hoithi.campaigns.models import (
    Budget,
    BudgetLine,
    BudgetSource,
    BudgetVersion,
    Campaign,
    Payment,
    PaymentList,
    Sponsor,
    SponsorStage,
    VersionState,
    Voucher,
)
from hoithi.campaigns.queries.boards import campaign_for
from hoithi.campaigns.queries.money_told import line_told, norm_told, source_told, tax_told
from hoithi.core.budget.findings import Estimate, Finding, findings
from hoithi.core.budget.settling import Settlement, Spent, settle, spent_by_line
from hoithi.core.budget.tax import Income, TaxRule, rule_on, withheld
from hoithi.people.models import OrganisingBody, Person, RoleName

MONEY_READERS = (
    RoleName.ORGANISER,
    RoleName.SECRETARY,
    RoleName.APPROVER,
    RoleName.AUDITOR,
)
"""Roles over a body that see the money of its campaigns."""
MONEY_WORKERS = (RoleName.ORGANISER, RoleName.SECRETARY)
"""Roles that write estimates and vouchers."""
MONEY_APPROVERS = (RoleName.APPROVER,)
"""Roles whose word approves an estimate."""
NAME_READERS = (RoleName.ORGANISER, RoleName.SECRETARY, RoleName.APPROVER)
"""Roles that read the full names and accounts of those who are paid."""


def money_of(person: Person, slug: str, number: int, *names: RoleName, at: datetime) -> Campaign:
    """The campaign of this body and number, for those who hold one of the roles of money."""
    return campaign_for(person, slug, number, *(names or MONEY_READERS), at=at)


def budget_of(campaign: Campaign) -> Budget | None:
    """The budget of the campaign with its versions; None before the first estimate."""
    rows = Budget.objects.select_related("campaign__body", "settled_by")
    return rows.prefetch_related("versions").filter(campaign=campaign).first()


def newest(budget: Budget | None) -> BudgetVersion | None:
    """The estimate of the highest number."""
    versions = list(budget.versions.all()) if budget else []
    return versions[-1] if versions else None


def approved(budget: Budget | None) -> BudgetVersion | None:
    """The newest approved estimate: the one that money goes out under."""
    versions = list(budget.versions.all()) if budget else []
    return next((one for one in reversed(versions) if one.state == VersionState.APPROVED), None)


def version_of(campaign: Campaign, number: int) -> BudgetVersion:
    """One estimate of the campaign by its number."""
    rows = BudgetVersion.objects.select_related(
        "budget__campaign__body", "made_by", "submitted_by", "decided_by", "decision_file"
    )
    return rows.get(budget__campaign=campaign, number=number)


@dataclass(frozen=True)
class Group:
    """The lines under one heading and their sum."""

    title: str
    lines: tuple[tuple[BudgetLine, int | None, BudgetSource | None], ...]
    """Each line with its amount and its source."""

    @property
    def total(self) -> int:
        """Đồng, as far as it is known."""
        return sum(amount or 0 for _line, amount, _source in self.lines)


def groups_of(version: BudgetVersion) -> list[Group]:
    """The lines of an estimate by heading, in their order; two queries."""
    sources = {row.key: row for row in version.sources.select_related("sponsor")}
    found: dict[str, list[tuple[BudgetLine, int | None, BudgetSource | None]]] = {}
    for row in version.lines.all():
        told = (row, line_told(row).amount, sources.get(row.source_key or 0))
        found.setdefault(row.group, []).append(told)
    return [Group(title, tuple(rows)) for title, rows in found.items()]


def estimate_findings(version: BudgetVersion, *, at: datetime) -> list[Finding]:
    """What a person should look at in an estimate, with the norms of its body."""
    budget = version.budget
    norms = budget.campaign.body.spending_norms.all()
    estimate = Estimate(
        tuple(map(line_told, version.lines.all())),
        tuple(map(source_told, version.sources.all())),
        tuple(map(norm_told, norms)),
        spent_by_line(spending(budget)),
    )
    return findings(estimate, on=localdate(at))


def vouchers_of(budget: Budget) -> list[Voucher]:
    """Every voucher, cancelled ones too, in the order of their days."""
    return list(budget.vouchers.select_related("file", "made_by", "cancelled_by", "list"))


def spending(budget: Budget) -> list[Spent]:
    """What went out by vouchers that stand; one query."""
    rows = budget.vouchers.filter(cancelled_at=None)
    return [Spent(*told) for told in rows.values_list("line_key", "source_key", "amount")]


def settlement(budget: Budget) -> Settlement:
    """Planned, approved, spent and left, by line and by source."""
    versions = list(budget.versions.all())
    now = approved(budget)
    if now is None:
        return Settlement((), ())
    planned = {row.key: line_told(row).amount or 0 for row in versions[0].lines.all()}
    lines, sources = map(line_told, now.lines.all()), map(source_told, now.sources.all())
    return settle(lines, sources, spending(budget), planned=planned)


@dataclass(frozen=True)
class Supported:
    """A sponsor with what was pledged, received and used, in đồng."""

    sponsor: Sponsor
    pledged: int
    received: int
    used: int
    stage: str
    """The furthest step taken; empty before the first."""


_WAY = {stage.value: place for place, stage in enumerate(SponsorStage)}


def sponsors_of(budget: Budget) -> list[Supported]:
    """Every sponsor of the campaign; three queries and those of the approved sources."""
    sponsors = list(budget.sponsors.prefetch_related("steps"))
    used = used_by_sponsor(budget)
    return [_supported(one, used.get(one.pk, 0)) for one in sponsors]


def _supported(sponsor: Sponsor, used: int) -> Supported:
    sums: dict[str, int] = {}
    stages = []
    for step in sponsor.steps.all():
        sums[step.stage] = sums.get(step.stage, 0) + (step.amount or 0)
        stages.append(step.stage)
    furthest = max(stages, key=_WAY.__getitem__, default="")
    pledged, received = sums.get(SponsorStage.PLEDGED, 0), sums.get(SponsorStage.RECEIVED, 0)
    # Money that vouchers show and money that its steps say was used are the same money.
    used = max(used, sums.get(SponsorStage.USED, 0))
    return Supported(sponsor, pledged, received, used, furthest)


def used_by_sponsor(budget: Budget) -> dict[int, int]:
    """What went out from each sponsor's money, under the newest approved estimate."""
    now = approved(budget)
    if now is None:
        return {}
    homes = dict(now.lines.values_list("key", "source_key"))
    sponsors = dict(now.sources.exclude(sponsor=None).values_list("key", "sponsor_id"))
    used: dict[int, int] = {}
    for one in spending(budget):
        source = one.source if one.source is not None else homes.get(one.line)
        sponsor = sponsors.get(source or 0)
        if sponsor is not None:
            used[sponsor] = used.get(sponsor, 0) + one.amount
    return used


def received_from(sponsor: Sponsor) -> int:
    """The money that came from a sponsor."""
    steps = sponsor.steps.filter(stage=SponsorStage.RECEIVED)
    return int(steps.aggregate(sum=Sum("amount"))["sum"] or 0)


def used_in_steps(sponsor: Sponsor) -> int:
    """The money that the steps of a sponsor say was used."""
    steps = sponsor.steps.filter(stage=SponsorStage.USED)
    return int(steps.aggregate(sum=Sum("amount"))["sum"] or 0)


def sponsor_of(campaign: Campaign, number: int) -> Sponsor:
    """One sponsor of the campaign."""
    rows = Sponsor.objects.select_related("budget__campaign__body").prefetch_related("steps")
    return rows.get(pk=number, budget__campaign=campaign)


def voucher_of(campaign: Campaign, number: int) -> Voucher:
    """One voucher of the campaign."""
    rows = Voucher.objects.select_related("budget__campaign__body", "file", "list")
    return rows.get(pk=number, budget__campaign=campaign)


def tax_rules(body: OrganisingBody) -> list[TaxRule]:
    """The rules of tax that a body entered."""
    return list(map(tax_told, body.tax_rules.all()))


def list_of(campaign: Campaign, number: int) -> PaymentList:
    """One list of payments of the campaign."""
    rows = PaymentList.objects.select_related("budget__campaign__body", "made_by", "closed_by")
    payments = Payment.objects.select_related("identity")
    rows = rows.prefetch_related(Prefetch("payments", payments))
    return rows.get(pk=number, budget__campaign=campaign)


@dataclass(frozen=True)
class Paid:
    """A line of a list with the tax as it stands or would be today."""

    payment: Payment
    tax: int | None

    @property
    def net(self) -> int:
        """What is handed over; where no rule is entered nothing is taken off."""
        return self.payment.gross - (self.tax or 0)


def paid_in(paid: PaymentList) -> list[Paid]:
    """Every line with its tax: as kept in a closed list, else by the rule of the day."""
    rule = rule_of(paid) if paid.closed_at is None else None
    return list(_paid(paid.payments.all(), rule, closed=paid.closed_at is not None))


def _paid(rows: Iterable[Payment], rule: TaxRule | None, *, closed: bool) -> Iterable[Paid]:
    for row in rows:
        tax = row.tax if closed else withheld(row.gross, rule, is_person=row.is_person)
        yield Paid(row, tax)


def rule_of(paid: PaymentList) -> TaxRule | None:
    """The rule of tax on the day of payment, where the body entered one."""
    return rule_on(tax_rules(paid.body), Income(paid.income), paid.paid_on)


def lists_of(budget: Budget) -> list[tuple[PaymentList, int, int]]:
    """Every list with the number of its lines and its gross sum."""
    rows = budget.payment_lists.prefetch_related("payments")
    return [
        (row, len(row.payments.all()), sum(one.gross for one in row.payments.all())) for row in rows
    ]


def last_day(day: date) -> date:
    """Until when names and accounts are kept: ten years after the year of payment.

    Vouchers are kept ten years (Nghị định 174/2016/NĐ-CP, Điều 13); nobody needs them longer.
    """
    return date(day.year + 10, 12, 31)


def lists_paying(won: Collection[str]) -> list[PaymentList]:
    """The lists of payments on which one of these prizes stands."""
    return list(PaymentList.objects.filter(payments__won__in=won).distinct().order_by("pk"))
